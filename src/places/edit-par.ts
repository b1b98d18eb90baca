import { amendList } from '#src/db/amend-list.ts'
import type { Tx } from '#src/db/gate.ts'
import type { Recording } from '#src/recording.ts'
import type { ParForm } from './form.ts'

/**
 * Puts a par list in the place of the one before, in the order of its numbers.
 * @throws Refusal `stale` when somebody else has changed it since
 */
export async function editPar(tx: Tx, placeId: number, form: ParForm, recording: Recording) {
  const inOrder = form.lines.map(({ row }) => row).sort((a, b) => byPosition(a, b))
  const rows = inOrder.map(({ item, quantity }, place) => ({
    ...{ locationId: placeId, itemId: item.id, quantity, position: place + 1 },
  }))
  const edit = { name: 'par_line' as const, ownerId: placeId, seen: form.seen, rows }
  return { changeId: await amendList(tx, edit, recording) }
}

/** Lines without a number stay last, in the order they were typed. */
function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
  return a.position === b.position ? 0 : a.position - b.position
}
