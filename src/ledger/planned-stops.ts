// The route of a shift: where it means to stop.
import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { location, plannedStop } from '#src/db/schema/index.ts'

/** Where a shift means to stop, in order: visited, skipped, or to go. */
export async function plannedStops(db: Db, shiftId: number) {
  const rows = await db
    .select({
      ...{ id: plannedStop.id, skipped: plannedStop.skipped, version: plannedStop.version },
      venue: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      visitId: sql<number | null>`(select max(visit.id) from visit
        where visit.shift_id = planned_stop.shift_id and visit.venue_id = planned_stop.venue_id
          and visit.taken_back_on is null)`,
    })
    .from(plannedStop)
    .innerJoin(location, eq(location.id, plannedStop.venueId))
    .where(eq(plannedStop.shiftId, shiftId))
    .orderBy(asc(plannedStop.position))
  const next = rows.find(({ visitId, skipped }) => visitId === null && !skipped)
  return rows.map((row) => ({ ...row, state: stateOf(row, row === next) }))
}

export type PlannedStop = Awaited<ReturnType<typeof plannedStops>>[number]

function stateOf(
  { visitId, skipped }: { visitId: number | null; skipped: boolean },
  isNext: boolean,
): 'done' | 'skipped' | 'next' | 'later' {
  // Somebody who stops where they meant to pass by has stopped.
  if (visitId !== null) return 'done'
  if (skipped) return 'skipped'
  return isNext ? 'next' : 'later'
}

/** Planned stops that are neither made nor passed by. */
export function stopsToGo(planned: readonly Pick<PlannedStop, 'state'>[]): number {
  return planned.filter(({ state }) => state === 'next' || state === 'later').length
}
