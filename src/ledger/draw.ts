// Where the units of a hand-out came from. Pure.
import type { Day } from '#src/day.ts'
import type { LotInPlace } from './on-hand.ts'
import { fefo, isUsable, type Pick, take } from './pick.ts'
import type { ShiftSum } from './shift.ts'

type Given = {
  readonly itemId: number
  /** Base units. */
  readonly quantity: number
}

/**
 * Lots of the bag in the order they were most likely given: usable ones first to expire first, then what
 * should not have been there, and what nothing explains from the built-in lot, which then owes it.
 */
export function drawnFromBag(
  lots: readonly LotInPlace[],
  { itemId, quantity, builtInId, day }: Given & { readonly builtInId: number; readonly day: Day },
): Pick[] {
  const mine = lots.filter((lot) => lot.itemId === itemId)
  const usable = mine.filter((lot) => isUsable(lot, day))
  const others = mine.filter((lot) => !isUsable(lot, day))
  const { picks, short } = take([...fefo(usable), ...fefo(others)], quantity)
  if (short === 0) return [...picks]
  const known = picks.filter(({ lotId }) => lotId !== builtInId)
  const owed = quantity - known.reduce((sum, each) => sum + each.quantity, 0)
  return [...known, { lotId: builtInId, quantity: owed }]
}

export type Draw = Pick & { readonly placeId: number }

/**
 * What a late hand-out takes back of what the return had to book without knowing better: first what was
 * given and not recorded, then what was lost. `rest` is what neither explains.
 */
export function drawnFromReturn(
  sums: readonly ShiftSum[],
  { itemId, quantity }: Given,
): { readonly draws: readonly Draw[]; readonly rest: number } {
  const booked = (['unlogged', 'lost'] as const).flatMap((role) =>
    sums.filter((sum) => sum.role === role && sum.itemId === itemId && sum.out > 0),
  )
  const draws: Draw[] = []
  let rest = quantity
  for (const { placeId, lotId, out } of booked) {
    const drawn = Math.min(rest, out)
    if (drawn > 0) draws.push({ placeId, lotId, quantity: drawn })
    rest -= drawn
  }
  return { draws, rest }
}
