import { type DemandOutlook, demandOver } from './demand-outlook.ts'
import type { Arrival } from './run-out.ts'

/** What is likely to be there at the end of a day, in units, never below zero. */
export type StockOnDay = {
  readonly median: number
  readonly half: { readonly low: number; readonly high: number }
  /** Nine times out of ten. */
  readonly most: { readonly low: number; readonly high: number }
}

// Standard normal quantiles at 50, 75 and 95 %.
const MIDDLE = 0
const QUARTER = 0.6744898
const TWENTIETH = 1.6448536

/**
 * The stock at the end of each of the next `days` days, today first. It is for drawing: quantiles are
 * those of a gamma with the demand's mean and variance (Wilson and Hilferty 1931), which no eye tells
 * from the exact ones.
 */
export function stockAhead(
  outlook: DemandOutlook,
  { available, arrivals, days }: { available: number; arrivals: readonly Arrival[]; days: number },
): StockOnDay[] {
  return Array.from({ length: days }, (_, day) => {
    const come = arrivals
      .filter(({ inDays }) => inDays <= day)
      .reduce((sum, { quantity }) => sum + quantity, available)
    const demand = demandOver(outlook, day + 1)
    const left = (deviate: number) =>
      Math.max(0, Math.round(come - gammaQuantile(demand.mean, demand.variance, deviate)))
    return {
      median: left(MIDDLE),
      half: { low: left(QUARTER), high: left(-QUARTER) },
      most: { low: left(TWENTIETH), high: left(-TWENTIETH) },
    }
  })
}

function gammaQuantile(mean: number, variance: number, deviate: number): number {
  if (mean <= 0) return 0
  const ninth = variance / (9 * mean * mean)
  return mean * Math.max(0, 1 - ninth + deviate * Math.sqrt(ninth)) ** 3
}
