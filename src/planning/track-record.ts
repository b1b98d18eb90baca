import { addDays, type Day } from '#src/day.ts'
import { type CombinedDemand, combinedDemand, type DemandChannel } from './combined-demand.ts'
import { quantile } from './demand-distribution.ts'
import { type DemandHistory, stockOutAt } from './demand-history.ts'
import { demandOver } from './demand-outlook.ts'
import { outlookAfter } from './forecast.ts'
import { hasTooFewData } from './reorder-level.ts'

/** What the forecast would have said on a day of the past, and what happened. Units. */
export type PastForecast = {
  /** The first and the last of the days that it looked ahead. */
  readonly from: Day
  readonly to: Day
  readonly expected: number
  /** What was asked for stays between these four times out of five. */
  readonly low: number
  readonly high: number
  /** Handed out, or asked for in vain. */
  readonly used: number
  /** There was something to give on every open day: otherwise what was asked for is not known. */
  readonly isKnown: boolean
}

/** How right it was, over the days ahead of which everything is known. */
export type TrackRecord = {
  /** Days that each looked ahead. */
  readonly days: number
  /** A week apart, oldest first. */
  readonly forecasts: readonly PastForecast[]
  /** Null while fewer than four can be compared. */
  readonly summary: TrackSummary | null
}

export type TrackSummary = {
  readonly compared: number
  /** On average. Units. */
  readonly expected: number
  readonly used: number
  /** Mean absolute error over the mean that was used; null when nothing was. */
  readonly typicalMiss: number | null
  /** Of those compared, how many were between low and high: four in five should be. */
  readonly withinRange: number
}

const mostForecasts = 12
const fewestCompared = 4

/**
 * The forecast put to the test on what has happened since: each week it is made anew from the record
 * up to that day and from nothing later, save which days were open, which is planned ahead.
 *
 * @param days how far each looks ahead
 */
export function trackRecord(
  channels: readonly DemandChannel[],
  { startOn, days }: { readonly startOn: Day; readonly days: number },
): TrackRecord {
  const { history } = combinedDemand(channels, startOn)
  const ends = Array.from(
    { length: mostForecasts },
    (_, week) => history.handedOut.length - 7 * week,
  )
  const forecasts = ends
    .map((end) => pastForecast(channels, history, { from: end - days, end }))
    .filter((each) => each !== null)
    .reverse()
  return { days, forecasts, summary: summaryOf(forecasts) }
}

type Window = { readonly from: number; readonly end: number }

/** Null where there were too few data, or no open day to forecast. */
function pastForecast(
  channels: readonly DemandChannel[],
  history: DemandHistory,
  { from, end }: Window,
): PastForecast | null {
  if (from <= 0) return null
  const known = knownBy(channels, history.startOn, { from, end })
  const isOpen = known.plannedOpen.some((open) => open > 0)
  if (!isOpen || hasTooFewData(known.history)) return null
  const days = end - from
  const demand = demandOver(outlookAfter(known.history, known.plannedOpen, days), days)
  const window = Array.from({ length: days }, (_, day) => from + day)
  const asked = (day: number) => (history.handedOut[day] ?? 0) + (history.unmet?.[day] ?? 0)
  return {
    from: addDays(history.startOn, from),
    to: addDays(history.startOn, end - 1),
    expected: Math.round(demand.mean),
    ...{ low: quantile(demand, 0.1), high: quantile(demand, 0.9) },
    used: window.reduce((sum, day) => sum + asked(day), 0),
    isKnown: window.every((day) => stockOutAt(history, day) === 'none'),
  }
}

/** The record before a day, and the openings after it. Kits that were ready then are not known any more. */
function knownBy(
  channels: readonly DemandChannel[],
  startOn: Day,
  { from, end }: Window,
): CombinedDemand {
  const before = channels.map(({ handedOut, unmet, stockOut, open }) => ({
    ...{ handedOut: handedOut.slice(0, from), unmet: unmet.slice(0, from) },
    ...{ stockOut: stockOut.slice(0, from), open: open.slice(0, from) },
    ...{ plannedOpen: open.slice(from, end), ready: 0 },
  }))
  return combinedDemand(before, startOn)
}

function summaryOf(forecasts: readonly PastForecast[]): TrackSummary | null {
  const compared = forecasts.filter(({ isKnown }) => isKnown)
  if (compared.length < fewestCompared) return null
  const mean = (of: (each: PastForecast) => number) =>
    compared.reduce((sum, each) => sum + of(each), 0) / compared.length
  const used = mean((each) => each.used)
  const miss = mean((each) => Math.abs(each.used - each.expected))
  return {
    compared: compared.length,
    ...{ expected: mean((each) => each.expected), used },
    typicalMiss: used > 0 ? miss / used : null,
    withinRange: compared.filter((each) => each.low <= each.used && each.used <= each.high).length,
  }
}
