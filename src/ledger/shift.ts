// A shift as the book knows it: whose it is, where its bag is, what its entries moved in all.
import { and, eq, sql } from 'drizzle-orm'
import type { Day, Period } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import {
  bagOut,
  entry,
  item,
  location,
  lot,
  movement,
  parLine,
  person,
  type Stream,
  shift,
} from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'

export type ShiftAtWork = {
  readonly id: number
  readonly startedOn: Day
  readonly bagId: number
  /** The service it is of. */
  readonly stream: Stream
  /** The stockroom that fills the bag. */
  readonly feederId: number
  /** The shift that has the bag now: this one, a later one, or none. */
  readonly outWithId: number | null
  /** The part of the day it left, when that is known. */
  readonly period: Period | null
}

/**
 * The shift, for somebody who is about to write on it: its own people may, and the office.
 * @throws Refusal `notFound`, `notYourShift`
 */
export async function shiftAtWork(
  db: Db,
  { shiftId, personId }: { readonly shiftId: number; readonly personId: number | null },
): Promise<ShiftAtWork> {
  const [found] = await shiftAsked(db).all({ shiftId, personId })
  if (!found) return refuse('notFound', {})
  if (!found.isTheirs) return refuse('notYourShift', {})
  const { feederId, stream } = found
  if (feederId === null) throw new Error(`bag ${found.bagId} has no stockroom that fills it`)
  return { ...found, feederId, stream: stream ?? 'outreach' }
}

const { placeholder } = sql

// A job or an import has no person, and is trusted.
const mayWrite = sql<number>`(${placeholder('personId')} is null
  or exists (select 1 from shift_person
    where shift_id = ${shift.id} and person_id = ${placeholder('personId')})
  or exists (select 1 from ${person}
    where ${person.id} = ${placeholder('personId')} and ${person.role} <> 'outreach'))`

const shiftAsked = prepared((db) =>
  db
    .select({
      ...{ id: shift.id, startedOn: shift.startedOn, bagId: shift.bagId },
      feederId: location.feederId,
      stream: location.stream,
      outWithId: bagOut.shiftId,
      period: sql<Period | null>`(select period from entry
        where entry.shift_id = ${shift.id} and kind = 'check-out' order by entry.id limit 1)`,
      isTheirs: mayWrite,
    })
    .from(shift)
    .innerJoin(location, eq(location.id, shift.bagId))
    .leftJoin(bagOut, eq(bagOut.bagId, shift.bagId))
    .where(eq(shift.id, placeholder('shiftId')))
    .prepare(),
)

/** Base units of one lot that a shift's entries took out of the bag to one place, net. */
export type ShiftSum = Awaited<ReturnType<typeof shiftSums>>[number]

/**
 * What the shift's entries moved out of its bag, by lot and the other place; below zero, into it. What the
 * check-out did is apart from the rest: a stockroom is where things come from and go back to.
 */
export async function shiftSums(
  db: Db,
  { shiftId, bagId }: { readonly shiftId: number; readonly bagId: number },
) {
  return sumsAsked(db).all({ shiftId, bagId })
}

const sumsAsked = prepared((db) => {
  const bagId = placeholder('bagId')
  const isFromBag = sql`${movement.fromId} = ${bagId}`
  const out = sql<number>`sum(iif(${isFromBag}, ${movement.quantity}, -${movement.quantity}))`
  const isCheckOut = sql<number>`${entry.kind} = 'check-out'`
  return db
    .select({
      ...{ itemId: movement.itemId, lotId: movement.lotId, out, isCheckOut },
      position: parLine.position,
      ...{ placeId: location.id, kind: location.kind, role: location.role },
      lot: {
        ...{ kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn, recipeId: lot.recipeId },
      },
      item: {
        ...{ id: item.id, code: item.code, lots: item.lots },
        ...{ nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
      },
    })
    .from(entry)
    .innerJoin(movement, eq(movement.entryId, entry.id))
    .innerJoin(
      location,
      and(
        sql`${location.id} = iif(${isFromBag}, ${movement.toId}, ${movement.fromId})`,
        sql`${bagId} in (${movement.fromId}, ${movement.toId})`,
      ),
    )
    .innerJoin(item, eq(item.id, movement.itemId))
    .innerJoin(lot, eq(lot.id, movement.lotId))
    .leftJoin(parLine, and(eq(parLine.locationId, bagId), eq(parLine.itemId, item.id)))
    .where(eq(entry.shiftId, placeholder('shiftId')))
    .groupBy(movement.lotId, location.id, isCheckOut)
    .orderBy(sql`${parLine.position} is null`, parLine.position, item.id, lot.id)
    .prepare()
})
