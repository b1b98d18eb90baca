import { quantile } from './demand-distribution.ts'
import { type DemandHistory, openSteps, weekdays } from './demand-history.ts'
import { type DemandLevel, demandLevel } from './demand-level.ts'
import { type DemandOutlook, demandOutlook, demandOver } from './demand-outlook.ts'
import { drawnDemand } from './stock-out-draws.ts'
import { weekdayProfile } from './weekday-profile.ts'

/** Expected units per step ahead, and quantiles of their sum, in the order of the levels asked. */
export type Forecast = {
  readonly mean: readonly number[]
  readonly cumulative: readonly { readonly level: number; readonly units: number }[]
}

/** The quantiles a screen shows: the median, and how much is enough 80 to 98 times in 100. */
export const SHOWN_LEVELS = [0.5, 0.8, 0.9, 0.95, 0.98] as const

/** Past errors understate those to come: the variance is raised by this much. */
const CAUTION = 1.15

/**
 * Demand over the steps that follow a history.
 *
 * @param plannedOpen one entry per step ahead: 1 for the usual service, 0 for closed
 * @param levels probabilities, each between 0 and 1
 */
export function forecast(
  history: DemandHistory,
  plannedOpen: readonly number[],
  levels: readonly number[] = SHOWN_LEVELS,
): Forecast {
  const outlook = outlookAfter(history, plannedOpen, plannedOpen.length)
  const sum = demandOver(outlook, plannedOpen.length)
  return {
    mean: outlook.expectedPerStep,
    cumulative: levels.map((level) => ({ level, units: quantile(sum, level) })),
  }
}

/**
 * What is expected after a history, over all of `plannedOpen`; rate and dispersion are those that
 * best explain stretches as long as the first `steps` planned ones (the protection interval).
 */
export function outlookAfter(
  history: DemandHistory,
  plannedOpen: readonly number[],
  steps: number,
): DemandOutlook {
  const past = openSteps(history)
  const profile = weekdayProfile(past)
  const usual = (weekday: number) => profile[weekday] ?? 1
  const exposure = past.open.map((open, i) => open * usual(past.weekday[i] ?? 0))
  const openAhead = plannedOpen.slice(0, steps).filter((open) => open > 0).length
  const level = averageLevel(
    drawnDemand(past, exposure).map((demand) =>
      demandLevel({ demand, exposure }, history.frequency, Math.max(1, openAhead)),
    ),
  )
  const weekday = weekdays(history)
  const today = history.handedOut.length
  const expected = plannedOpen.map((open, n) => level.rate * open * usual(weekday(today + n)))
  return demandOutlook(expected, CAUTION * level.dispersion)
}

/** The level over several equally probable histories. */
function averageLevel(levels: readonly DemandLevel[]): DemandLevel {
  return {
    rate: levels.reduce((sum, level) => sum + level.rate, 0) / levels.length,
    dispersion: levels.reduce((sum, level) => sum + level.dispersion, 0) / levels.length,
  }
}
