import type { DemandHistory, StockOut } from '#src/planning/demand-history.ts'

/** Numbers in [0, 1) that are the same at every run (a linear congruential generator). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A Poisson count with this mean (Knuth's product of uniforms). */
export function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

/** The same for so many days. */
export function sameFor<T>(days: number, value: T): T[] {
  return Array.from({ length: days }, () => value)
}

/** Days of Poisson demand, the means repeating; Monday 2026-01-05 is the first. */
export function daysOf(means: readonly number[], days: number, seed = 1): number[] {
  const random = numbersFrom(seed)
  return Array.from({ length: days }, (_, day) => poisson(means[day % means.length] ?? 0, random))
}

export function daily(
  handedOut: readonly number[],
  more: Partial<DemandHistory> = {},
): DemandHistory & { frequency: 'D' } {
  return { startOn: '2026-01-05', handedOut, ...more, frequency: 'D' }
}

/** What a shelf filled every Monday hands out of this demand, and the days on which it was empty. */
export function fromShelf(demand: readonly number[], filledTo: number) {
  const handedOut: number[] = []
  const stockOut: StockOut[] = []
  let stock = 0
  demand.forEach((asked, day) => {
    if (day % 7 === 0) stock = filledTo
    const given = Math.min(asked, stock)
    stockOut.push(stock === 0 ? 'out' : given === stock ? 'ran-out' : 'none')
    handedOut.push(given)
    stock -= given
  })
  return { handedOut, stockOut }
}
