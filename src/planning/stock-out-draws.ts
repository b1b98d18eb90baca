import { cdf, quantile } from './demand-distribution.ts'
import type { OpenSteps } from './demand-history.ts'

const DRAWS = 4
const SETTLING_DRAWS = 2
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
  const witnessed = exposure.map((usual, i) => (past.stockOut[i] === 'out' ? 0 : usual))
  const random = seededRandom(SEED)
  const draws: Float64Array[] = [past.demand]
  for (let draw = 0; draw < SETTLING_DRAWS + DRAWS; draw++)
    draws.push(redrawn(past, { exposure, witnessed }, draws.at(-1) ?? past.demand, random))
  return draws.slice(-DRAWS)
}

/** Usual steps, and those of them that began with stock and so bear witness to the rate. */
type Exposures = { readonly exposure: Float64Array; readonly witnessed: Float64Array }

function redrawn(
  { demand, stockOut }: OpenSteps,
  { exposure, witnessed }: Exposures,
  drawn: Float64Array,
  random: () => number,
): Float64Array {
  const rates = smoothedRates(drawn, witnessed)
  const dispersion = Math.max(LEAST_DISPERSION, dispersionAround(rates, drawn, witnessed))
  const completed = demand.slice()
  for (let i = 0; i < demand.length; i++) {
    if (stockOut[i] === 'none') continue
    const mean = (rates[i] ?? 0) * (exposure[i] ?? 0)
    completed[i] = drawAtLeast(demand[i] ?? 0, mean, dispersion, random())
  }
  return completed
}

/** Units per usual step around each step: near ones count more, whether before or after. */
function smoothedRates(demand: Float64Array, witnessed: Float64Array): Float64Array {
  const units = discountedBothWays(demand.map((asked, i) => ((witnessed[i] ?? 0) > 0 ? asked : 0)))
  const weight = discountedBothWays(witnessed)
  const overall = units.total / Math.max(1e-9, weight.total)
  return units.around.map((near, i) => (near + PULL * overall) / ((weight.around[i] ?? 0) + PULL))
}

/** The sum around each step, every step away counting less, and the plain sum. */
function discountedBothWays(values: Float64Array) {
  const keep = 0.5 ** (1 / HALF_LIFE)
  const around = values.slice()
  let total = 0
  let before = 0
  for (let i = 0; i < values.length; i++) {
    around[i] = (around[i] ?? 0) + before
    before = keep * (before + (values[i] ?? 0))
    total += values[i] ?? 0
  }
  let after = 0
  for (let i = values.length - 1; i >= 0; i--) {
    around[i] = (around[i] ?? 0) + after
    after = keep * (after + (values[i] ?? 0))
  }
  return { around, total }
}

function dispersionAround(rates: Float64Array, demand: Float64Array, witnessed: Float64Array) {
  let squares = 0
  let expected = 0
  for (let i = 0; i < demand.length; i++) {
    const usual = witnessed[i] ?? 0
    if (usual <= 0) continue
    const mean = (rates[i] ?? 0) * usual
    squares += ((demand[i] ?? 0) - mean) ** 2
    expected += mean
  }
  return expected > 0 ? squares / expected : 1
}

/**
 * A negative binomial draw, given that it is at least this many units: the smallest count whose
 * cumulative probability reaches a random share of what is left from `units` on.
 */
function drawAtLeast(units: number, mean: number, dispersion: number, random: number): number {
  if (mean <= 0) return units
  if (Math.max(units, mean) > MOST_WALKED) return soughtAtLeast(units, mean, dispersion, random)
  const size = mean / (dispersion - 1)
  let probability = dispersion ** -size
  let below = 0
  let target = 1
  for (let whole = 0; ; whole++) {
    if (whole === units) target = below + random * (1 - below)
    const isLast = whole > mean && probability < SMALLEST_PROBABILITY
    if (whole >= units && (isLast || below + probability >= target)) return whole
    below += probability
    probability *= ((whole + size) / (whole + 1)) * (1 - 1 / dispersion)
  }
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
