// What reached venues. Reads the rollup, never the movements: a report costs what its period holds,
// whatever the history. Quantities are base units; what was taken back has been deducted.
import { and, between, eq, inArray, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { consumptionByDay, item, type Stream } from '#src/db/schema/index.ts'

/** Days from `from` to `to`, both included. */
export type Span = { readonly from: Day; readonly to: Day }

const total = sql<number>`sum(${consumptionByDay.quantity})`

/** What of an item reached a venue in a month, 'YYYY-MM'. */
export type MonthlyUse = {
  readonly itemId: number
  readonly venueId: number
  readonly month: string
  readonly quantity: number
}

const month = sql<string>`substr(${consumptionByDay.day}, 1, 7)`

/** Every item at every venue, month by month; of one service where `stream` is given. */
export async function monthlyUse(
  db: Db,
  { from, to, stream }: Span & { readonly stream: Stream | null },
): Promise<MonthlyUse[]> {
  return db
    .select({
      itemId: consumptionByDay.itemId,
      venueId: consumptionByDay.venueId,
      month,
      quantity: total,
    })
    .from(consumptionByDay)
    .where(
      and(
        // Item by item, because that is how its days are found.
        inArray(consumptionByDay.itemId, db.select({ id: item.id }).from(item)),
        between(consumptionByDay.day, from, to),
        stream === null ? undefined : eq(consumptionByDay.stream, stream),
      ),
    )
    .groupBy(consumptionByDay.itemId, consumptionByDay.venueId, month)
}

/** What reached one venue, item by item and month by month. */
export async function monthlyUseAt(
  db: Db,
  venueId: number,
  { from, to }: Span,
): Promise<MonthlyUse[]> {
  return db
    .select({
      itemId: consumptionByDay.itemId,
      venueId: consumptionByDay.venueId,
      month,
      quantity: total,
    })
    .from(consumptionByDay)
    .where(and(eq(consumptionByDay.venueId, venueId), between(consumptionByDay.day, from, to)))
    .groupBy(consumptionByDay.itemId, month)
}
