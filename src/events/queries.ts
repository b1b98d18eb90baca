// Places that things reach without a bag: an event on its days, and what is done beside shifts.
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { location, visit } from '#src/db/schema/index.ts'

const feeder = alias(location, 'feeder')

/** Kinds of place that are recorded without a bag: counts, and never who. */
export const eventRoles = ['event', 'neighbour', 'online', 'home'] as const

const place = {
  ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn, role: location.role },
  ...{ startsOn: location.startsOn, endsOn: location.endsOn },
}

const lastOn = sql<Day | null>`(select seen.happened_on from visit as seen
  where seen.venue_id = location.id and seen.taken_back_on is null
  order by seen.happened_on desc limit 1)`

/** Every one in use; events with the latest first, then the standing ones. */
export async function eventPlaces(db: Db) {
  return db
    .select({ ...place, lastOn })
    .from(location)
    .where(
      and(
        ...[eq(location.kind, 'venue'), isNull(location.retiredOn)],
        inArray(location.role, [...eventRoles]),
      ),
    )
    .orderBy(desc(location.startsOn), asc(location.id))
}

export type EventPlace = Awaited<ReturnType<typeof eventPlaces>>[number]

/** One of them, with the stockroom it is given from: its own, or the central one; null when there is none. */
export async function eventPlaceById(db: Db, id: number) {
  const [found] = await db
    .select({
      ...place,
      ...{ stream: location.stream, retiredOn: location.retiredOn },
      stockroom: { id: feeder.id, nameFr: feeder.nameFr, nameEn: feeder.nameEn },
    })
    .from(location)
    .innerJoin(
      feeder,
      sql`${feeder.id} = coalesce(${location.feederId},
        (select id from location as central where central.role = 'central' limit 1))`,
    )
    .where(
      and(
        ...[eq(location.id, id), eq(location.kind, 'venue')],
        inArray(location.role, [...eventRoles]),
      ),
    )
  return found ?? null
}

export type EventPlaceFound = NonNullable<Awaited<ReturnType<typeof eventPlaceById>>>

/** What was recorded there without a bag on a day; null when nothing was. */
export async function visitOn(db: Db, { placeId, day }: { placeId: number; day: Day }) {
  const [found] = await db
    .select()
    .from(visit)
    .where(
      and(
        ...[eq(visit.venueId, placeId), eq(visit.happenedOn, day)],
        ...[isNull(visit.shiftId), isNull(visit.takenBackOn)],
      ),
    )
  return found ?? null
}
