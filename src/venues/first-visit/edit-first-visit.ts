import { amendList, wholeList } from '#src/db/amend-list.ts'
import type { Tx } from '#src/db/gate.ts'
import type { Recording } from '#src/recording.ts'
import type { FirstVisitForm } from './form.ts'

/** @throws Refusal `stale` when somebody else was faster */
export async function editFirstVisit(
  tx: Tx,
  { seen, lines }: FirstVisitForm,
  recording: Recording,
): Promise<{ readonly changeId: number }> {
  const rows = lines.map(({ row }, position) => ({
    ...{ itemId: row.item.id, quantity: row.quantity, position },
  }))
  const edit = { name: 'first_visit_line' as const, ownerId: wholeList, seen, rows }
  return { changeId: await amendList(tx, edit, recording) }
}
