import type { DemandDistribution } from './demand-distribution.ts'

/**
 * What is expected from today on: `expectedBy[n]` units over the first n steps (so `expectedBy[0]`
 * is 0), and how much more than its mean any sum of steps varies (variance over mean).
 */
export type DemandOutlook = {
  readonly expectedPerStep: readonly number[]
  readonly expectedBy: readonly number[]
  readonly dispersion: number
}

/** The outlook of these units per step, first step today. */
export function demandOutlook(
  expectedPerStep: readonly number[],
  dispersion: number,
): DemandOutlook {
  const expectedBy = [0]
  let sum = 0
  for (const units of expectedPerStep) {
    sum += units
    expectedBy.push(sum)
  }
  return { expectedPerStep, expectedBy, dispersion }
}

/** Demand over the first `steps` steps, in units. Beyond its end an outlook goes on at its average. */
export function demandOver(outlook: DemandOutlook, steps: number): DemandDistribution {
  const known = outlook.expectedBy.length - 1
  const within = outlook.expectedBy[Math.max(0, Math.min(steps, known))] ?? 0
  const mean = steps > known && known > 0 ? (within * steps) / known : within
  return { mean, variance: outlook.dispersion * mean }
}
