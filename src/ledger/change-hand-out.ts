import type { Tx } from '#src/db/gate.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { entriesTogether } from './post.ts'
import { reverseThese } from './reverse.ts'
import { recordedAt, type VisitHandOut } from './visit.ts'

export type HandedOut = {
  readonly itemId: number
  /** Base units. */
  readonly quantity: number
}

export type Change =
  /** The hand-out of one item was of so many; zero takes it back. */
  | { readonly entryId: number; readonly quantity: number }
  /** One less of the item, from the last hand-out that had it. */
  | { readonly lessOfItemId: number }

/**
 * Changes a hand-out of a visit: it is reversed, and what remains of it is handed out anew by `handOut`,
 * from the first part this request has not used.
 * @returns the last entry made
 * @throws Refusal `handOutGone` when it does not count any more
 */
export async function changeHandOut(
  tx: Tx,
  { visitId, change }: { readonly visitId: number; readonly change: Change },
  recording: Recording,
  handOut: (lines: readonly HandedOut[], part: number) => Promise<number>,
): Promise<number> {
  const { handOuts: rows } = await recordedAt(tx, visitId)
  const entryId = entryOf(rows, change)
  const reversals = await takeBack(tx, entryId, recording)
  const lines = remaining(
    rows.filter((row) => row.entryId === entryId),
    change,
  )
  if (lines.length === 0) return reversals.at(-1) ?? entryId
  return handOut(lines, reversals.length)
}

function entryOf(rows: readonly VisitHandOut[], change: Change): number {
  const found =
    'entryId' in change
      ? rows.find(({ entryId }) => entryId === change.entryId)
      : rows.findLast(({ item }) => item.id === change.lessOfItemId)
  return found?.entryId ?? refuse('handOutGone', {})
}

// A hand-out that replaced another was written with the reversal of that one, which must stay.
async function takeBack(tx: Tx, entryId: number, recording: Recording): Promise<number[]> {
  const together = await entriesTogether(tx, entryId)
  const own = together.filter(({ id, reversesId }) => id === entryId || reversesId === null)
  return reverseThese(tx, own, recording)
}

function remaining(rows: readonly VisitHandOut[], change: Change): HandedOut[] {
  const sums = new Map<number, number>()
  for (const { item, quantity } of rows) sums.set(item.id, (sums.get(item.id) ?? 0) + quantity)
  return [...sums]
    .map(([itemId, quantity]) => ({ itemId, quantity: changed(itemId, quantity, change) }))
    .filter(({ quantity }) => quantity > 0)
}

function changed(itemId: number, quantity: number, change: Change): number {
  if ('entryId' in change) return change.quantity
  return itemId === change.lessOfItemId ? quantity - 1 : quantity
}
