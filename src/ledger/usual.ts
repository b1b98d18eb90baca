// What is usually left at a venue, from the days something was. Reads the rollup, never the movements.
import { sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'

/** The latest days that count; fewer than two say nothing of what is usual. */
const mostDays = 8
const fewestDays = 2
const daysBack = 120

export type Use = { readonly day: Day; readonly itemId: number; readonly quantity: number }

/** What the venue of a `visit` was given on the days before it, for `usualOf`. */
export const usesBefore = sql`
  select json_object('day', day, 'itemId', item_id, 'quantity', quantity) as row
  from consumption_by_day where venue_id = visit.venue_id and quantity > 0
    and day >= date(visit.happened_on, ${`-${daysBack} days`}) and day < visit.happened_on`

/** Base units of each item: the median of the latest days, a day without an item counting as none of it. Pure. */
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
