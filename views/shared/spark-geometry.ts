// The small picture of a row: 30 days back and 20 ahead, so that every row has the same axis and rows
// compare. Written for a board of hundreds of rows: plain loops, one string a path.
import { rounded } from './chart-geometry.ts'

/** What is likely on a day ahead; base units. */
export type SparkGuess = { readonly median: number; readonly low: number; readonly high: number }

export const daysBack = 30
export const daysAhead = 20

// Today stands at 60 of 100, two a day.
const today = 60
const step = 2

export type Spark = {
  readonly line: string
  readonly area: string
  readonly band: string
  readonly guess: string
  readonly todayY: number
  /** Where it is likely empty; null when not within the days ahead. */
  readonly emptyX: number | null
  readonly emptyIn: number | null
}

/** `past` ends with today's figure; `ahead` begins with the next day's. Longer lists are cut. */
export function sparkOf(past: readonly number[], ahead: readonly SparkGuess[]): Spark {
  const back = past.slice(-(daysBack + 1))
  const next = ahead.slice(0, daysAhead)
  const most = Math.max(1, ...back, ...next.map(({ high }) => high))
  const y = (quantity: number) => rounded(100 - (90 * Math.max(0, quantity)) / most)
  const first = today - step * (back.length - 1)
  const line = pathBack(back, first, y)
  const emptyIn = emptyAfter(back.at(-1) ?? 0, next)
  return {
    line,
    area: line === '' ? '' : `${line}V100H${first}z`,
    ...pathsAhead(back.at(-1) ?? 0, next, y),
    todayY: y(back.at(-1) ?? 0),
    emptyIn,
    emptyX: emptyIn === null ? null : today + step * emptyIn,
  }
}

/** What leaves a day slopes; what comes in stands upright. */
function pathBack(back: readonly number[], first: number, y: (quantity: number) => number) {
  let path = ''
  for (const [index, quantity] of back.entries()) {
    const x = first + step * index
    if (index === 0) path += `M${x} ${y(quantity)}`
    else if (quantity > (back[index - 1] ?? 0)) path += `H${x}V${y(quantity)}`
    else path += `L${x} ${y(quantity)}`
  }
  return path
}

function pathsAhead(now: number, next: readonly SparkGuess[], y: (quantity: number) => number) {
  if (next.length === 0) return { band: '', guess: '' }
  let guess = `M${today} ${y(now)}`
  let high = `M${today} ${y(now)}`
  let low = ''
  let before = now
  for (const [index, day] of next.entries()) {
    const x = today + step * (index + 1)
    if (before > 0 || day.median > 0) {
      guess += day.median > before ? `H${x}V${y(day.median)}` : `L${x} ${y(day.median)}`
    }
    high += `L${x} ${y(day.high)}`
    low = `L${x} ${y(day.low)}${low}`
    before = day.median
  }
  return { guess, band: `${high}${low}z` }
}

function emptyAfter(now: number, next: readonly SparkGuess[]): number | null {
  if (now <= 0 && next.length > 0) return 0
  const index = next.findIndex(({ median }) => median <= 0)
  return index < 0 ? null : index + 1
}
