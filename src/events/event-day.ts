// The day that is recorded at an event. Pure.
import type { Day } from '#src/day.ts'

type Dates = { readonly startsOn: Day | null; readonly endsOn: Day | null }

/** Today while it lasts, its last day afterwards; null before it begins. A standing place is always today. */
export function eventDay({ startsOn, endsOn }: Dates, today: Day): Day | null {
  if (startsOn !== null && startsOn > today) return null
  const last = endsOn ?? startsOn
  return last !== null && last < today ? last : today
}
