import type { Tx } from '#src/db/gate.ts'
import { reverseUnmet, unmetById } from '#src/ledger/unmet.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { beginNight } from './tonight.ts'

/**
 * Takes back what was asked for in vain tonight.
 * @returns the id of the row that counts against it
 * @throws Refusal `notFound` for what is not of tonight, `nightClosed`, `reversedAlready`, `noSuchEntry`
 */
export async function takeBackUnmet(tx: Tx, id: number, recording: Recording): Promise<number> {
  const { night } = await beginNight(tx, recording)
  const { unmet } = await unmetById(tx, id)
  if (unmet.visitId !== night.id) refuse('notFound', {})
  return reverseUnmet(tx, unmet, recording)
}
