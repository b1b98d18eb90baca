// When a venue is due again. Pure.
import { addDays, type Day, daysBetween } from '#src/day.ts'
import type { BoardVenue } from './queries.ts'

/** A venue as the board shows it; days since its last visit, and until it is due (negative: overdue). */
export type DueVenue = BoardVenue & {
  readonly daysSince: number | null
  readonly dueOn: Day | null
  /** Null when nobody expects it to be visited. */
  readonly daysUntilDue: number | null
}

/** Most overdue first; never visited counts as most overdue; those that are never due come last. */
export function byDue(venues: readonly BoardVenue[], today: Day): DueVenue[] {
  return venues.map((venue) => dueVenue(venue, today)).sort((a, b) => urgency(a) - urgency(b))
}

export function dueVenue(venue: BoardVenue, today: Day): DueVenue {
  const { lastVisitOn, visitEveryDays } = venue
  const daysSince = lastVisitOn === null ? null : daysBetween(lastVisitOn, today)
  if (visitEveryDays === null) return { ...venue, daysSince, dueOn: null, daysUntilDue: null }
  const dueOn = lastVisitOn === null ? today : addDays(lastVisitOn, visitEveryDays)
  return { ...venue, daysSince, dueOn, daysUntilDue: daysBetween(today, dueOn) }
}

function urgency({ daysUntilDue, lastVisitOn }: DueVenue): number {
  if (daysUntilDue === null) return Number.MAX_SAFE_INTEGER
  return lastVisitOn === null ? -Number.MAX_SAFE_INTEGER : daysUntilDue
}
