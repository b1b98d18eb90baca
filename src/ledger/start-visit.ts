import { and, eq, isNull } from 'drizzle-orm'
import type { Day, Period } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { location, visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { type ShiftAtWork, shiftAtWork } from './shift.ts'

type Stop = {
  readonly shiftId: number
  readonly venueId: number
  /** The day it was, when it is told later; never before the shift began, never after today. */
  readonly day?: Day | undefined
  /** The part of that day, for a shift that does not know its own. */
  readonly period?: Period
}

/**
 * Starts a visit of a shift at a venue, or opens the one it has there that day. A shift that is back
 * gets it on its own day: that is when it was.
 * @returns the visit's id
 * @throws Refusal `notYourShift`, `notFound`
 */
export async function startVisit(
  tx: Tx,
  { shiftId, venueId, day, period: typed }: Stop,
  recording: Recording,
): Promise<number> {
  const shift = await shiftAtWork(tx, { shiftId, personId: recording.personId })
  await refuseUnknown(tx, { venueId, day })
  const isOut = shift.outWithId === shift.id
  const happenedOn = isOut ? within(day ?? recording.today, shift, recording) : shift.startedOn
  const [open] = await tx
    .select({ id: visit.id })
    .from(visit)
    .where(
      and(
        ...[eq(visit.venueId, venueId), eq(visit.happenedOn, happenedOn)],
        eq(visit.shiftId, shiftId),
      ),
    )
  if (open) return open.id
  const isNow = isOut && happenedOn === recording.today
  const period = isNow ? recording.period : (shift.period ?? typed ?? recording.period)
  const { id } = await newVisit(tx, { venueId, shiftId, happenedOn, period })
  return id
}

/** A visit without anything in it yet; without a shift, an evening of the drop-in or a day of an event. */
export async function newVisit(tx: Tx, values: typeof visit.$inferInsert) {
  const [made] = await tx.insert(visit).values(values).returning()
  if (!made) throw new Error('the database returned no visit')
  return made
}

/** Where it was told later, a place that is retired by now was a place then. */
async function refuseUnknown(tx: Tx, { venueId, day }: Pick<Stop, 'venueId' | 'day'>) {
  const isInUse = day === undefined ? isNull(location.retiredOn) : undefined
  const [venue] = await tx
    .select({ id: location.id })
    .from(location)
    .where(and(eq(location.id, venueId), eq(location.kind, 'venue'), isInUse))
  if (!venue) refuse('notFound', {}, 'venueId')
}

function within(day: Day, { startedOn }: ShiftAtWork, { today }: Recording): Day {
  if (day < startedOn) return startedOn
  return day > today ? today : day
}
