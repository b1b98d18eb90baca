// Chance with a seed: the same demo every time.

export type Random = ReturnType<typeof randomOf>

/** mulberry32: small, fast, and good enough to look like life. */
export function randomOf(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join('')

  return {
    /** From 0 up to, not including, 1. */
    next,
    chance: (probability: number) => next() < probability,
    /** A whole number from `least` to `most`. */
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    /** How many of something that happens `mean` times on average (Knuth's product of uniforms). */
    poisson: (mean: number): number => {
      let count = -1
      for (let left = 1; left > Math.exp(-mean); left *= next()) count += 1
      return Math.max(0, count)
    },
    pick: <T>(from: readonly T[]): T => {
      const chosen = from[Math.floor(next() * from.length)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    /** `count` different ones, in a random order. */
    some: <T>(from: readonly T[], count: number): T[] =>
      from
        .map((each) => ({ each, order: next() }))
        .sort((a, b) => a.order - b.order)
        .slice(0, count)
        .map(({ each }) => each),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
