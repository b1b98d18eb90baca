// Prices and amounts. A condom costs 6.5 ¢, a box of 144 costs 10 $: neither is whole cents a unit, so
// a price is kept as it was said, and only an amount of money is rounded, once, to the cent.

/** Ten-thousandths of a dollar in a cent: 6.5 ¢ is 650. */
const perCent = 100n

/** What so many base units cost; both null where nobody said. */
export type Priced = {
  /** Ten-thousandths of a dollar. */
  readonly price: number | null
  /** Base units that cost this together: 1, or the size of a pack. */
  readonly priceUnits: number | null
}

export type PricedAt = { readonly price: number; readonly priceUnits: number }

/** Nobody said what it costs. */
export const unpriced: Priced = { price: null, priceUnits: null }

export type Costing = Priced & {
  /** Base units. */
  readonly quantity: number
}

/**
 * What these cost together, in cents: added up exactly and rounded once, half a cent up. Null where
 * none of them has a price; those without one count nothing.
 */
export function amountOf(costing: readonly Costing[]): number | null {
  const priced = costing.flatMap(({ quantity, price, priceUnits }) =>
    price === null || priceUnits === null ? [] : [{ quantity, price, priceUnits }],
  )
  if (priced.length === 0) return null
  // A sum for each number of units that prices are for; then these few are added as fractions.
  const sums = new Map<number, bigint>()
  for (const { quantity, price, priceUnits } of priced) {
    sums.set(priceUnits, (sums.get(priceUnits) ?? 0n) + BigInt(quantity) * BigInt(price))
  }
  let [above, below] = [0n, 1n]
  for (const [units, sum] of sums) {
    above = above * BigInt(units) + sum * below
    below *= BigInt(units)
  }
  return Number((above + (perCent / 2n) * below) / (perCent * below))
}

/** What one base unit costs, in millionths of a dollar; not whole where the division does not end. */
export function millionthsEach({ price, priceUnits }: PricedAt): number {
  return (price * 100) / priceUnits
}
