import { and, eq, isNull } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { visitAtWork } from './hand-out.ts'
import { shiftAtWork } from './shift.ts'
import { dayOfStop } from './start-visit.ts'

/**
 * Takes back a visit that nothing is recorded of any more.
 * @returns the change, for its undo, and the shift
 * @throws Refusal `visitHolds`, `notFound`, `notYourShift`
 */
export async function takeBackVisit(
  tx: Tx,
  visitId: number,
  recording: Recording,
): Promise<{ readonly changeId: number; readonly shiftId: number }> {
  const { visit: found, shift } = await visitAtWork(tx, { visitId, personId: recording.personId })
  if (found.takenBackOn !== null) refuse('notFound', {})
  const changeId = await amend(tx, visit, found, { takenBackOn: recording.today }, recording)
  return { changeId, shiftId: shift.id }
}

type Stop = { readonly shiftId: number; readonly venueId: number; readonly day: Day }

/**
 * The same, told later by a phone, that knows a visit by its place and day.
 * @returns the visit; null where there is none, or none any more
 * @throws Refusal `visitHolds`, `notFound`, `notYourShift`
 */
export async function takeBackStop(
  tx: Tx,
  { shiftId, venueId, day }: Stop,
  recording: Recording,
): Promise<number | null> {
  const shift = await shiftAtWork(tx, { shiftId, personId: recording.personId })
  const at = [eq(visit.venueId, venueId), eq(visit.happenedOn, dayOfStop(shift, day, recording))]
  const [found] = await tx
    .select()
    .from(visit)
    .where(and(eq(visit.shiftId, shiftId), ...at, isNull(visit.takenBackOn)))
  if (!found) return null
  await amend(tx, visit, found, { takenBackOn: recording.today }, recording)
  return found.id
}
