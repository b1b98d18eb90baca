// Packs of an item. A size is there once: two words for one size would be two ways to type a quantity.
import { and, eq, ne } from 'drizzle-orm'
import { add, amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, pack } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { PackForm } from './form.ts'

/** @throws Refusal `notFound` without such an item, `packTaken` when it has a pack of this size */
export async function addPack(tx: Tx, itemId: number, form: PackForm, recording: Recording) {
  const [of] = await tx.select({ id: item.id }).from(item).where(eq(item.id, itemId))
  if (!of) return refuse('notFound', {})
  const { nameFr, nameEn, size } = form
  await refuseSameSize(tx, { id: 0, itemId, size })
  const made = await add(tx, pack, { itemId, nameFr, nameEn, size }, recording)
  return { packId: made.id }
}

/** @throws Refusal `notFound`, `stale`, `packTaken` */
export async function editPack(
  tx: Tx,
  packId: number,
  form: PackForm & { readonly version: number },
  recording: Recording,
) {
  const { nameFr, nameEn, size, version } = form
  const { itemId } = await packOf(tx, packId)
  await refuseSameSize(tx, { id: packId, itemId, size })
  const seen = { id: packId, version }
  return { itemId, changeId: await amend(tx, pack, seen, { nameFr, nameEn, size }, recording) }
}

/** Retires a pack, or brings it back with null. @throws Refusal `notFound`, `stale` */
export async function retirePack(
  tx: Tx,
  seen: { readonly id: number; readonly version: number },
  retiredOn: string | null,
  recording: Recording,
) {
  const { itemId } = await packOf(tx, seen.id)
  return { itemId, changeId: await amend(tx, pack, seen, { retiredOn }, recording) }
}

async function packOf(tx: Tx, packId: number) {
  const [found] = await tx.select().from(pack).where(eq(pack.id, packId))
  return found ?? refuse('notFound', {})
}

async function refuseSameSize(tx: Tx, wanted: { id: number; itemId: number; size: number }) {
  const { id, itemId, size } = wanted
  const [other] = await tx
    .select()
    .from(pack)
    .where(and(eq(pack.itemId, itemId), eq(pack.size, size), ne(pack.id, id)))
  if (!other) return
  refuse('packTaken', { pack: other, size, isRetired: other.retiredOn !== null }, 'size')
}
