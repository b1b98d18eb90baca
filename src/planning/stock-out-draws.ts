import { cdf, quantile } from './demand-distribution.ts'
import type { OpenSteps } from './demand-history.ts'

const DRAWS = 6
const SETTLING_DRAWS = 4
const HALF_LIFE = 20
const PULL = 7
const SEED = 1
const MOST_WALKED = 300
const SMALLEST_PROBABILITY = 1e-15
const LARGEST_PROBABILITY = 1 - 1e-9
const LEAST_DISPERSION = 1.001

/**
 * What people would have asked for, had there been stock: several equally probable histories. What
 * was handed out on a step without stock is not demand, so a step that began without any is drawn
 * from the negative binomial around it, and one that ran out from its part at or above what was
 * handed out, again and again (data augmentation: Tanner and Wong 1987; for lost sales, Conrad 1976,
 * Agrawal and Smith 1996). Draws and not means, for means would shrink the spread. The seed is
 * fixed: the same history always gives the same draws. A history never without stock is its own
 * only one.
 */
export function drawnDemand(past: OpenSteps, exposure: Float64Array): readonly Float64Array[] {
  if (past.stockOut.every((stockOut) => stockOut === 'none')) return [past.demand]
  const random = seededRandom(SEED)
  const draws: Float64Array[] = [past.demand]
  for (let draw = 0; draw < SETTLING_DRAWS + DRAWS; draw++)
    draws.push(redrawn(past, exposure, draws.at(-1) ?? past.demand, random))
  return draws.slice(-DRAWS)
}

function redrawn(
  { demand, stockOut }: OpenSteps,
  exposure: Float64Array,
  drawn: Float64Array,
  random: () => number,
): Float64Array {
  const witnessed = exposure.map((usual, i) => (stockOut[i] === 'out' ? 0 : usual))
  const rates = smoothedRates(drawn, witnessed)
  const dispersion = Math.max(LEAST_DISPERSION, dispersionAround(rates, drawn, witnessed))
  return demand.map((handedOut, i) =>
    stockOut[i] === 'none'
      ? handedOut
      : drawAtLeast(handedOut, (rates[i] ?? 0) * (exposure[i] ?? 0), dispersion, random()),
  )
}

/** Units per usual step around each step: near ones count more, whether before or after. */
function smoothedRates(demand: Float64Array, exposure: Float64Array): Float64Array {
  const before = discounted(demand, exposure)
  const after = discounted(demand.toReversed(), exposure.toReversed())
  const last = demand.length - 1
  const overall = before.all.units / Math.max(1e-9, before.all.exposure)
  return demand.map((_, i) => {
    const own = (exposure[i] ?? 0) > 0 ? (demand[i] ?? 0) : 0
    const units = (before.units[i] ?? 0) + (after.units[last - i] ?? 0) - own
    const weight = (before.exposure[i] ?? 0) + (after.exposure[last - i] ?? 0) - (exposure[i] ?? 0)
    return (units + PULL * overall) / (weight + PULL)
  })
}

function discounted(demand: Float64Array, exposure: Float64Array) {
  const keep = 0.5 ** (1 / HALF_LIFE)
  const sums = { units: new Float64Array(demand), exposure: new Float64Array(exposure) }
  const all = { units: 0, exposure: 0 }
  for (let i = 0; i < demand.length; i++) {
    const units = (exposure[i] ?? 0) > 0 ? (demand[i] ?? 0) : 0
    all.units += units
    all.exposure += exposure[i] ?? 0
    sums.units[i] = units + keep * (sums.units[i - 1] ?? 0)
    sums.exposure[i] = (exposure[i] ?? 0) + keep * (sums.exposure[i - 1] ?? 0)
  }
  return { ...sums, all }
}

function dispersionAround(rates: Float64Array, demand: Float64Array, exposure: Float64Array) {
  let squares = 0
  let expected = 0
  for (let i = 0; i < demand.length; i++) {
    if ((exposure[i] ?? 0) <= 0) continue
    const mean = (rates[i] ?? 0) * (exposure[i] ?? 0)
    squares += ((demand[i] ?? 0) - mean) ** 2
    expected += mean
  }
  return expected > 0 ? squares / expected : 1
}

/** A negative binomial draw, given that it is at least this many units. */
function drawAtLeast(units: number, mean: number, dispersion: number, random: number): number {
  if (mean <= 0) return units
  if (Math.max(units, mean) > MOST_WALKED) return soughtAtLeast(units, mean, dispersion, random)
  const size = mean / (dispersion - 1)
  let probability = dispersion ** -size
  let whole = 0
  let below = 0
  const next = () => {
    below += probability
    probability *= ((whole + size) / (whole + 1)) * (1 - 1 / dispersion)
    whole++
  }
  while (whole < units) next()
  const target = below + random * Math.max(0, 1 - below)
  while (below + probability < target && probability > SMALLEST_PROBABILITY) next()
  return whole
}

/** The same for large counts, where walking up unit by unit would take long. */
function soughtAtLeast(units: number, mean: number, dispersion: number, random: number): number {
  const demand = { mean, variance: dispersion * mean }
  const below = cdf(demand, units - 1)
  const target = Math.min(LARGEST_PROBABILITY, below + random * (1 - below))
  return Math.max(units, quantile(demand, target))
}

/** Mulberry32: numbers in [0, 1), always the same for a seed. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
