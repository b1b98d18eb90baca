// Saved routes.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { lastChangeId } from '#src/db/change-log.ts'
import type { Db } from '#src/db/gate.ts'
import { location, route, routeStop } from '#src/db/schema/index.ts'
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
