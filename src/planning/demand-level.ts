import type { Frequency } from './demand-history.ts'

/** Demand, in units, and the usual open steps behind it: openness × weekday profile. Oldest first. */
export type ExposedDemand = { readonly demand: Float64Array; readonly exposure: Float64Array }

/** Units per usual open step, and variance over mean of the demand of a whole window of steps. */
export type DemandLevel = { readonly rate: number; readonly dispersion: number }

type Memory = {
  /** Steps after which a count weighs half, from nervous to steady. */
  readonly halfLives: readonly number[]
  /** Exposure for which the overall mean speaks before the discounted one does. */
  readonly pull: number
  /** Steps after which an error weighs half. */
  readonly errorHalfLife: number
}

const MEMORY: Readonly<Record<Frequency, Memory>> = {
  D: { halfLives: [7, 18, 45, 120, Infinity], pull: 3.5, errorHalfLife: 240 },
  W: { halfLives: [2, 4, 10, 26, Infinity], pull: 1, errorHalfLife: 104 },
  M: { halfLives: [1.5, 3, 6, 14, Infinity], pull: 0.5, errorHalfLife: 48 },
}
const PRIOR_WEIGHTS = [1, 2, 2, 1, 0.5]
const PSEUDO_WINDOWS = 3
const BULK_DEVIATIONS = 5

/**
 * The level of demand for a window of `steps` open steps. Five discounted means with different
 * memories forecast every window of that length in the past; each is weighed by how well it did
 * (dynamic model averaging: Raftery, Kárný, Ettler 2010). The dispersion is that of the same
 * errors, so it holds autocorrelation and the error of the level itself (Prak, Teunter, Syntetos
 * 2017), shrunk to what shorter ones say when few have been seen.
 */
export function demandLevel(past: ExposedDemand, frequency: Frequency, steps: number): DemandLevel {
  const memory = MEMORY[frequency]
  const sums = cumulated(past)
  const usual = usualDemand(past, sums)
  const candidates = memory.halfLives.map((halfLife) => {
    const rates = ratePath(past, usual, halfLife, memory.pull)
    const windows = windowErrors(sums, rates, steps, memory.errorHalfLife)
    const singles = windowErrors(sums, rates, 1, memory.errorHalfLife)
    return { rate: rates.at(-1) ?? 0, windows, dispersion: shrunkDispersion(windows, singles) }
  })
  return averaged(candidates)
}

type Candidate = DemandLevel & { readonly windows: WindowErrors }

function averaged(candidates: readonly Candidate[]): DemandLevel {
  const logWeights = candidates.map(({ windows }, index) => logWeight(windows, index))
  const largest = Math.max(...logWeights)
  const weights = logWeights.map((logWeight) => Math.exp(logWeight - largest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (value: (one: Candidate) => number) =>
    candidates.reduce((sum, one, index) => sum + value(one) * (weights[index] ?? 0), 0) / total
  return { rate: mean((one) => one.rate), dispersion: mean((one) => one.dispersion) }
}

function logWeight({ count, meanSquare }: WindowErrors, index: number): number {
  const evidence = Math.max(0.5, count)
  return Math.log(PRIOR_WEIGHTS[index] ?? 1) - evidence * Math.log(meanSquare + 1e-9)
}

/** Few windows lean on single steps, and few single steps on the dispersion of a Poisson count. */
function shrunkDispersion(windows: WindowErrors, singles: WindowErrors): number {
  return shrunk(windows, shrunk(singles, 1))
}

function shrunk({ count, dispersion }: WindowErrors, towards: number): number {
  return (count * dispersion + PSEUDO_WINDOWS * towards) / (count + PSEUDO_WINDOWS)
}

/** Sums of everything before each step, so that a window is a difference. */
function cumulated({ demand, exposure }: ExposedDemand): ExposedDemand {
  return { demand: runningSums(demand), exposure: runningSums(exposure) }
}

function runningSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1)
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0
    sums[i + 1] = sum
  }
  return sums
}

/**
 * The discounted rate known before each step, and after the last. The part of a bulk request beyond
 * five standard deviations counts in the overall mean alone: one party must not double next week's
 * order.
 */
function ratePath(
  { demand, exposure }: ExposedDemand,
  usual: UsualDemand,
  halfLife: number,
  pull: number,
): Float64Array {
  const keep = 0.5 ** (1 / halfLife)
  const rates = new Float64Array(demand.length + 1)
  let units = 0
  let weight = 0
  for (let i = 0; i <= demand.length; i++) {
    rates[i] = usual.bulkRate + (units + pull * usual.rate) / (weight + pull)
    units = keep * units + Math.min(usual.most, demand[i] ?? 0)
    weight = keep * weight + (exposure[i] ?? 0)
  }
  return rates
}

/** Units per usual open step below and beyond `most`, the most that is not a bulk request. */
type UsualDemand = { readonly rate: number; readonly bulkRate: number; readonly most: number }

function usualDemand({ demand, exposure }: ExposedDemand, sums: ExposedDemand): UsualDemand {
  const totalExposure = Math.max(1e-9, sums.exposure.at(-1) ?? 0)
  const overall = (sums.demand.at(-1) ?? 0) / totalExposure
  let squares = 0
  for (let i = 0; i < demand.length; i++)
    squares += ((demand[i] ?? 0) - overall * (exposure[i] ?? 0)) ** 2
  const most = overall + BULK_DEVIATIONS * Math.sqrt(squares / Math.max(1, demand.length))
  const bulk = demand.reduce((sum, units) => sum + Math.max(0, units - most), 0)
  return { rate: overall - bulk / totalExposure, bulkRate: bulk / totalExposure, most }
}

type WindowErrors = {
  /** Windows seen, as if they did not overlap. */
  readonly count: number
  readonly meanSquare: number
  readonly dispersion: number
}

/** How every window of `steps` steps differed from the rate known before it, discounted. */
function windowErrors(
  sums: ExposedDemand,
  rates: Float64Array,
  steps: number,
  halfLife: number,
): WindowErrors {
  const keep = 0.5 ** (1 / halfLife)
  let weight = 0
  let squares = 0
  let expected = 0
  for (let start = 1; start + steps < rates.length; start++) {
    const end = start + steps
    const mean = (rates[start] ?? 0) * ((sums.exposure[end] ?? 0) - (sums.exposure[start] ?? 0))
    const error = (sums.demand[end] ?? 0) - (sums.demand[start] ?? 0) - mean
    weight = weight * keep + 1
    squares = squares * keep + error * error
    expected = expected * keep + mean
  }
  if (weight === 0) return { count: 0, meanSquare: 1, dispersion: 1 }
  const dispersion = expected > 0 ? squares / expected : 1
  return { count: weight / steps, meanSquare: squares / weight, dispersion }
}
