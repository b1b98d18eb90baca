import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { cleanUp } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { RecoveredForm } from '../form.ts'
import { binTypeInUse, recordRecovered } from '../record-recovered.ts'
import type { CleanUpForm, NewCleanUpForm } from './form.ts'
import { cleanUpById, type Reach } from './queries.ts'

/** Begins a clean-up with the gear that leaves. */
export async function beginCleanUp(tx: Tx, form: NewCleanUpForm, recording: Recording) {
  const { requestId: _, ...values } = form
  const [made] = await tx
    .insert(cleanUp)
    .values({ ...values, recordedOn: recording.today })
    .returning({ id: cleanUp.id })
  if (!made) throw new Error('the database returned no clean-up')
  return { cleanUpId: made.id }
}

/** Corrects it, or counts the gear that came back. @throws Refusal `stale`, `notFound` */
export async function editCleanUp(tx: Tx, at: Reach, form: CleanUpForm, recording: Recording) {
  await openCleanUp(tx, at)
  const { requestId: _, version, ...values } = form
  return { changeId: await amend(tx, cleanUp, { id: at.id, version }, values, recording) }
}

/**
 * Records what was collected, on the day of the clean-up.
 * @throws Refusal `notFound`, `binLight`
 */
export async function recordCollected(
  tx: Tx,
  at: Reach,
  { measured, typeId, containers }: RecoveredForm,
  recording: Recording,
) {
  const { happenedOn } = await openCleanUp(tx, at)
  const type = typeId === null ? null : await binTypeInUse(tx, typeId)
  const found = { source: 'clean-up' as const, happenedOn, measured, type, containers }
  return { recoveryId: await recordRecovered(tx, { ...found, cleanUpId: at.id }, recording) }
}

/** Strikes out a clean-up that was none. @throws Refusal `stale`, `notFound`, `cleanUpUsed` */
export async function cancelCleanUp(tx: Tx, at: Reach, version: number, recording: Recording) {
  const { recoveries } = await openCleanUp(tx, at)
  if (recoveries > 0) refuse('cleanUpUsed', {})
  const cancelledOn = recording.today
  return { changeId: await amend(tx, cleanUp, { id: at.id, version }, { cancelledOn }, recording) }
}

async function openCleanUp(tx: Tx, at: Reach) {
  const found = await cleanUpById(tx, at)
  return found && found.cancelledOn === null ? found : refuse('notFound', {})
}
