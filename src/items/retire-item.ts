import { eq } from 'drizzle-orm'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { item } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { refuseInUse, refuseTaken } from './item-names.ts'

type Seen = { readonly id: number; readonly version: number }

/**
 * Takes an item out of the forms. Its history stays, and so does what is left of it in stock.
 * @throws Refusal `stale`, `itemInUse` while a par list or a recipe has it
 */
export async function retireItem(tx: Tx, seen: Seen, recording: Recording) {
  await refuseInUse(tx, { itemId: seen.id, field: null, bagsOnly: false })
  return { changeId: await amend(tx, item, seen, { retiredOn: recording.today }, recording) }
}

/** @throws Refusal `stale`, `codeTaken` when another item has taken its name meanwhile */
export async function restoreItem(tx: Tx, seen: Seen, recording: Recording) {
  const [found] = await tx.select().from(item).where(eq(item.id, seen.id))
  if (!found) return refuse('notFound', {})
  await refuseTaken(tx, found, found.id)
  return { changeId: await amend(tx, item, seen, { retiredOn: null }, recording) }
}
