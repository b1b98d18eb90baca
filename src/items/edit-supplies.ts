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
 * @throws Refusal `stale`, `notFound` at a line whose supplier or pack is not there any more
 */
export async function editSupplies(
  tx: Tx,
  itemId: number,
  form: SuppliesForm,
  recording: Recording,
) {
  const suppliers = new Set((await suppliersFor(tx, itemId)).map(({ id }) => id))
  const packs = await tx.select({ id: pack.id }).from(pack).where(eq(pack.itemId, itemId))
  for (const { row, index } of form.lines) {
    if (!suppliers.has(row.supplierId)) refuse('notFound', {}, `lines.${index}.supplierId`)
    if (row.packId !== undefined && !packs.some(({ id }) => id === row.packId)) {
      refuse('notFound', {}, `lines.${index}.packId`)
    }
  }
  const rows = form.lines.map(({ row }) => ({
    ...{ itemId, supplierId: row.supplierId, packId: row.packId ?? null },
    ...{ ...pricedAs(row), minimumOrder: row.minimum, maximumOrder: row.maximum },
  }))
  const edit = { name: 'item_supply' as const, ownerId: itemId, seen: form.seen, rows }
  return { changeId: await amendList(tx, edit, recording) }
}
