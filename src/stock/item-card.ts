// An item's card: what it is, what is there in which lots, how it came to this, and what follows.
import { eq, type SQL, sql } from 'drizzle-orm'
import { advisedItems } from '#src/advice/advised-items.ts'
import { lastingOf } from '#src/advice/lasting.ts'
import { addDays, type Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { jsonRows } from '#src/db/json-rows.ts'
import { rememberedAnswer } from '#src/db/remembered.ts'
import {
  item,
  type LocationKind,
  type LocationRole,
  type lot,
  type Stream,
  streams,
} from '#src/db/schema/index.ts'
import type { Span } from '#src/ledger/consumption.ts'
import { balanceByDay } from './balance-by-day.ts'
import { lotsInOrder } from './lots-in-order.ts'
import { reorderOfItem } from './reorder-of-item.ts'

type Name = { readonly id: number; readonly nameFr: string | null; readonly nameEn: string | null }

type Pack = Name & { readonly size: number }

/** What one kit holds of an item, in its base units. */
type Component = Name & {
  readonly unitFr: string | null
  readonly unitEn: string | null
  readonly quantity: number
}

export type LotInPlace = {
  readonly lotId: number
  readonly kind: (typeof lot.$inferSelect)['kind']
  readonly code: string
  readonly expiresOn: Day | null
  readonly heldOn: Day | null
  readonly heldReason: string | null
  readonly quantity: number
  readonly place: Name & {
    readonly role: LocationRole
    readonly kind: LocationKind
    readonly stream: Stream | null
  }
}

/** A day on which something moved or was used, of one service; base units. */
export type DayOfItem = {
  readonly day: Day
  readonly stream: Stream
  /** Null when nothing moved. */
  readonly opening: number | null
  readonly closing: number
  readonly used: number
}

export type Item = Omit<NonNullable<Awaited<ReturnType<typeof itemWithStock>>>, 'held' | 'days'>

export type Card = NonNullable<Awaited<ReturnType<typeof itemCard>>>

/** Null when there is no such item; the same card while nothing was written. */
export const itemCard = rememberedAnswer(async (asOf, itemId: number, weeks: number) => {
  const { today } = asOf
  const drawn = { from: addDays(today, -7 * weeks), to: today }
  const found = await asOf.database.read((db) => itemWithStock(db, itemId, drawn))
  if (!found) return null
  const { held: lots, days, ...item } = found
  const { expiry, graceDays, minimumLifeDays } = item
  const items = await advisedItems(asOf)
  const advised = items.get(itemId)
  return {
    ...{ item, weeks, lasting: lastingOf(advised), reorder: reorderOfItem(advised, items) },
    ...lotsInOrder(lots, { expiry, graceDays, minimumLifeDays, today }),
    ...balanceByDay({ days, lots, ...drawn }),
  }
})

/** The item with what belongs to it, in one statement; null when there is none. */
async function itemWithStock(db: Db, itemId: number, { from, to }: Span) {
  const [found] = await db
    .select({
      ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
      ...{ unitFr: item.unitFr, unitEn: item.unitEn, category: item.category },
      ...{ tracking: item.tracking, lots: item.lots, retiredOn: item.retiredOn },
      ...{ expiry: item.expiry, graceDays: item.graceDays, minimumLifeDays: item.minimumLifeDays },
      ...{ allowedInBags: item.allowedInBags, allowedAtDropIn: item.allowedAtDropIn },
      packs: jsonRows<Pack>(packs),
      components: jsonRows<Component>(components(to)),
      held: jsonRows<LotInPlace>(lotsInPlaces),
      days: jsonRows<DayOfItem>(daysSince(from)),
    })
    .from(item)
    .where(eq(item.id, itemId))
  return found ?? null
}

/** In use, smallest first. */
const packs = sql`
  select json_object('id', pack.id, 'nameFr', name_fr, 'nameEn', name_en, 'size', size) as row
  from pack where pack.item_id = ${item.id} and retired_on is null order by size`

/** Of the recipe in force. */
const components = (today: Day) => sql`
  select json_object('id', part.id, 'nameFr', part.name_fr, 'nameEn', part.name_en,
    'unitFr', part.unit_fr, 'unitEn', part.unit_en, 'quantity', recipe_line.quantity) as row
  from recipe_line join item as part on part.id = recipe_line.component_id
  where recipe_id = (select id from recipe where kit_id = ${item.id} and starts_on <= ${today}
    order by number desc limit 1)
  order by part.category, part.id`

const lotsInPlaces = sql`
  select json_object('lotId', lot.id, 'kind', lot.kind, 'code', lot.code, 'expiresOn', lot.expires_on,
    'heldOn', lot.held_on, 'heldReason', lot.held_reason, 'quantity', on_hand.quantity,
    'place', json_object('id', place.id, 'nameFr', place.name_fr, 'nameEn', place.name_en,
      'role', place.role, 'kind', place.kind, 'stream', place.stream)) as row
  from on_hand join lot on lot.id = on_hand.lot_id join location as place on place.id = on_hand.location_id
  where on_hand.item_id = ${item.id} order by place.kind, place.id`

const ofStreams = sql`stream in (${sql.join(
  streams.map((stream) => sql`${stream}`),
  sql`, `,
)})`

const daysSince = (since: Day): SQL => sql`
  select json_object('day', day, 'stream', stream, 'opening', opening, 'closing', closing, 'used', 0) as row
  from stock_by_day where item_id = ${item.id} and ${ofStreams} and day >= ${since}
  union all
  select json_object('day', day, 'stream', stream, 'opening', null, 'closing', 0, 'used', sum(quantity))
  from consumption_by_day where item_id = ${item.id} and ${ofStreams} and day >= ${since}
  group by stream, day`
