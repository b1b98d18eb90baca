import type { Tx } from '#src/db/gate.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import {
  binTypeInUse,
  recordRecovered,
  takeBackRecovered,
  type Undoing,
} from '../record-recovered.ts'
import type { RecoveryForm } from './form.ts'

/**
 * Records what came back at the drop-in or by people.
 * @throws Refusal `notFound`, `binLight`
 */
export async function recordRecovery(tx: Tx, form: RecoveryForm, recording: Recording) {
  const { source, happenedOn, measured, typeId, containers } = form
  const type = typeId === null ? null : await binTypeInUse(tx, typeId)
  const found = { source, happenedOn, measured, type, containers }
  return { recoveryId: await recordRecovered(tx, found, recording) }
}

/**
 * Takes back what came back, unless it came with a bin: that is taken back with the swap.
 * @returns the clean-up it was of, if any
 * @throws Refusal `notFound`, `reversedAlready`, `cameWithBin`
 */
export async function takeBackRecovery(tx: Tx, undoing: Undoing, recording: Recording) {
  const { source, cleanUpId } = await takeBackRecovered(tx, undoing, recording)
  if (source === 'bin') refuse('cameWithBin', {})
  return { cleanUpId }
}
