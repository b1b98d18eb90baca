// What is usually left at a venue, from the days something was. Reads the rollup, never the movements.
import { and, between, desc, eq, gt, sql } from 'drizzle-orm'
import { addDays, type Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import { consumptionByDay } from '#src/db/schema/index.ts'

/** The latest days that count; fewer than two say nothing of what is usual. */
const mostDays = 8
const fewestDays = 2
const daysBack = 120

export type Use = { readonly day: Day; readonly itemId: number; readonly quantity: number }

/** Base units of each item that a venue usually takes, from the days before `today`. */
export async function usualAt(
  db: Db,
  { venueId, today }: { readonly venueId: number; readonly today: Day },
): Promise<ReadonlyMap<number, number>> {
  const [from, to] = [addDays(today, -daysBack), addDays(today, -1)]
  return usualOf(await usesAsked(db).all({ venueId, from, to }))
}

const usesAsked = prepared((db) =>
  db
    .select({
      day: consumptionByDay.day,
      itemId: consumptionByDay.itemId,
      quantity: consumptionByDay.quantity,
    })
    .from(consumptionByDay)
    .where(
      and(
        eq(consumptionByDay.venueId, sql.placeholder('venueId')),
        gt(consumptionByDay.quantity, 0),
        between(consumptionByDay.day, sql.placeholder('from'), sql.placeholder('to')),
      ),
    )
    .orderBy(desc(consumptionByDay.day))
    .prepare(),
)

/** The median of the latest days, a day without an item counting as none of it. Pure. */
export function usualOf(uses: readonly Use[]): ReadonlyMap<number, number> {
  const days = [...new Set(uses.map(({ day }) => day))].sort().reverse().slice(0, mostDays)
  if (days.length < fewestDays) return new Map()
  const recent = uses.filter(({ day }) => days.includes(day))
  const items = [...new Set(recent.map(({ itemId }) => itemId))]
  const medians = items.map((itemId) => {
    const given = recent.filter((use) => use.itemId === itemId).map(({ quantity }) => quantity)
    return [itemId, median([...given, ...days.slice(given.length).map(() => 0)])] as const
  })
  return new Map(medians.filter(([, quantity]) => quantity > 0))
}

/** Whole: of two in the middle, the smaller. */
function median(quantities: readonly number[]): number {
  const sorted = [...quantities].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
