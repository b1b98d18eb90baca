import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { item } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { beginLots, itemValues } from './add-item.ts'
import type { ItemEditForm } from './form.ts'
import { refuseInUse, refuseTaken } from './item-names.ts'

/**
 * Changes an item; where lots begin to be followed, "unknown" is added.
 * @throws Refusal `stale`, `codeTaken`, `itemInUse` when a list or a recipe needs what is taken from
 *   it, `countedStock` when there is stock of what would no longer be counted
 */
export async function editItem(tx: Tx, itemId: number, form: ItemEditForm, recording: Recording) {
  const { version, ...typed } = form
  await refuseTaken(tx, typed, itemId)
  if (form.tracking === 'rough') {
    await refuseInUse(tx, { itemId, field: 'tracking', bagsOnly: false })
  } else if (!form.allowedInBags) {
    await refuseInUse(tx, { itemId, field: 'allowedInBags', bagsOnly: true })
  }
  const values = await itemValues(tx, typed, recording)
  const changeId = await amend(tx, item, { id: itemId, version }, values, recording)
  await beginLots(tx, { id: itemId, tracking: form.tracking, lots: form.lots })
  return { changeId }
}
