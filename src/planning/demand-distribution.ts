import { betaCdf, gammaCdf } from './special-functions.ts'

/**
 * The demand over some stretch of time, in units, as a distribution over 0, 1, 2 …: negative
 * binomial when it varies more than its mean (nearly always), Poisson when it varies as much, and
 * gamma, rounded, when it varies less or is very large. Two numbers say it all, so a screen can show
 * them and anyone can recompute an order from them.
 */
export type DemandDistribution = { readonly mean: number; readonly variance: number }

const POISSON_WITHIN = 1.001
const GAMMA_FROM_MEAN = 8
const LARGE_MEAN = 100_000

/** P(demand ≤ units). */
export function cdf(demand: DemandDistribution, units: number): number {
  if (units < 0) return 0
  if (demand.mean <= 0) return 1
  const whole = Math.floor(units)
  const dispersion = demand.variance / demand.mean
  if (isGamma(demand)) return gammaCdf(demand.mean / dispersion, (whole + 0.5) / dispersion)
  if (dispersion >= POISSON_WITHIN) return negativeBinomialCdf(demand.mean, dispersion, whole)
  return 1 - gammaCdf(whole + 1, demand.mean)
}

/** The smallest whole number of units with P(demand ≤ units) ≥ probability. */
export function quantile(demand: DemandDistribution, probability: number): number {
  const likely = demand.mean + 2 * Math.sqrt(demand.variance)
  return smallestWhole((units) => cdf(demand, units) >= probability, likely)
}

/**
 * E(demand − units)⁺, the units expected to be asked for beyond this stock: μ·P(D′ ≥ units) −
 * units·P(D > units), where D′ is demand weighed by its size, by the identity x·f(x; r) =
 * μ·f(x − 1; r + 1) of the negative binomial and its likes. The gamma is taken unrounded.
 */
export function shortfall(demand: DemandDistribution, units: number): number {
  if (demand.mean <= 0) return 0
  const dispersion = demand.variance / demand.mean
  if (isGamma(demand)) return gammaShortfall(demand, units)
  const sizeBiased =
    dispersion >= POISSON_WITHIN
      ? negativeBinomialCdf(demand.mean + dispersion - 1, dispersion, units - 1)
      : 1 - (units > 0 ? gammaCdf(units, demand.mean) : 1)
  return Math.max(0, demand.mean * (1 - sizeBiased) - units * (1 - cdf(demand, units)))
}

/**
 * The smallest whole number ≥ 0 that is enough, given that more is enough too. Throws a RangeError
 * when nothing is.
 */
export function smallestWhole(isEnough: (whole: number) => boolean, guess: number): number {
  let tooFew = -1
  let enough = Math.max(1, Math.ceil(guess))
  while (!isEnough(enough)) {
    tooFew = enough
    enough *= 2
    if (!(enough < Number.MAX_SAFE_INTEGER)) throw new RangeError('no number of units is enough')
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (isEnough(middle)) enough = middle
    else tooFew = middle
  }
  return enough
}

function negativeBinomialCdf(mean: number, dispersion: number, whole: number): number {
  return whole < 0 ? 0 : betaCdf(1 / dispersion, mean / (dispersion - 1), whole + 1)
}

function gammaShortfall(demand: DemandDistribution, units: number): number {
  const scale = demand.variance / demand.mean
  const shape = demand.mean / scale
  const from = Math.max(0, units) / scale
  const beyond = demand.mean * (1 - gammaCdf(shape + 1, from)) - units * (1 - gammaCdf(shape, from))
  return Math.max(0, beyond)
}

function isGamma({ mean, variance }: DemandDistribution): boolean {
  return mean >= LARGE_MEAN || (variance < mean && mean >= GAMMA_FROM_MEAN)
}
