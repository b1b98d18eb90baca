import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { placesOf } from '#src/catalog/places.ts'
import type { Db } from '#src/db/gate.ts'
import {
  bagOut,
  bin,
  binEvent,
  binType,
  location,
  recovery,
  shiftPerson,
} from '#src/db/schema/index.ts'

/** Where a new container may come from: the bag this person has out first, then the stockrooms. */
export async function containerHolders(db: Db, personId: number) {
  const bags = await db
    .select({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(bagOut)
    .innerJoin(shiftPerson, eq(shiftPerson.shiftId, bagOut.shiftId))
    .innerJoin(location, eq(location.id, bagOut.bagId))
    .where(eq(shiftPerson.personId, personId))
  const stockrooms = await placesOf(db, 'stockroom')
  return [...bags, ...stockrooms.filter(({ role }) => role !== 'quarantine')]
}

/** Venues where a bin may stand. */
export async function binVenues(db: Db) {
  const venues = await placesOf(db, 'venue')
  return venues.filter(({ role }) => role !== 'unlogged')
}

/** A bin, standing or not; null when there is none. */
export async function binById(db: Db, id: number) {
  const [found] = await db
    .select({
      bin,
      type: binType,
      venue: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
    })
    .from(bin)
    .innerJoin(binType, eq(binType.id, bin.typeId))
    .innerJoin(location, eq(location.id, bin.venueId))
    .where(eq(bin.id, id))
  return found ?? null
}

/** What was done with a bin, the last recorded first, a page of `size` before `before`. */
export async function eventsOf(
  db: Db,
  binId: number,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  return db
    .select({
      ...{ id: binEvent.id, kind: binEvent.kind, entryId: binEvent.entryId },
      ...{ happenedOn: binEvent.happenedOn, recordedOn: binEvent.recordedOn },
      ...{ recovery, type: binType },
      isUndone: sql<number>`exists (select 1 from bin_event as undone
        where undone.reverses_id = ${binEvent.id})`,
    })
    .from(binEvent)
    .leftJoin(recovery, eq(recovery.id, binEvent.recoveryId))
    .leftJoin(binType, eq(binType.id, recovery.typeId))
    .where(
      and(
        ...[eq(binEvent.binId, binId), isNull(binEvent.reversesId)],
        before === null ? undefined : lt(binEvent.id, before),
      ),
    )
    .orderBy(desc(binEvent.id))
    .limit(size)
}

export type EventOfBin = Awaited<ReturnType<typeof eventsOf>>[number]
