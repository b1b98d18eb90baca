import { and, eq } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { entry } from '#src/db/schema/index.ts'
import { reverse } from '#src/ledger/reverse.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { type Reader, readableBy } from './queries.ts'

/**
 * Takes back an entry that is this person's to take back, with all that was recorded with it.
 * @returns the ids of the new entries, the last part's first
 * @throws Refusal `noSuchEntry`, also when it is somebody else's; and those of `reverse`
 */
export async function takeBackEntry(
  tx: Tx,
  { id, reader }: { readonly id: number; readonly reader: Reader },
  recording: Recording,
): Promise<number[]> {
  const [theirs] = await tx
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.id, id), readableBy(tx, reader)))
  if (!theirs) refuse('noSuchEntry', {})
  return reverse(tx, id, recording)
}
