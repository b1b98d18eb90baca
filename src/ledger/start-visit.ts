import { and, eq, isNull } from 'drizzle-orm'
import type { Day, Period } from '#src/day.ts'
import { log } from '#src/db/change-log.ts'
import type { Tx } from '#src/db/gate.ts'
import { location, visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { type ShiftAtWork, shiftAtWork } from './shift.ts'
import { standing } from './visit.ts'

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
export async function startVisit(tx: Tx, stop: Stop, recording: Recording): Promise<number> {
  const { visit } = await visitOfStop(tx, stop, recording)
  return visit.id
}

/** The same, and whether it is new. */
export async function visitOfStop(
  tx: Tx,
  { shiftId, venueId, day, period: typed }: Stop,
  recording: Recording,
): Promise<Started> {
  const shift = await shiftAtWork(tx, { shiftId, personId: recording.personId })
  await refuseUnknown(tx, { venueId, day })
  const happenedOn = dayOfStop(shift, day, recording)
  const isNow = shift.outWithId === shift.id && happenedOn === recording.today
  const period = isNow ? recording.period : (shift.period ?? typed ?? recording.period)
  return openVisit(tx, { venueId, shiftId, happenedOn, period }, recording)
}

type Visit = typeof visit.$inferSelect

export type Started = {
  readonly visit: Visit
  /** Begun by this. */
  readonly isNew: boolean
}

type Asked = Pick<Visit, 'venueId' | 'shiftId' | 'happenedOn' | 'period'>

/**
 * The visit of a place and a day; without a shift, an evening of the drop-in or a day of an event. Where
 * there is none it is begun with nothing in it, and one that was taken back is the same visit again.
 */
export async function openVisit(tx: Tx, asked: Asked, recording: Recording): Promise<Started> {
  const { venueId, shiftId, happenedOn } = asked
  const [found] = await tx
    .select()
    .from(visit)
    .where(
      and(
        ...[eq(visit.venueId, venueId), eq(visit.happenedOn, happenedOn)],
        shiftId === null ? isNull(visit.shiftId) : eq(visit.shiftId, shiftId),
      ),
    )
  if (found) {
    return { visit: await standing(tx, found, recording), isNew: found.takenBackOn !== null }
  }
  const [made] = await tx.insert(visit).values(asked).returning()
  if (!made) throw new Error('the database returned no visit')
  return { visit: made, isNew: true }
}

/** Notes that a request began a visit, which is undone with it. @returns the id of the change */
export function logNew(tx: Tx, made: Visit, recording: Recording): Promise<number> {
  return log(tx, { tableName: 'visit', rowId: made.id, before: null, after: made }, recording)
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

/** The day of a stop that was made on `day` by somebody's clock: a shift that is back has one day. */
export function dayOfStop(
  { id, outWithId, startedOn }: ShiftAtWork,
  day: Day | undefined,
  { today }: Recording,
): Day {
  if (outWithId !== id || (day !== undefined && day < startedOn)) return startedOn
  return day === undefined || day > today ? today : day
}
