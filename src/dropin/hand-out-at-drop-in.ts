import type { Tx } from '#src/db/gate.ts'
import { handOutFromStockroom, type Tap } from '#src/ledger/hand-out-from-stockroom.ts'
import type { Recording } from '#src/recording.ts'
import { beginNight } from './tonight.ts'

/**
 * Hands out from the shelves tonight.
 * @returns the last entry made
 * @throws Refusal `nightClosed`, and those of `handOutFromStockroom`
 */
export async function handOutAtDropIn(tx: Tx, tap: Tap, recording: Recording): Promise<number> {
  const { night, shelves } = await beginNight(tx, recording)
  return handOutFromStockroom(tx, { visit: night, stockroom: shelves, tap }, recording)
}
