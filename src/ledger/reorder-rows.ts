// Everything the reorder arithmetic reads, for all items at once in three statements whatever the
// history: items with what belongs to each, the days of the record, the calendar. Only rollups and
// indexed rows of documents are read, never the movements of the past.
import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { type Calendar, serviceCalendar } from '#src/catalog/calendar.ts'
import { addDays, type Day, type WallTime } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { jsonRows } from '#src/db/json-rows.ts'
import { item, type Stream, streams } from '#src/db/schema/index.ts'
import type { Priced } from '#src/money.ts'
import type { DeadlineColumns } from '#src/order-deadlines.ts'
import { receivedOfLine } from './on-order.ts'

/** How far back use is looked at: a year, with the same season of the last one at its edge. */
export const recordDays = 400

type Name = { readonly id: number; readonly nameFr: string | null; readonly nameEn: string | null }

export type ReorderItem = Awaited<ReturnType<typeof itemRows>>[number]

/** A supplier of an item, with terms; null where nobody has said any. */
export type SupplyRow = Priced &
  DeadlineColumns & {
    readonly supplier: Name
    readonly packId: number | null
    readonly minimumOrder: number | null
    readonly maximumOrder: number | null
    readonly leadTimeDays: number | null
    readonly reviewDays: number | null
    /** Days from sending to the first receipt, of the orders of the record. */
    readonly observedLeadDays: readonly number[]
  }

/** A line of an order that was sent and not cancelled; base units. */
export type OrderRow = {
  readonly orderId: number
  readonly supplierId: number
  readonly sentOn: Day
  readonly expectedOn: Day
  readonly isClosed: 0 | 1
  readonly quantity: number
  readonly received: number
  readonly orderUpTo: number | null
  /** Days from its arrival to the date on its packs, the shortest; null where nothing dated came. */
  readonly lifeDays: number | null
}

/** A lot in a stockroom or a bag, quarantine aside. */
export type LotRow = {
  readonly lotId: number
  readonly quantity: number
  readonly expiresOn: Day | null
  readonly heldOn: Day | null
  /** The service its place feeds. */
  readonly stream: Stream | null
}

/** What one kit holds: component and base units. */
type RecipeRow = { readonly itemId: number; readonly quantity: number }

/** The days of an item and service: use [day, units], stock [day, opening, closing, unmet], gifts [day, units]. */
export type DaysRow = {
  readonly what: 'use' | 'stock' | 'gift'
  readonly itemId: number
  readonly stream: Stream | null
  readonly days: readonly (readonly [Day, ...number[]])[]
}

export type ReorderRows = {
  readonly items: readonly ReorderItem[]
  readonly days: readonly DaysRow[]
  readonly calendar: Calendar
}

export type Asked = {
  readonly today: Day
  /** Which deadlines have passed; in the morning of today where nobody says, none of today's. */
  readonly clock?: WallTime
  /** Only of these and the kits that hold them. */
  readonly itemIds?: readonly number[]
  /** Only of so many after this one, and the kits that hold them. */
  readonly some?: { readonly after: number; readonly most: number }
  /** When it is at hand. */
  readonly calendar?: Calendar
}

/** Of all items in use, or of some. */
export async function reorderRows(db: Db, asked: Asked): Promise<ReorderRows> {
  const { today, calendar } = asked
  const since = addDays(today, -recordDays)
  const items = await itemRows(db, { today, since, asked: idsOf(asked) })
  const days = await daysRows(db, { since, ids: items.map(({ id }) => id) })
  return { items, days, calendar: calendar ?? (await serviceCalendar(db)) }
}

async function itemRows(
  db: Db,
  { today, since, asked }: { today: Day; since: Day; asked: SQL | null },
) {
  return db
    .select({
      ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
      ...{ unitFr: item.unitFr, unitEn: item.unitEn, category: item.category },
      ...{ tracking: item.tracking, expiry: item.expiry, graceDays: item.graceDays },
      ...{ minimumLifeDays: item.minimumLifeDays, serviceLevelPercent: item.serviceLevelPercent },
      ...{ minimumStock: item.minimumStock, maximumStock: item.maximumStock },
      /** Not where it only holds one that is asked for. */
      isAsked: asked ? sql<0 | 1>`${item.id} in ${asked}` : sql<0 | 1>`1`,
      packs: jsonRows<Name & { size: number }>(packs),
      supplies: jsonRows<SupplyRow>(supplies(since)),
      recipe: jsonRows<RecipeRow>(recipe(today)),
      lots: jsonRows<LotRow>(lots),
      orders: jsonRows<OrderRow>(orders(since)),
      seen: jsonRows<{ level: number; on: Day }>(seen),
    })
    .from(item)
    .where(and(isNull(item.retiredOn), asked ? orHolding(asked) : undefined))
    .orderBy(item.id)
}

function idsOf({ itemIds, some }: Pick<Asked, 'itemIds' | 'some'>): SQL | null {
  if (itemIds) return sql`(select value from json_each(${JSON.stringify(itemIds)}))`
  if (!some) return null
  return sql`(select id from item as each_item where retired_on is null and id > ${some.after}
    order by id limit ${some.most})`
}

function orHolding(ids: SQL): SQL {
  return sql`(${item.id} in ${ids} or ${item.id} in (
    select recipe.kit_id from recipe join recipe_line on recipe_line.recipe_id = recipe.id
    where recipe_line.component_id in ${ids}))`
}

const packs = sql`
  select json_object('id', pack.id, 'nameFr', name_fr, 'nameEn', name_en, 'size', size) as row
  from pack where pack.item_id = ${item.id} and retired_on is null order by size`

const supplies = (since: Day) => sql`
  select json_object(
    'supplier', json_object('id', supplier.id, 'nameFr', name_fr, 'nameEn', name_en),
    'packId', item_supply.pack_id, 'price', price, 'priceUnits', price_units,
    'minimumOrder', minimum_order, 'maximumOrder', maximum_order,
    'leadTimeDays', lead_time_days, 'reviewDays', review_days, 'deadlineEvery', deadline_every,
    'deadlineDay', deadline_day, 'deadlineFrom', deadline_from, 'deadlineHour', deadline_hour,
    'observedLeadDays', json((select json_group_array(taken) from (
      select cast(julianday(min(entry.happened_on)) - julianday("order".sent_on) as integer) as taken
      from "order" join entry on entry.order_id = "order".id
      where "order".supplier_id = supplier.id and "order".sent_on >= ${since} and entry.sign = 1
        and not exists (select 1 from entry as later where later.reverses_id = entry.id)
      group by "order".id having taken >= 0)))) as row
  from (
    select supplier_id, id as rank from item_supply where item_id = ${item.id}
    union all
    select "order".supplier_id, 1e9 - "order".id from order_line join "order" on "order".id = order_line.order_id
    where order_line.item_id = ${item.id} and "order".sent_on is not null and "order".cancelled_on is null
  ) as source
  join location as supplier on supplier.id = source.supplier_id and supplier.retired_on is null
  left join item_supply on item_supply.item_id = ${item.id} and item_supply.supplier_id = supplier.id
  left join supplier_terms on supplier_terms.supplier_id = supplier.id
  group by supplier.id order by min(source.rank) limit 1`

const recipe = (today: Day) => sql`
  select json_object('itemId', component_id, 'quantity', quantity) as row from recipe_line
  where recipe_id = (select id from recipe where kit_id = ${item.id} and starts_on <= ${today}
    order by number desc limit 1)`

const lots = sql`
  select json_object('lotId', lot.id, 'quantity', on_hand.quantity, 'expiresOn', lot.expires_on,
    'heldOn', lot.held_on, 'stream', location.stream) as row
  from on_hand join lot on lot.id = on_hand.lot_id join location on location.id = on_hand.location_id
  where on_hand.item_id = ${item.id} and location.kind in ('stockroom', 'bag')
    and location.role <> 'quarantine'`

const orders = (since: Day) => sql`
  select json_object('orderId', "order".id, 'supplierId', supplier_id, 'sentOn', sent_on,
    'expectedOn', coalesce(expected_on, sent_on), 'isClosed', closed_on is not null,
    'quantity', order_line.quantity, 'received', ${receivedOfLine}, 'orderUpTo', order_up_to,
    'lifeDays', (select cast(min(julianday(lot.expires_on) - julianday(entry.happened_on)) as integer)
      from movement join entry on entry.id = movement.entry_id join lot on lot.id = movement.lot_id
      where movement.order_line_id = order_line.id and entry.sign = 1
        and not exists (select 1 from entry as later where later.reverses_id = entry.id))) as row
  from order_line join "order" on "order".id = order_line.order_id
  where order_line.item_id = ${item.id} and sent_on is not null and cancelled_on is null
    and (sent_on >= ${since} or closed_on is null)
  order by sent_on desc, "order".id desc`

/** What somebody saw last of a rough item: 3 full … 0 empty. The plus keeps to the index by item. */
const seen = sql`
  select json_object('level', amount, 'on', happened_on) as row from observation
  where ${item.tracking} = 'rough' and item_id = ${item.id} and kind = 'level' and +reverses_id is null
    and not exists (select 1 from observation as later where later.reverses_id = observation.id)
  order by happened_on desc, id desc limit 1`

/**
 * A row an item and service: one long value costs far less to bring over than a row a day. The cross
 * joins keep to the order written: from the year's donations, never from all movements of an item.
 */
async function daysRows(
  db: Db,
  { since, ids }: { since: Day; ids: readonly number[] },
): Promise<DaysRow[]> {
  const ofItems = (column: SQL) => inArray(column, [...ids])
  const ofStreams = inArray(sql`stream`, [...streams])
  const rows = await db.all<Omit<DaysRow, 'days'> & { days: string }>(sql`
    select 'use' as what, item_id as "itemId", stream, json_group_array(json_array(day, units)) as days
    from (select item_id, stream, day, sum(quantity) as units from consumption_by_day
      where ${ofItems(sql`item_id`)} and ${ofStreams} and day >= ${since}
      group by item_id, stream, day) group by item_id, stream
    union all
    select 'stock', item_id, stream, json_group_array(json_array(day, opening, closing, unmet))
    from stock_by_day where ${ofItems(sql`item_id`)} and ${ofStreams} and day >= ${since}
    group by item_id, stream
    union all
    select 'gift', item_id, null, json_group_array(json_array(day, units))
    from (select movement.item_id, entry.happened_on as day, sum(entry.sign * movement.quantity) as units
      from donation cross join entry on entry.donation_id = donation.id
      cross join movement on movement.entry_id = entry.id
      where donation.received_on >= ${since} and ${ofItems(sql`movement.item_id`)}
      group by movement.item_id, entry.happened_on) group by item_id`)
  return rows.map((row) => ({ ...row, days: JSON.parse(row.days) }))
}

/** The lines of an item that are to come. */
export function isToCome({ isClosed, quantity, received }: OrderRow): boolean {
  return isClosed === 0 && quantity > received
}
