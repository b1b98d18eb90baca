// Where things are in a picture of stock: pure arithmetic, from days and units to places in percent
// of the width and in a plot of 1000 by 1000 that is stretched afterwards.
import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import { addDays, type Day, daysBetween } from '#src/day.ts'

/** What was there when a day closed; base units. */
export type DayBalance = { readonly day: Day; readonly quantity: number }

/** What came in on a day; base units. */
export type Delivery = { readonly day: Day; readonly quantity: number }

/** What is likely to be there when a day ahead closes; base units, never below zero. */
export type DayGuess = {
  readonly day: Day
  readonly median: number
  /** One time in two it is between these. */
  readonly half: { readonly low: number; readonly high: number }
  /** Nine times out of ten it is between these. */
  readonly most: { readonly low: number; readonly high: number }
}

/** The plot's own units, each way; the browser stretches them. */
export const plotSize = 1000

export type Scales = {
  /** Units of the plot from the left. */
  readonly x: (day: Day) => number
  /** Percent of the picture's width. */
  readonly percent: (day: Day) => string
  /** Units of the plot from the top. */
  readonly y: (quantity: number) => number
  readonly ticks: readonly number[]
  readonly from: Day
  readonly to: Day
}

type Picture = {
  readonly past: readonly DayBalance[]
  readonly forecast: readonly DayGuess[]
  readonly compared?: readonly DayBalance[]
  readonly goal: number | null
}

/** Scales that hold every day and quantity of a picture, zero included. */
export function scalesOf({ past, forecast, compared = [], goal }: Picture): Scales {
  const from = past[0]?.day ?? forecast[0]?.day ?? '2000-01-01'
  const today = past.at(-1)?.day ?? from
  const length = Math.max(1, daysBetween(from, today))
  // With nothing to come, room on the right for today's figure.
  const to = forecast.at(-1)?.day ?? addDays(today, Math.ceil(length / 6))
  const quantities = [
    ...[...past, ...compared].map(({ quantity }) => quantity),
    ...forecast.map(({ most }) => most.high),
    goal ?? 0,
  ]
  const most = Math.max(1, ...quantities)
  const least = Math.min(0, ...quantities)
  const days = scaleLinear([0, Math.max(1, daysBetween(from, to))], [0, plotSize])
  const units = scaleLinear([least, most * 1.04], [plotSize, 0])
  const x = (day: Day) => rounded(days(daysBetween(from, day)))
  return {
    ...{ x, from, to },
    percent: (day) => `${rounded(x(day) / 10)}%`,
    y: (quantity) => rounded(units(quantity)),
    ticks: units.ticks(4).filter((tick) => tick !== 0 && Number.isInteger(tick)),
  }
}

/** The balance as it was, level from each day to the next. */
export function balanceLine(past: readonly DayBalance[], { x, y }: Scales): string {
  const path = line<DayBalance>(
    ({ day }) => x(day),
    ({ quantity }) => y(quantity),
  ).curve(curveStepAfter)
  return path([...past]) ?? ''
}

/** A likely course: straight from day to day. */
export function course(days: readonly DayBalance[], { x, y }: Scales): string {
  const path = line<DayBalance>(
    ({ day }) => x(day),
    ({ quantity }) => y(quantity),
  )
  return path([...days]) ?? ''
}

/** The balance down to zero. */
export function balanceArea(past: readonly DayBalance[], { x, y }: Scales): string {
  const path = area<DayBalance>(
    ({ day }) => x(day),
    y(0),
    ({ quantity }) => y(quantity),
  ).curve(curveStepAfter)
  return path([...past]) ?? ''
}

/** The likely course, and the bands around it; all begin at what is there today. */
export function fan(today: DayBalance, forecast: readonly DayGuess[], { x, y }: Scales) {
  const known = { low: today.quantity, high: today.quantity }
  const course = [{ day: today.day, median: today.quantity, half: known, most: known }, ...forecast]
  const band = (within: 'half' | 'most') =>
    area<DayGuess>(
      ({ day }) => x(day),
      (guess) => y(guess[within].low),
      (guess) => y(guess[within].high),
    )(course) ?? ''
  const median = line<DayGuess>(
    ({ day }) => x(day),
    (guess) => y(guess.median),
  )
  return { half: band('half'), most: band('most'), median: median(untilEmpty(course)) ?? '' }
}

/** An empty stockroom stays empty: the course ends there. */
function untilEmpty(course: readonly DayGuess[]): DayGuess[] {
  const empty = course.findIndex(({ median }) => median <= 0)
  const refilled = course.slice(empty).some(({ median }) => median > 0)
  return empty < 0 || refilled ? [...course] : course.slice(0, empty + 1)
}

export type DayTick = { readonly day: Day; readonly isMinor: boolean }

/** A few days to name along the foot, clear of those named there already; a phone has no room for the minor ones. */
export function dayTicks(scales: Scales, named: readonly Day[]): DayTick[] {
  const { from, to, x } = scales
  const length = daysBetween(from, to)
  const room = 0.09 * plotSize
  return candidates(from, length)
    .filter(({ day }) => x(day) > room / 2 && x(day) < plotSize - room / 2)
    .map((tick) => ({
      ...tick,
      apart: Math.min(...named.map((day) => Math.abs(x(tick.day) - x(day)))),
    }))
    .filter(({ apart }) => apart > room)
    .map(({ day, isMinor, apart }) => ({ day, isMinor: isMinor || apart < 2.6 * room }))
}

function candidates(from: Day, length: number): DayTick[] {
  const days = Array.from({ length: length + 1 }, (_, index) => addDays(from, index))
  const month = (day: Day) => Number(day.slice(5, 7))
  if (length <= 21) {
    return days
      .filter((_, index) => index % 4 === 0)
      .map((day, index) => ({ day, isMinor: index % 2 === 1 }))
  }
  if (length <= 130) {
    return days
      .filter((day) => day.endsWith('-01') || day.endsWith('-15'))
      .map((day) => ({ day, isMinor: day.endsWith('-15') }))
  }
  const every = length <= 400 ? 1 : 3
  return days
    .filter((day) => day.endsWith('-01') && (month(day) - 1) % every === 0)
    .map((day) => ({ day, isMinor: (month(day) - 1) % (every === 1 ? 3 : 6) !== 0 }))
}

/** The day from which there has been nothing: null while there is some, and the first day when it was never seen. */
export function emptySince(past: readonly DayBalance[]): Day | null {
  if ((past.at(-1)?.quantity ?? 1) > 0) return null
  const last = past.findLastIndex(({ quantity }) => quantity > 0)
  return past[last + 1]?.day ?? null
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
