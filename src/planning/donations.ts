import { type Chance, NO_DONATIONS } from './order-up-to-level.ts'

/**
 * What may be donated over the next `days` days: the sums of every window of that many days in the
 * record (units per day, oldest first), each as probable as the others.
 */
export function donationChances(donated: readonly number[], days: number): readonly Chance[] {
  const windows = donated.length - days + 1
  if (days <= 0 || windows <= 0 || donated.every((units) => units === 0)) return NO_DONATIONS
  const counts = new Map<number, number>()
  let sum = 0
  donated.forEach((units, index) => {
    sum += units - (donated[index - days] ?? 0)
    if (index >= days - 1) counts.set(sum, (counts.get(sum) ?? 0) + 1)
  })
  return [...counts].map(([quantity, count]) => ({ quantity, probability: count / windows }))
}

/** How uneven donations are: the share of windows that brought nothing; the fewest and most units of one. */
export function donationSpread(chances: readonly Chance[]) {
  const quantities = chances.map(({ quantity }) => quantity)
  return {
    none: chances.find(({ quantity }) => quantity === 0)?.probability ?? 0,
    fewest: Math.min(...quantities),
    most: Math.max(...quantities),
  }
}

/** E(G), in units. */
export function expectedDonations(chances: readonly Chance[]): number {
  return chances.reduce((sum, { quantity, probability }) => sum + quantity * probability, 0)
}
