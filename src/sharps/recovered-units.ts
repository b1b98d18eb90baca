// How many sharps came back, as near as can be told. Pure.

/** What of a kind of container the arithmetic needs. */
export type BinCapacity = {
  readonly capacityMl: number
  /** Sharps in a litre. */
  readonly densityLow: number
  readonly densityLikely: number
  readonly densityHigh: number
  readonly tareGrams: number
  /** One sharp, in thousandths of a gram. */
  readonly milligramsLight: number
  readonly milligramsLikely: number
  readonly milligramsHeavy: number
}

/** How it was measured. */
export type Measured =
  | { readonly method: 'count'; readonly count: number }
  | { readonly method: 'container'; readonly fillPercent: number }
  | { readonly method: 'weight'; readonly grams: number }

/** Sharps: hardly fewer, most likely, hardly more. */
export type Recovered = { readonly low: number; readonly likely: number; readonly high: number }

/** A count is what it is. */
export function countedUnits(count: number): Recovered {
  return { low: count, likely: count, high: count }
}

/** Containers × volume × fill × sharps in a litre. */
export function filledUnits(
  type: BinCapacity,
  { containers, fillPercent }: { readonly containers: number; readonly fillPercent: number },
): Recovered {
  const filledMl = (containers * type.capacityMl * fillPercent) / 100
  const at = (density: number) => Math.round((filledMl * density) / 1000)
  return {
    low: at(type.densityLow),
    likely: at(type.densityLikely),
    high: at(type.densityHigh),
  }
}

/** What the scale shows without the containers, by what a sharp weighs: heavy ones are fewer. */
export function weighedUnits(
  type: BinCapacity,
  { containers, grams }: { readonly containers: number; readonly grams: number },
): Recovered {
  const content = grams - containers * type.tareGrams
  const at = (milligrams: number) => Math.round((content * 1000) / milligrams)
  return {
    low: at(type.milligramsHeavy),
    likely: at(type.milligramsLikely),
    high: at(type.milligramsLight),
  }
}
