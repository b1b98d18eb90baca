import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import {
  bagOut,
  entry,
  item,
  type LocationRole,
  location,
  movement,
  shiftPerson,
  visit,
} from '#src/db/schema/index.ts'
import { visitedKinds } from './form.ts'

/** Every venue that is visited, with its last visit and what was given on the last day anything was. */
export async function venueBoard(db: Db, kind: LocationRole | null) {
  return boardOf(
    db,
    and(inArray(location.role, kind === null ? visitedKinds : [kind]), isNull(location.retiredOn)),
  )
}

/** The same of one venue; null when there is none. */
export async function venueOnBoard(db: Db, id: number) {
  const [found] = await boardOf(db, eq(location.id, id))
  return found ?? null
}

async function boardOf(db: Db, which: SQL | undefined) {
  const venues = await db
    .select({
      id: location.id,
      nameFr: location.nameFr,
      nameEn: location.nameEn,
      role: location.role,
      visitEveryDays: location.visitEveryDays,
      agreementSignedOn: location.agreementSignedOn,
      agreementReviewOn: location.agreementReviewOn,
      retiredOn: location.retiredOn,
      lastVisitOn: sql<Day | null>`(select seen.happened_on from visit as seen
        where seen.venue_id = location.id and seen.taken_back_on is null
        order by seen.happened_on desc limit 1)`,
    })
    .from(location)
    .where(and(eq(location.kind, 'venue'), which))
  const given = await lastGiven(
    db,
    venues.map(({ id }) => id),
  )
  return venues.map((venue) => ({
    ...venue,
    given: given.filter((each) => each.venueId === venue.id),
  }))
}

export type BoardVenue = Awaited<ReturnType<typeof venueBoard>>[number]

/** What each venue was given on the last day it was given anything: base units, largest first. */
async function lastGiven(db: Db, venueIds: readonly number[]) {
  if (venueIds.length === 0) return []
  return db.all<{
    venueId: number
    day: Day
    quantity: number
    nameFr: string | null
    nameEn: string | null
    unitFr: string | null
    unitEn: string | null
  }>(sql`
    select given.venue_id as "venueId", given.day, sum(given.quantity) as quantity,
      item.name_fr as "nameFr", item.name_en as "nameEn", item.unit_fr as "unitFr", item.unit_en as "unitEn"
    from ${location}
    join consumption_by_day as given on given.venue_id = ${location.id} and given.day = (
      select latest.day from consumption_by_day as latest
      where latest.venue_id = ${location.id} and latest.quantity > 0 order by latest.day desc limit 1)
    join ${item} on item.id = given.item_id
    where ${inArray(location.id, [...venueIds])} and given.quantity > 0
    group by given.venue_id, given.item_id order by quantity desc`)
}

/** One venue; null when there is none. */
export async function venueById(db: Db, id: number) {
  const [found] = await db
    .select()
    .from(location)
    .where(and(eq(location.id, id), eq(location.kind, 'venue')))
  return found ?? null
}

/** Its visits, latest day first, a page of `size` before the visit `before`, with what was given. */
export async function visitsOf(
  db: Db,
  venueId: number,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  const visits = await db
    .select({
      id: visit.id,
      happenedOn: visit.happenedOn,
      period: visit.period,
      contacts: visit.contacts,
    })
    .from(visit)
    .where(
      and(
        ...[eq(visit.venueId, venueId), isNull(visit.takenBackOn)],
        before === null
          ? undefined
          : sql`(${visit.happenedOn}, ${visit.id}) < (select happened_on, id from visit where id = ${before})`,
      ),
    )
    .orderBy(desc(visit.happenedOn), desc(visit.id))
    .limit(size)
  const given = await givenAt(
    db,
    venueId,
    visits.map(({ id }) => id),
  )
  return visits.map((each) => ({
    ...each,
    given: given.filter(({ visitId }) => visitId === each.id),
  }))
}

export type VisitOfVenue = Awaited<ReturnType<typeof visitsOf>>[number]

/** What reached the venue at each of these visits, less what was taken back; base units. */
async function givenAt(db: Db, venueId: number, visitIds: readonly number[]) {
  if (visitIds.length === 0) return []
  const quantity = sql<number>`sum(case when ${movement.toId} = ${venueId} then ${movement.quantity}
    when ${movement.fromId} = ${venueId} then -${movement.quantity} else 0 end)`
  return db
    .select({
      visitId: entry.visitId,
      quantity,
      ...{ nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
    })
    .from(entry)
    .innerJoin(movement, eq(movement.entryId, entry.id))
    .innerJoin(item, eq(item.id, movement.itemId))
    .where(inArray(entry.visitId, [...visitIds]))
    .groupBy(entry.visitId, movement.itemId)
    .having(sql`${quantity} <> 0`)
    .orderBy(desc(quantity))
}

/** The shift on which this person has a bag out; null when they have none. */
export async function shiftOutOf(db: Db, personId: number): Promise<number | null> {
  const [out] = await db
    .select({ shiftId: bagOut.shiftId })
    .from(bagOut)
    .innerJoin(shiftPerson, eq(shiftPerson.shiftId, bagOut.shiftId))
    .where(eq(shiftPerson.personId, personId))
    .limit(1)
  return out?.shiftId ?? null
}
