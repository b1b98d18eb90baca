// What a phone needs to go on without signal: codes, places, counts and the lines of one shift. Nothing
// of another shift, no history.
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import {
  bagOut,
  entry,
  location,
  movement,
  sealingKey,
  shift,
  shiftPerson,
  unmet,
  visit,
} from '#src/db/schema/index.ts'
import { plannedStops } from '#src/ledger/planned-stops.ts'
import { venuesDue } from '#src/ledger/venues-due.ts'
import { offeredFrom } from '#src/ledger/visit.ts'

const later = alias(entry, 'later')
const takenBack = alias(unmet, 'taken_back')

export type WorkingCopy = NonNullable<Awaited<ReturnType<typeof workingCopy>>>

/** The shift that this person is out with; null when they have no bag. */
export async function workingCopy(db: Db, { personId, today }: { personId: number; today: Day }) {
  const [out] = await db
    .select({
      ...{ id: shift.id, bagId: location.id, startedOn: shift.startedOn },
      ...{ nameFr: location.nameFr, nameEn: location.nameEn },
    })
    .from(bagOut)
    .innerJoin(shift, eq(shift.id, bagOut.shiftId))
    .innerJoin(location, eq(location.id, shift.bagId))
    .innerJoin(
      shiftPerson,
      and(eq(shiftPerson.shiftId, shift.id), eq(shiftPerson.personId, personId)),
    )
    .orderBy(desc(shift.id))
    .limit(1)
  if (!out) return null
  return {
    shift: out,
    items: await offeredFrom(db, { placeId: out.bagId, kind: 'bag' }),
    venues: await venuesDue(db, today),
    planned: await plannedStops(db, out.id),
    visits: await visitsOf(db, out.id),
    given: await givenIn(db, out.id),
    asked: await askedIn(db, out.id),
  }
}

/** The key phones seal to now; null before the first phone is paired. */
export async function keyToSealTo(db: Db) {
  const [newest] = await db
    .select({ id: sealingKey.id, publicKey: sealingKey.publicKey })
    .from(sealingKey)
    .orderBy(desc(sealingKey.id))
    .limit(1)
  return newest ?? null
}

function visitsOf(db: Db, shiftId: number) {
  return db
    .select({ venue: visit.venueId, day: visit.happenedOn, contacts: visit.contacts })
    .from(visit)
    .where(and(eq(visit.shiftId, shiftId), isNull(visit.takenBackOn)))
    .orderBy(asc(visit.id))
}

/** Hand-outs that still count, by the request that undoes them. */
function givenIn(db: Db, shiftId: number) {
  return (
    db
      .select({
        ...{ id: entry.requestId, venue: visit.venueId, day: visit.happenedOn },
        ...{ item: movement.itemId, quantity: sql<number>`sum(${movement.quantity})` },
      })
      .from(visit)
      .innerJoin(entry, and(eq(entry.visitId, visit.id), eq(entry.kind, 'hand-out')))
      // By entry, and never by venue (+): a venue has a history as long as the book.
      .innerJoin(
        movement,
        and(eq(movement.entryId, entry.id), sql`+${movement.toId} = ${visit.venueId}`),
      )
      .leftJoin(later, eq(later.reversesId, entry.id))
      .where(and(eq(visit.shiftId, shiftId), eq(entry.sign, 1), isNull(later.id)))
      .groupBy(entry.id, movement.itemId)
      .orderBy(asc(entry.id))
  )
}

function askedIn(db: Db, shiftId: number) {
  return db
    .select({
      ...{ id: unmet.requestId, venue: visit.venueId, day: visit.happenedOn },
      ...{ item: unmet.itemId, quantity: unmet.quantity },
    })
    .from(visit)
    .innerJoin(unmet, eq(unmet.visitId, visit.id))
    .leftJoin(takenBack, eq(takenBack.reversesId, unmet.id))
    .where(and(eq(visit.shiftId, shiftId), isNull(unmet.reversesId), isNull(takenBack.id)))
    .orderBy(asc(unmet.id))
}
