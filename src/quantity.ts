// Quantities are whole base units. A pack is only a way to type them.

/** More than this in one line is a slip of the finger, not a delivery. */
export const largestQuantity = 10_000_000

export type QuantityProblem = 'quantityBlank' | 'quantityWhole' | 'quantityNumber' | 'quantityLarge'

export type Reading =
  | { readonly quantity: number; readonly problem?: never }
  | { readonly quantity?: never; readonly problem: QuantityProblem }

/** Reads a whole number as people type it: spaces of every kind group digits; 1.5 is refused. */
export function readQuantity(typed: string): Reading {
  const text = typed.replace(/[\s\u00a0\u202f\u2009_'’]/g, '')
  if (text === '') return { problem: 'quantityBlank' }
  if (/^\d+[.,]\d+$/.test(text)) return { problem: 'quantityWhole' }
  if (!/^\d+$/.test(text)) return { problem: 'quantityNumber' }
  const quantity = Number(text)
  return quantity > largestQuantity ? { problem: 'quantityLarge' } : { quantity }
}

/** Whole packs that hold at least `quantity` base units. */
export function packsFor(quantity: number, packSize: number): number {
  return Math.ceil(quantity / packSize)
}

/** The largest pack that makes the quantity exactly; null when only base units do. */
export function packMaking<Pack extends { readonly size: number }>(
  quantity: number,
  packs: readonly Pack[],
): Pack | null {
  const exact = packs.filter(({ size }) => quantity >= size && quantity % size === 0)
  return exact.reduce<Pack | null>(
    (best, each) => (best && best.size >= each.size ? best : each),
    null,
  )
}
