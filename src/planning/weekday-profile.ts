import type { OpenSteps } from './demand-history.ts'

/**
 * How busy each weekday is against an average open day: index 1 Monday … 7 Sunday, and 1 at index 0
 * for steps that are not days.
 */
export type WeekdayProfile = readonly number[]

const FLAT: WeekdayProfile = [1, 1, 1, 1, 1, 1, 1, 1]
const HALF_LIFE_DAYS = 120
const LONGEST_DAYS = 280
const FEWEST_DAYS = 14
const CHANCE_RATIO = 2

/**
 * The weekday profile of the last forty weeks, recent weeks counting more (half-life 120 days),
 * shrunk to flat by max(0, 1 − 2/F), F being the between- over the within-weekday mean square
 * (positive-part James–Stein; chance alone seldom exceeds an F of 2, so without weekday habits the
 * profile is flat). Days without stock say nothing and are left out.
 */
export function weekdayProfile(steps: OpenSteps): WeekdayProfile {
  if (steps.frequency !== 'D' || steps.demand.length < FEWEST_DAYS) return FLAT
  const days = weighDays(steps)
  const overall = ratio(total(days.units), total(days.weight))
  if (overall <= 0) return FLAT
  const shrinkage = Math.max(0, 1 - CHANCE_RATIO / varianceRatio(days, overall))
  const shape = days.weight.map((weight, weekday) =>
    weight > 0 ? 1 + shrinkage * (ratio(days.units[weekday] ?? 0, weight) / overall - 1) : 1,
  )
  return normalised(shape, days.weight)
}

type WeighedDays = {
  readonly units: number[]
  readonly weight: number[]
  readonly squares: number[]
  readonly days: number
}

function weighDays({ demand, open, weekday, stockOut }: OpenSteps): WeighedDays {
  const sums = { units: zeros(), weight: zeros(), squares: zeros(), days: 0 }
  const keep = 0.5 ** (1 / HALF_LIFE_DAYS)
  let weight = 1
  for (let i = demand.length - 1; i >= Math.max(0, demand.length - LONGEST_DAYS); i--) {
    weight *= keep
    if (stockOut[i] !== 'none') continue
    const day = weekday[i] ?? 0
    const units = demand[i] ?? 0
    sums.units[day] = (sums.units[day] ?? 0) + weight * units
    sums.weight[day] = (sums.weight[day] ?? 0) + weight * (open[i] ?? 1)
    sums.squares[day] = (sums.squares[day] ?? 0) + weight * units * units
    sums.days++
  }
  return sums
}

/** F of the one-way analysis of variance over weekdays, with discounted days. */
function varianceRatio({ units, weight, squares, days }: WeighedDays, overall: number): number {
  let between = 0
  let within = 0
  let groups = 0
  weight.forEach((w, day) => {
    if (w <= 0) return
    const mean = (units[day] ?? 0) / w
    groups++
    between += w * (mean - overall) ** 2
    within += (squares[day] ?? 0) - w * mean * mean
  })
  if (groups < 2 || days <= groups) return 1
  const meanSquareWithin = Math.max(within, 1e-9) / (days - groups)
  return between / (groups - 1) / meanSquareWithin || 1e-9
}

function normalised(shape: readonly number[], weight: readonly number[]): WeekdayProfile {
  const positive = shape.map((value) => Math.max(0, value))
  const mean =
    positive.reduce((sum, value, day) => sum + value * (weight[day] ?? 0), 0) / total(weight)
  return positive.map((value, day) => (day === 0 || mean <= 0 ? 1 : value / mean))
}

function zeros(): number[] {
  return [0, 0, 0, 0, 0, 0, 0, 0]
}

function total(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0)
}

function ratio(numerator: number, denominator: number): number {
  return denominator > 0 ? numerator / denominator : 0
}
