import { add } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, lot } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import type { ItemForm } from './form.ts'
import { familyNamed, refuseTaken } from './item-names.ts'

/**
 * Adds an item with its built-in lot.
 * @throws Refusal `codeTaken` when another item answers to its code or name
 */
export async function addItem(tx: Tx, form: ItemForm, recording: Recording) {
  await refuseTaken(tx, form, null)
  const made = await add(tx, item, await itemValues(tx, form, recording), recording)
  await beginLots(tx, made)
  return { itemId: made.id }
}

/** What of the form is kept: days that its kind of expiry has no use for are zero. */
export async function itemValues(tx: Tx, form: ItemForm, recording: Recording) {
  const { requestId: _, family, ...values } = form
  return {
    ...values,
    familyId: await familyNamed(tx, family, recording),
    graceDays: form.expiry === 'best-before' ? form.graceDays : 0,
    minimumLifeDays: form.expiry === 'none' ? 0 : form.minimumLifeDays,
  }
}

type LotRule = Pick<typeof item.$inferSelect, 'id' | 'tracking' | 'lots'>

/** The lot nobody chooses, when it is not there yet: "untracked", or "unknown" beside real lots. */
export async function beginLots(tx: Tx, { id, tracking, lots }: LotRule) {
  if (tracking === 'rough') return
  const kind = lots === 'none' ? 'untracked' : 'unknown'
  await tx.insert(lot).values({ itemId: id, kind }).onConflictDoNothing()
}
