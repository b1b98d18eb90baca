// What typing in the paper pile needs, and what was recorded late.
import { and, asc, desc, eq, inArray, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day, Period } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { bagOut, entry, location, shift, visit } from '#src/db/schema/index.ts'
import { offeredFrom } from '#src/ledger/visit.ts'
import type { Named } from '#src/messages/index.ts'
import type { ShiftThatDay } from './late-shift.ts'
import { type Word, wordsOf } from './words.ts'

/** Every place that can be stopped at, by what it is called. */
export async function venueWords(db: Db): Promise<Word[]> {
  const rows = await db
    .select({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(location)
    .where(
      and(
        ...[eq(location.kind, 'venue'), isNull(location.retiredOn)],
        notInArray(location.role, ['unlogged', 'drop-in-floor']),
      ),
    )
    .orderBy(asc(location.id))
  return rows.map((venue) => wordsOf(venue, { isUsual: false }))
}

/** Every item that may be in a bag, what is on this bag's list first. */
export async function itemWords(db: Db, bagId: number): Promise<Word[]> {
  const offered = await offeredFrom(db, { placeId: bagId, kind: 'bag' })
  const place = ({ position }: (typeof offered)[number]) => position ?? Number.MAX_SAFE_INTEGER
  return offered
    .toSorted((a, b) => place(a) - place(b))
    .map(({ item, position }) => wordsOf(item, { isUsual: position !== null }))
}

/** The shifts of a bag that began on a day, and the one that has it now. */
export async function shiftsAround(
  db: Db,
  { bagId, day }: { readonly bagId: number; readonly day: Day },
): Promise<ShiftThatDay[]> {
  const checkOuts = sql<number | null>`(select sum(sign) from entry
    where entry.shift_id = shift.id and entry.kind = 'check-out')`
  const rows = await db
    .select({
      ...{ id: shift.id, startedOn: shift.startedOn, checkOuts },
      people: sql<string>`(select json_group_array(json_object('id', person.id, 'name', person.name))
        from shift_person join person on person.id = shift_person.person_id
        where shift_person.shift_id = shift.id)`,
      isOut: sql<number>`exists (select 1 from bag_out where bag_out.shift_id = shift.id)`,
    })
    .from(shift)
    .where(
      or(
        and(eq(shift.bagId, bagId), eq(shift.startedOn, day)),
        inArray(
          shift.id,
          db.select({ id: bagOut.shiftId }).from(bagOut).where(eq(bagOut.bagId, bagId)),
        ),
      ),
    )
  return rows.map(({ people, isOut, checkOuts: signs, ...row }) => ({
    ...{ ...row, people: JSON.parse(people), isOut: isOut === 1 },
    // One that was never taken at all was made here, while the bag was out with another.
    isTakenBack: signs !== null && signs <= 0,
  }))
}

/** The part of the day a bag last went out, where the book knows. */
export async function usualPeriod(db: Db, bagId: number): Promise<Period> {
  const [last] = await db
    .select({ period: entry.period })
    .from(shift)
    .innerJoin(entry, and(eq(entry.shiftId, shift.id), eq(entry.kind, 'check-out')))
    .where(and(eq(shift.bagId, bagId), sql`${entry.period} is not null`))
    .orderBy(desc(shift.id))
    .limit(1)
  return last?.period ?? 'afternoon'
}

export type Given = Named & { readonly quantity: number }

const givenAt = sql<string>`(select json_group_array(json_object('nameFr', name_fr, 'nameEn', name_en, 'quantity', given))
  from (select item.name_fr, item.name_en,
      sum(iif(movement.to_id = visit.venue_id, movement.quantity, -movement.quantity)) as given
    from entry as at join movement on movement.entry_id = at.id join item on item.id = movement.item_id
    where at.visit_id = visit.id and visit.venue_id in (movement.from_id, movement.to_id)
    group by item.id having given <> 0 order by item.id))`

/** What the book has already of a shift's stops on a day, by venue: the same sheet may be typed twice. */
export async function alreadyAt(
  db: Db,
  { shiftId, day, venueIds }: { shiftId: number; day: Day; venueIds: readonly number[] },
): Promise<ReadonlyMap<number, readonly Given[]>> {
  if (venueIds.length === 0) return new Map()
  const rows = await db
    .select({ venueId: visit.venueId, given: givenAt })
    .from(visit)
    .where(
      and(
        ...[eq(visit.shiftId, shiftId), eq(visit.happenedOn, day), isNull(visit.takenBackOn)],
        inArray(visit.venueId, [...venueIds]),
      ),
    )
  return new Map(rows.map(({ venueId, given }) => [venueId, JSON.parse(given) as Given[]]))
}

const bag = alias(location, 'bag')

export type LateEntry = Awaited<ReturnType<typeof lateEntries>>[number]

/** Whose late entries, and how far back they are shown. */
export type Reader =
  | { readonly role: 'office' }
  /** Outside: what they typed in today, on their own shifts, and nothing before. */
  | { readonly role: 'outreach'; readonly personId: number; readonly today: Day }

/** Hand-outs recorded on a later day than they happened, latest first, a page of `size` before `before`. */
export async function lateEntries(
  db: Db,
  { before, size, reader }: { before: number | null; size: number; reader: Reader },
) {
  const theirs: SQL | undefined =
    reader.role === 'office'
      ? undefined
      : sql`${entry.recordedOn} = ${reader.today} and exists (select 1 from shift_person
          where shift_person.shift_id = ${entry.shiftId} and person_id = ${reader.personId})`
  const rows = await db
    .select({
      ...{ id: entry.id, happenedOn: entry.happenedOn, recordedOn: entry.recordedOn },
      ...{ visitId: visit.id, sign: entry.sign },
      venue: { nameFr: location.nameFr, nameEn: location.nameEn },
      bag: { nameFr: bag.nameFr, nameEn: bag.nameEn },
      isTakenBack: sql<number>`exists (select 1 from entry as later where later.reverses_id = ${entry.id})`,
      given: sql<string>`(select json_group_array(json_object('nameFr', item.name_fr, 'nameEn', item.name_en,
          'quantity', movement.quantity))
        from movement join item on item.id = movement.item_id
        where movement.entry_id = ${entry.id} and movement.to_id = ${visit.venueId})`,
    })
    .from(entry)
    .innerJoin(visit, eq(visit.id, entry.visitId))
    .innerJoin(location, eq(location.id, visit.venueId))
    .leftJoin(shift, eq(shift.id, entry.shiftId))
    .leftJoin(bag, eq(bag.id, shift.bagId))
    .where(
      and(
        // As the index has it: a bound value would not be known to be the same.
        sql`${entry.kind} = 'hand-out' and ${entry.recordedOn} > ${entry.happenedOn}`,
        ...[isNull(entry.reversesId), theirs],
        lt(entry.id, before ?? Number.MAX_SAFE_INTEGER),
      ),
    )
    .orderBy(desc(entry.id))
    .limit(size)
  return rows.map(({ given, isTakenBack, ...row }) => ({
    ...{ ...row, given: summed(JSON.parse(given)), isTakenBack: isTakenBack === 1 },
  }))
}

/** One row an item, whatever its lots. */
function summed(given: readonly Given[]): Given[] {
  const sums = new Map<string, Given>()
  for (const each of given) {
    const key = `${each.nameFr} ${each.nameEn}`
    sums.set(key, { ...each, quantity: (sums.get(key)?.quantity ?? 0) + each.quantity })
  }
  return [...sums.values()]
}
