// What was ordered from a supplier and what came of it: in time or late, whole or short. Over the
// days that the reorder arithmetic looks back on, by the indexes of its orders and their lines.
import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm'
import { type SupplierTerms, termsOf } from '#src/catalog/supplier-terms.ts'
import { addDays, type Day, daysBetween, monthOf } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { item, location, order, orderLine } from '#src/db/schema/index.ts'
import { receivedOfLine } from '#src/ledger/on-order.ts'
import { recordDays } from '#src/ledger/reorder-rows.ts'
import { leadTimes, medianLeadTime, OBSERVED_FROM } from '#src/planning/lead-times.ts'

export type SupplierRecord = {
  readonly supplier: { readonly id: number; readonly nameFr: string | null; nameEn: string | null }
  readonly terms: SupplierTerms
  readonly sinceOn: Day
  readonly kept: Kept
  /** Days from sending to the first delivery, shortest first. */
  readonly leadDays: readonly number[]
  /** What the reorder arithmetic counts on: what was seen, once it was seen often enough. */
  readonly leads: { readonly medianDays: number; readonly areObserved: boolean }
  readonly items: readonly ItemRecord[]
  readonly months: readonly (Kept & { readonly month: string })[]
}

/** How many orders kept their day; and of their lines that are over, the share that came. */
type Kept = {
  readonly orders: number
  readonly onTime: number
  readonly late: number
  readonly fillRate: number | null
}

type ItemRecord = {
  readonly item: Line['item']
  /** Base units, of lines that are over. */
  readonly ordered: number
  readonly came: number
  /** Received of ordered, as the arithmetic counts it; null before any line is over. */
  readonly fillRate: number | null
  /** The same, order by order, the oldest first. */
  readonly fills: readonly number[]
}

/** Null when it is no supplier. Three statements. */
export async function supplierRecord(
  db: Db,
  supplierId: number,
  today: Day,
): Promise<SupplierRecord | null> {
  const [supplier] = await db
    .select({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(location)
    .where(and(eq(location.id, supplierId), eq(location.role, 'supplier')))
  if (!supplier) return null
  const sinceOn = addDays(today, -recordDays)
  const terms = await termsOf(db, supplierId)
  return {
    supplier,
    terms,
    sinceOn,
    ...recordOf(await linesSince(db, { supplierId, sinceOn }), { terms, today }),
  }
}

type Line = Awaited<ReturnType<typeof linesSince>>[number]

async function linesSince(
  db: Db,
  { supplierId, sinceOn }: { readonly supplierId: number; readonly sinceOn: Day },
) {
  return db
    .select({
      orderId: order.id,
      sentOn: sql<Day>`${order.sentOn}`,
      expectedOn: sql<Day>`coalesce(${order.expectedOn}, ${order.sentOn})`,
      isClosed: sql<0 | 1>`${order.closedOn} is not null`,
      firstOn: sql<Day | null>`(select min(entry.happened_on) from entry where entry.order_id = "order".id
        and entry.sign = 1
        and not exists (select 1 from entry as later where later.reverses_id = entry.id))`,
      item: { id: item.id, nameFr: item.nameFr, nameEn: item.nameEn },
      quantity: orderLine.quantity,
      received: receivedOfLine,
    })
    .from(order)
    .innerJoin(orderLine, eq(orderLine.orderId, order.id))
    .innerJoin(item, eq(item.id, orderLine.itemId))
    .where(
      and(eq(order.supplierId, supplierId), gte(order.sentOn, sinceOn), isNull(order.cancelledOn)),
    )
    .orderBy(asc(order.sentOn), asc(order.id), asc(orderLine.id))
}

type Around = { readonly terms: SupplierTerms; readonly today: Day }

function recordOf(lines: readonly Line[], { terms, today }: Around) {
  const firsts = [...new Map(lines.map((line) => [line.orderId, line])).values()]
  const leadDays = firsts
    .flatMap(({ sentOn, firstOn }) => (firstOn === null ? [] : [daysBetween(sentOn, firstOn)]))
    .filter((days) => days >= 0)
    .sort((a, b) => a - b)
  return {
    ...{ kept: keptIn(lines, today), leadDays },
    leads: {
      medianDays: medianLeadTime(leadTimes(terms.leadTimeDays, leadDays)),
      areObserved: leadDays.length >= OBSERVED_FROM,
    },
    items: [...grouped(lines, ({ item }) => item.id).values()].map(itemRecord),
    months: [...grouped(lines, ({ sentOn }) => monthOf(sentOn))]
      .map(([month, those]) => ({ month, ...keptIn(those, today) }))
      .reverse(),
  }
}

function keptIn(lines: readonly Line[], today: Day): Kept {
  const orders = [...new Map(lines.map((line) => [line.orderId, line])).values()]
  const isLate = ({ firstOn, expectedOn }: Line) => (firstOn ?? today) > expectedOn
  const fills = lines.filter(isOver).map(fillOf)
  return {
    orders: orders.length,
    onTime: orders.filter((each) => each.firstOn !== null && !isLate(each)).length,
    late: orders.filter(isLate).length,
    // A line counts as much as another: sums of units of different items say nothing.
    fillRate: fills.length > 0 ? sum(fills) / fills.length : null,
  }
}

function itemRecord(lines: readonly Line[]): ItemRecord {
  const over = lines.filter(isOver)
  const [first] = lines
  if (!first) throw new Error('a group of lines has none')
  const ordered = sum(over.map(({ quantity }) => quantity))
  const came = sum(over.map(({ quantity, received }) => Math.min(quantity, received)))
  return {
    ...{ item: first.item, ordered, came },
    fillRate: ordered > 0 ? came / ordered : null,
    fills: over.map(fillOf),
  }
}

/** No more of it is to come. */
function isOver({ isClosed, quantity, received }: Line): boolean {
  return isClosed === 1 || received >= quantity
}

function fillOf({ quantity, received }: Line): number {
  return Math.min(quantity, received) / quantity
}

function grouped<Key>(lines: readonly Line[], keyOf: (line: Line) => Key): Map<Key, Line[]> {
  const groups = new Map<Key, Line[]>()
  for (const line of lines) {
    const key = keyOf(line)
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return groups
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0)
}
