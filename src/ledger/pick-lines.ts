// Lots for the lines of an office document, out of one place.
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import type { Named, Unit } from '#src/messages/index.ts'
import { refuse } from '#src/refusal.ts'
import { type LotInPlace, lotsIn } from './on-hand.ts'
import { pick } from './pick.ts'

/** A line of a form: base units of an item, and the field to point at when there are not as many. */
export type WantedLine = {
  readonly item: Named & Unit & { readonly id: number }
  readonly quantity: number
  readonly field: string
}

export type PickedLine = {
  readonly itemId: number
  readonly lotId: number
  readonly quantity: number
}

/**
 * Takes each line from usable lots, FEFO; two lines of one item share what is there.
 * @throws Refusal `short` or `shortUsable`, naming what is there
 */
export async function pickLines(
  tx: Tx,
  place: Named & { readonly id: number },
  { lines, day }: { readonly lines: readonly WantedLine[]; readonly day: Day },
): Promise<PickedLine[]> {
  const itemIds = [...new Set(lines.map(({ item }) => item.id))]
  const lots = await lotsIn(tx, { locationId: place.id, itemIds })
  const left = new Map(lots.map((lot) => [lot.lotId, lot.quantity]))
  return lines.flatMap((line) => {
    const own = lots
      .filter(({ itemId }) => itemId === line.item.id)
      .map((lot) => ({ ...lot, quantity: left.get(lot.lotId) ?? 0 }))
    const { picks, short } = pick(own, { quantity: line.quantity, day })
    if (short > 0) refuseShort(place, line, { short, own })
    for (const { lotId, quantity } of picks) left.set(lotId, (left.get(lotId) ?? 0) - quantity)
    return picks.map((picked) => ({ itemId: line.item.id, ...picked }))
  })
}

function refuseShort(
  place: Named,
  { item, quantity: wanted, field }: WantedLine,
  { short, own }: { short: number; own: readonly LotInPlace[] },
) {
  const available = wanted - short
  const unusable = own.reduce((sum, { quantity }) => sum + quantity, 0) - available
  if (unusable > 0) refuse('shortUsable', { item, place, available, wanted, unusable }, field)
  refuse('short', { item, place, available, wanted }, field)
}
