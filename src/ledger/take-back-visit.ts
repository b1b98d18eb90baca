import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { visitAtWork } from './hand-out.ts'

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
