// Kinds of container and how many sharps they hold. What was recovered keeps what it was reckoned by.
import { and, eq } from 'drizzle-orm'
import { add, amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { binType, item } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { BinTypeEditForm, BinTypeForm } from './form.ts'

/** @throws Refusal `notFound` when its new ones are not an item that is counted */
export async function addBinType(tx: Tx, form: BinTypeForm, recording: Recording) {
  await refuseItem(tx, form.itemId)
  const made = await add(tx, binType, valuesOf(form), recording)
  return { typeId: made.id }
}

/** @throws Refusal `stale`, `notFound` */
export async function editBinType(
  tx: Tx,
  id: number,
  form: BinTypeEditForm,
  recording: Recording,
): Promise<{ readonly changeId: number }> {
  await refuseItem(tx, form.itemId)
  const seen = { id, version: form.version }
  return { changeId: await amend(tx, binType, seen, valuesOf(form), recording) }
}

/** Retires a kind of container, or brings it back with null. @throws Refusal `stale`, `notFound` */
export async function retireBinType(
  tx: Tx,
  seen: { readonly id: number; readonly version: number },
  retiredOn: string | null,
  recording: Recording,
) {
  return { changeId: await amend(tx, binType, seen, { retiredOn }, recording) }
}

function valuesOf(form: BinTypeForm) {
  const { nameFr, nameEn, densityLow, densityLikely, densityHigh, tareGrams } = form
  return {
    ...{ nameFr, nameEn, densityLow, densityLikely, densityHigh, tareGrams },
    itemId: form.itemId ?? null,
    capacityMl: form.capacity,
    milligramsLight: form.gramsLight,
    milligramsLikely: form.gramsLikely,
    milligramsHeavy: form.gramsHeavy,
  }
}

/** What leaves our stock for a bin is counted one by one. */
async function refuseItem(tx: Tx, itemId: number | undefined) {
  if (itemId === undefined) return
  const [found] = await tx
    .select({ id: item.id })
    .from(item)
    .where(and(eq(item.id, itemId), eq(item.tracking, 'exact')))
  if (!found) refuse('notFound', {}, 'itemId')
}
