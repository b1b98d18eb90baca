// Saved routes, and where a shift means to stop.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { lastChangeId } from '#src/db/change-log.ts'
import type { Db } from '#src/db/gate.ts'
import { location, plannedStop, route, routeStop } from '#src/db/schema/index.ts'
import type { Named } from '#src/messages/index.ts'

type Stop = Named & { readonly id: number }

const stopsOfRoute = sql<string>`(select json_group_array(json_object('id', id, 'nameFr', name_fr, 'nameEn', name_en))
  from (select location.id, location.name_fr, location.name_en from route_stop
    join location on location.id = route_stop.venue_id
    where route_stop.route_id = route.id and location.retired_on is null order by route_stop.position))`

/** Routes with their places in order; retired ones on request. */
export async function rounds(db: Db, { withRetired }: { readonly withRetired: boolean }) {
  const rows = await db
    .select({ route, stops: stopsOfRoute })
    .from(route)
    .where(withRetired ? undefined : isNull(route.retiredOn))
    .orderBy(asc(route.id))
  return rows.map(({ route: round, stops }) => ({ ...round, stops: JSON.parse(stops) as Stop[] }))
}

export type Round = Awaited<ReturnType<typeof rounds>>[number]

/** One route, with the last change of its places; null when there is none. */
export async function roundById(db: Db, id: number) {
  const [found] = await db
    .select({ route, stops: stopsOfRoute })
    .from(route)
    .where(eq(route.id, id))
  if (!found) return null
  const seen = await lastChangeId(db, 'route_stop', id)
  return { ...found.route, stops: JSON.parse(found.stops) as Stop[], seen }
}

/** The places of a route that are still in use, in order. */
export async function venuesOnRoute(db: Db, routeId: number): Promise<number[]> {
  const rows = await db
    .select({ id: routeStop.venueId })
    .from(routeStop)
    .innerJoin(route, and(eq(route.id, routeStop.routeId), isNull(route.retiredOn)))
    .innerJoin(location, and(eq(location.id, routeStop.venueId), isNull(location.retiredOn)))
    .where(eq(routeStop.routeId, routeId))
    .orderBy(asc(routeStop.position))
  return rows.map(({ id }) => id)
}

/** Where a shift means to stop, in order: visited, skipped, or to go. */
export async function plannedStops(db: Db, shiftId: number) {
  const rows = await db
    .select({
      ...{ id: plannedStop.id, skipped: plannedStop.skipped, version: plannedStop.version },
      venue: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      visitId: sql<number | null>`(select max(visit.id) from visit
        where visit.shift_id = planned_stop.shift_id and visit.venue_id = planned_stop.venue_id)`,
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
