// What the pages of bags and shifts show.
import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import {
  bagOut,
  item,
  location,
  lot,
  onHand,
  parLine,
  person,
  shift,
} from '#src/db/schema/index.ts'
import { type LotInPlace, lotInPlace } from '#src/ledger/on-hand.ts'

export const itemNames = {
  ...{ id: item.id, code: item.code, lots: item.lots },
  ...{ nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
}

export type ItemNames = Pick<
  typeof item.$inferSelect,
  'id' | 'code' | 'lots' | 'nameFr' | 'nameEn' | 'unitFr' | 'unitEn'
>

export type LotOfItem = LotInPlace & {
  readonly item: ItemNames
  /** The recipe it was built by; null for what was not built here. */
  readonly recipeId: number | null
  /** Its place in the bag's par list. */
  readonly position: number | null
}

export type ParItem = { readonly item: ItemNames; readonly quantity: number }

export const peopleNames = sql<string>`(select json_group_array(person.name) from shift_person
  join person on person.id = shift_person.person_id where shift_person.shift_id = shift.id)`

// The instant lives beside the book and may be gone; the day stays.
export const takenAt = sql<number | null>`(select recorded_at from entry
  join entry_trace on entry_trace.entry_id = entry.id
  where entry.shift_id = shift.id and entry.kind = 'check-out' order by entry.id limit 1)`

const feeder = alias(location, 'feeder')

const out = {
  shiftId: bagOut.shiftId,
  ...{ startedOn: shift.startedOn, people: peopleNames, takenAt },
}

type Out = { shiftId: number | null; startedOn: Day | null; people: string; takenAt: number | null }

/** Who has a bag, and since when; null when it is in. */
export type BagOut = ReturnType<typeof readOut>

function readOut({ shiftId, startedOn, people, takenAt: at }: Out) {
  if (shiftId === null || startedOn === null) return null
  return { shiftId, startedOn, people: JSON.parse(people) as string[], takenAt: at }
}

/** Every bag in use with its state; the ones this person took last come first. */
export async function bags(db: Db, personId: number) {
  const lastTaken = sql<number | null>`(select mine.id from shift as mine
    where mine.bag_id = ${location.id} and exists (select 1 from shift_person
      where shift_id = mine.id and person_id = ${personId})
    order by mine.id desc limit 1)`
  const rows = await db
    .select({
      ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      ...{ out, lastTaken },
    })
    .from(location)
    .leftJoin(bagOut, eq(bagOut.bagId, location.id))
    .leftJoin(shift, eq(shift.id, bagOut.shiftId))
    .where(and(eq(location.kind, 'bag'), isNull(location.retiredOn)))
    .orderBy(asc(location.id))
  return rows
    .map(({ out: found, ...bag }) => ({ ...bag, out: readOut(found) }))
    .sort((a, b) => (b.lastTaken ?? 0) - (a.lastTaken ?? 0))
}

/** A bag with who has it; null when there is none. */
export async function bagById(db: Db, bagId: number) {
  const [found] = await bagAsked(db).all({ bagId })
  return found ? { ...found, out: readOut(found.out) } : null
}

const bagAsked = prepared((db) =>
  db
    .select({
      ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      ...{ feederId: location.feederId, retiredOn: location.retiredOn, out },
      feeder: { nameFr: feeder.nameFr, nameEn: feeder.nameEn },
    })
    .from(location)
    .leftJoin(feeder, eq(feeder.id, location.feederId))
    .leftJoin(bagOut, eq(bagOut.bagId, location.id))
    .leftJoin(shift, eq(shift.id, bagOut.shiftId))
    .where(and(eq(location.id, sql.placeholder('bagId')), eq(location.kind, 'bag')))
    .prepare(),
)

/** What a bag should hold, in the order of its tiles. */
export async function parOf(db: Db, locationId: number): Promise<ParItem[]> {
  return parAsked(db).all({ locationId })
}

const parAsked = prepared((db) =>
  db
    .select({ item: itemNames, quantity: parLine.quantity })
    .from(parLine)
    .innerJoin(item, eq(item.id, parLine.itemId))
    .where(eq(parLine.locationId, sql.placeholder('locationId')))
    .orderBy(asc(parLine.position))
    .prepare(),
)

/** The lots in a bag; with a stockroom, also its lots of what is on the bag's par list. */
export async function lotsAround(
  db: Db,
  { bagId, feederId }: { readonly bagId: number; readonly feederId: number | null },
): Promise<LotOfItem[]> {
  return lotsAsked(db).all({ bagId, feederId })
}

const lotsAsked = prepared((db) => {
  const [bag, feedingIt] = [sql.placeholder('bagId'), sql.placeholder('feederId')]
  const onPar = db.select({ id: parLine.itemId }).from(parLine).where(eq(parLine.locationId, bag))
  return db
    .select({
      ...{ ...lotInPlace, recipeId: lot.recipeId },
      ...{ item: itemNames, position: parLine.position },
    })
    .from(onHand)
    .innerJoin(lot, eq(lot.id, onHand.lotId))
    .innerJoin(item, eq(item.id, onHand.itemId))
    .leftJoin(parLine, and(eq(parLine.locationId, bag), eq(parLine.itemId, item.id)))
    .where(
      or(
        eq(onHand.locationId, bag),
        and(eq(onHand.locationId, feedingIt), inArray(onHand.itemId, onPar)),
      ),
    )
    .orderBy(sql`${parLine.position} is null`, parLine.position, asc(item.id), asc(lot.id))
    .prepare()
})

/** Everything a check-out is planned from, in three statements; null when there is no such bag. */
export async function checkOutFacts(db: Db, bagId: number) {
  const bag = await bagById(db, bagId)
  if (!bag || bag.retiredOn !== null) return null
  const par = await parOf(db, bagId)
  const lots = await lotsAround(db, { bagId, feederId: bag.feederId })
  return {
    ...{ bag, par },
    inBag: lots.filter(({ locationId }) => locationId === bagId),
    inStockroom: lots.filter(({ locationId }) => locationId === bag.feederId),
  }
}

/** Who can go along. */
export async function colleagues(db: Db) {
  return db
    .select({ id: person.id, name: person.name, role: person.role })
    .from(person)
    .where(isNull(person.disabledOn))
    .orderBy(asc(person.name))
}

/** A bag's shifts, latest first, a page of `size` before `before`. */
export async function shiftsOfBag(
  db: Db,
  page: { readonly bagId: number; readonly before: number | null; readonly size: number },
) {
  const rows = await db
    .select({
      ...{ id: shift.id, startedOn: shift.startedOn, people: peopleNames },
      stops: sql<number>`(select count(*) from visit
        where visit.shift_id = shift.id and visit.taken_back_on is null)`,
      isOut: sql<number>`exists (select 1 from bag_out where bag_out.shift_id = shift.id)`,
    })
    .from(shift)
    .where(
      and(
        eq(shift.bagId, page.bagId),
        page.before === null ? undefined : lt(shift.id, page.before),
      ),
    )
    .orderBy(desc(shift.id))
    .limit(page.size)
  return rows.map((row) => ({ ...row, people: JSON.parse(row.people) as string[] }))
}
