// Where outreach goes next.
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Day, daysBetween } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { location } from '#src/db/schema/index.ts'

/** Where a service goes, what is most overdue first. */
export async function venuesDue(db: Db, today: Day) {
  const rows = await db
    .select({
      ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      ...{ role: location.role, visitEveryDays: location.visitEveryDays },
      lastVisitOn: sql<Day | null>`(select visit.happened_on from visit
        where visit.venue_id = location.id and visit.taken_back_on is null
        order by visit.happened_on desc limit 1)`,
    })
    .from(location)
    .where(
      and(
        ...[eq(location.kind, 'venue'), eq(location.stream, 'outreach')],
        ...[ne(location.role, 'unlogged'), isNull(location.retiredOn)],
      ),
    )
    .orderBy(asc(location.id))
  return rows
    .map((venue) => ({ ...venue, overdueDays: overdueDays(venue, today) }))
    .sort((a, b) => (b.overdueDays ?? -9999) - (a.overdueDays ?? -9999))
}

/** Days past the day it was due; below zero before it; null when it is never due. */
function overdueDays(
  venue: { visitEveryDays: number | null; lastVisitOn: Day | null },
  today: Day,
): number | null {
  if (venue.visitEveryDays === null) return null
  if (venue.lastVisitOn === null) return 9999
  return daysBetween(venue.lastVisitOn, today) - venue.visitEveryDays
}
