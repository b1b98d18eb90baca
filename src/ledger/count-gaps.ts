// Lots that nobody can tell apart are counted as one: the number of a build is on no kit. Pure.
import type { Day } from '#src/day.ts'

/** Base units of a lot. */
export type Part = { readonly lotId: number; readonly quantity: number }

/**
 * Where lots, first to expire first, differ from the count of them all: what is gone was given first to
 * expire first, as ever, and what is more was not.
 */
export function gapsOf(lots: readonly Part[], counted: number): Part[] {
  let rest = lots.reduce((sum, { quantity }) => sum - quantity, counted)
  return lots.map(({ lotId, quantity: held }, index) => {
    const isLast = index === lots.length - 1
    const gap = rest > 0 || isLast ? rest : Math.max(rest, -held)
    rest -= gap
    return { lotId, quantity: gap }
  })
}

type Lot = { readonly lotId: number; readonly expiresOn: Day | null }

/** FEFO, as they were most likely given: the lots of one item have the same rule of expiry. */
export function byExpiry(a: Lot, b: Lot): number {
  const never = '9999-12-31'
  return (a.expiresOn ?? never).localeCompare(b.expiresOn ?? never) || a.lotId - b.lotId
}
