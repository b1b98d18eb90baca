// The small picture of a row: 30 days back and 20 ahead, so that every row has the same axis and rows
// compare. A board has hundreds: whole numbers, only the points that the eye can tell, one string a path.

/** What is likely on a day ahead; base units. */
export type SparkGuess = { readonly median: number; readonly low: number; readonly high: number }

export const daysBack = 30
export const daysAhead = 20

// Today stands at 60 of 100, two a day; the most stands at 10 from the top.
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

type Point = { readonly x: number; readonly y: number }

/** `past` ends with today's figure; `ahead` begins with the next day's. Longer lists are cut. */
export function sparkOf(past: readonly number[], ahead: readonly SparkGuess[]): Spark {
  const back = past.slice(-(daysBack + 1))
  const next = ahead.slice(0, daysAhead)
  const most = Math.max(1, ...back, ...next.map(({ high }) => high))
  const y = (quantity: number) => Math.round(100 - (90 * Math.max(0, quantity)) / most)
  const first = today - step * (back.length - 1)
  const line = path(steps(back.map(y), first))
  const now = back.at(-1) ?? 0
  const emptyIn = emptyAfter(now, next)
  return {
    line,
    area: line === '' ? '' : `${line}V100H${first}z`,
    ...pathsAhead(now, next, y),
    todayY: y(now),
    emptyIn,
    emptyX: emptyIn === null ? null : today + step * emptyIn,
  }
}

/** What leaves a day slopes; what comes in stands upright. */
function steps(heights: readonly number[], first: number): Point[] {
  return heights.flatMap((y, index) => {
    const x = first + step * index
    const before = heights[index - 1]
    return before !== undefined && y < before
      ? [
          { x, y: before },
          { x, y },
        ]
      : [{ x, y }]
  })
}

function pathsAhead(now: number, next: readonly SparkGuess[], y: (quantity: number) => number) {
  if (next.length === 0) return { band: '', guess: '' }
  const of = (level: keyof SparkGuess) => [now, ...next.map((day) => day[level])].map(y)
  const low = thinned(of('low').map((height, index) => ({ x: today + step * index, y: height })))
  const high = thinned(of('high').map((height, index) => ({ x: today + step * index, y: height })))
  const ends = untilEmpty([now, ...next.map(({ median }) => median)])
  return {
    guess: path(steps(ends.map(y), today)),
    band: `${written([...high, ...low.toReversed()])}z`,
  }
}

/** An empty stockroom stays empty: the course ends there, unless something comes. */
function untilEmpty(course: readonly number[]): readonly number[] {
  const empty = course.findIndex((median) => median <= 0)
  const isRefilled = course.slice(empty).some((median) => median > 0)
  return empty < 0 || isRefilled ? course : course.slice(0, empty + 1)
}

function path(points: readonly Point[]): string {
  return points.length === 0 ? '' : written(thinned(points))
}

/** From the first point, each against the one before. */
function written(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1]
      if (!before) return `M${x} ${y}`
      const [across, down] = [x - before.x, y - before.y]
      return `${index === 1 ? 'l' : across < 0 ? '' : ' '}${across}${down < 0 ? '' : ' '}${down}`
    })
    .join('')
}

const unseen = 1

/** Without the points that a straight line passes within one of (Douglas and Peucker 1973). */
function thinned(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return [...points]
  let [farthest, most] = [0, unseen]
  for (const [index, point] of points.entries()) {
    const off = distance(point, first, last)
    if (off > most) [farthest, most] = [index, off]
  }
  if (farthest === 0) return [first, last]
  const before = thinned(points.slice(0, farthest + 1))
  return [...before.slice(0, -1), ...thinned(points.slice(farthest))]
}

function distance({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length === 0) return Math.hypot(x - from.x, y - from.y)
  return Math.abs(dy * (x - from.x) - dx * (y - from.y)) / length
}

function emptyAfter(now: number, next: readonly SparkGuess[]): number | null {
  if (now <= 0 && next.length > 0) return 0
  const index = next.findIndex(({ median }) => median <= 0)
  return index < 0 ? null : index + 1
}
