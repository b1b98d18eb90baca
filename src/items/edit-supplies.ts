import { eq } from 'drizzle-orm'
import { pricedAs } from '#src/catalog/line-form.ts'
import { amendList } from '#src/db/amend-list.ts'
import type { Tx } from '#src/db/gate.ts'
import { pack } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { SuppliesForm } from './form.ts'
import { suppliersFor } from './queries.ts'

/**
 * Says who supplies an item, in the place of what was said before.
 * @throws Refusal `stale`, `notFound` at a line whose supplier or pack is not there any more,
 *   `noPackFits` at a maximum that no number of whole packs meets
 */
export async function editSupplies(
  tx: Tx,
  itemId: number,
  form: SuppliesForm,
  recording: Recording,
) {
  const suppliers = new Set((await suppliersFor(tx, itemId)).map(({ id }) => id))
  const packs = await tx.select().from(pack).where(eq(pack.itemId, itemId))
  for (const { row, index } of form.lines) {
    if (!suppliers.has(row.supplierId)) refuse('notFound', {}, `lines.${index}.supplierId`)
    if (row.packId === undefined) continue
    const chosen = packs.find(({ id }) => id === row.packId)
    if (!chosen) return refuse('notFound', {}, `lines.${index}.packId`)
    if (!fitsBetween(chosen.size, row)) {
      refuse('noPackFits', { pack: chosen }, `lines.${index}.maximum`)
    }
  }
  const rows = form.lines.map(({ row }) => ({
    ...{ itemId, supplierId: row.supplierId, packId: row.packId ?? null },
    ...{ ...pricedAs(row), minimumOrder: row.minimum, maximumOrder: row.maximum },
  }))
  const edit = { name: 'item_supply' as const, ownerId: itemId, seen: form.seen, rows }
  return { changeId: await amendList(tx, edit, recording) }
}

type Bounds = { readonly minimum: number | null; readonly maximum: number | null }

/** Whether some whole number of packs is at least the minimum and at most the maximum. */
function fitsBetween(packSize: number, { minimum, maximum }: Bounds): boolean {
  const least = Math.ceil((minimum ?? 1) / packSize) * packSize
  return maximum === null || least <= maximum
}
