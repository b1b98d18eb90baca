import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { heldEntry } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { enter } from './enter.ts'
import { entryOf } from './form.ts'

type Decided = { readonly id: string; readonly decision: 'entered' | 'set-aside' }

/**
 * Enters what was held, as the coordinator's own, or sets it aside; the row stays either way.
 * @throws Refusal `notFound` when somebody decided already or there is nothing to enter, and what `enter` throws
 */
export async function decideHeld(
  tx: Tx,
  { id, decision }: Decided,
  recording: Recording,
): Promise<null> {
  const [held] = await tx
    .update(heldEntry)
    .set({ decision, decidedOn: recording.today })
    .where(and(eq(heldEntry.id, id), isNull(heldEntry.decidedOn)))
    .returning()
  if (!held) return refuse('notFound', {})
  if (decision === 'set-aside') return null
  const entry = held.content === null ? null : entryOf(held.content)
  if (!entry || entry.kind === 'typed') return refuse('notFound', {})
  await enter(tx, entry, { ...recording, requestId: entry.id })
  return null
}
