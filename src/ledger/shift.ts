// A shift as the book knows it: whose it is, where its bag is, what its entries moved in all.
import { and, eq, sql } from 'drizzle-orm'
import type { Day, Period } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { bagOut, entry, location, movement, person, shift } from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'

export type ShiftAtWork = {
  readonly id: number
  readonly startedOn: Day
  readonly bagId: number
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
  const [found] = await db
    .select({
      ...{ id: shift.id, startedOn: shift.startedOn, bagId: shift.bagId },
      feederId: location.feederId,
      outWithId: bagOut.shiftId,
      period: sql<Period | null>`(select period from entry
        where entry.shift_id = ${shift.id} and kind = 'check-out' order by entry.id limit 1)`,
      isTheirs: mayWriteOnShift(shiftId, personId),
    })
    .from(shift)
    .innerJoin(location, eq(location.id, shift.bagId))
    .leftJoin(bagOut, eq(bagOut.bagId, shift.bagId))
    .where(eq(shift.id, shiftId))
  if (!found) return refuse('notFound', {})
  if (!found.isTheirs) return refuse('notYourShift', {})
  const { feederId } = found
  if (feederId === null) throw new Error(`bag ${found.bagId} has no stockroom that fills it`)
  return { ...found, feederId }
}

// A job or an import has no person, and is trusted.
function mayWriteOnShift(shiftId: number, personId: number | null) {
  return sql<number>`(${personId} is null
    or exists (select 1 from shift_person where shift_id = ${shiftId} and person_id = ${personId})
    or exists (select 1 from ${person} where ${person.id} = ${personId} and ${person.role} <> 'outreach'))`
}

/** Base units of one lot that a shift's entries took out of the bag to one place, net. */
export type ShiftSum = {
  readonly placeId: number
  readonly itemId: number
  readonly lotId: number
  readonly kind: (typeof location.$inferSelect)['kind']
  readonly role: (typeof location.$inferSelect)['role']
  /** Below zero: into the bag. */
  readonly out: number
}

/** What the shift's entries moved out of its bag, by lot and the other place. */
export async function shiftSums(
  db: Db,
  { shiftId, bagId }: { readonly shiftId: number; readonly bagId: number },
): Promise<ShiftSum[]> {
  const out = sql<number>`sum(iif(${movement.fromId} = ${bagId}, ${movement.quantity}, -${movement.quantity}))`
  return db
    .select({
      ...{ itemId: movement.itemId, lotId: movement.lotId },
      ...{ placeId: location.id, kind: location.kind, role: location.role, out },
    })
    .from(entry)
    .innerJoin(movement, eq(movement.entryId, entry.id))
    .innerJoin(
      location,
      and(
        sql`${location.id} = iif(${movement.fromId} = ${bagId}, ${movement.toId}, ${movement.fromId})`,
        sql`${bagId} in (${movement.fromId}, ${movement.toId})`,
      ),
    )
    .where(eq(entry.shiftId, shiftId))
    .groupBy(movement.itemId, movement.lotId, location.id)
    .having(sql`${out} <> 0`)
}
