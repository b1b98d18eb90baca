// Where the words of a picture stand, so that they cross no line and no other word. Pure: everything is
// a box in the plot's own units, a thousand each way.
import type { Day } from '#src/day.ts'
import {
  type DayBalance,
  type DayGuess,
  type Delivery,
  plotSize,
  type Scales,
} from './chart-geometry.ts'

/** In pixels: the plot's height and its distance from the top; its width on a small desk and on the narrowest phone. */
export const plot = { top: 16, height: 210 }
export const desk = 640
export const phone = 250

/** Where a label stands against its point: to which side, and how many pixels its line is lower. */
export type Spot = { readonly anchor: 'start' | 'end'; readonly drop: number }

export type NamedDelivery = Delivery & {
  readonly spot: Spot
  /** A phone has no room for it. */
  readonly isMinor: boolean
}

/** What is drawn, and what is written: today's figure, and of the goal as much as a phone shows. */
export type Drawn = {
  readonly scales: Scales
  readonly past: readonly DayBalance[]
  readonly forecast: readonly DayGuess[]
  readonly today: DayBalance & { readonly words: string }
  readonly goal: { readonly quantity: number; readonly words: string } | null
  readonly deliveries: readonly Delivery[]
}

export type Places = {
  readonly today: Spot
  readonly goal: Spot
  readonly named: readonly NamedDelivery[]
}

type Box = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

type Words = { readonly day: Day; readonly quantity: number; readonly letters: number }

/** Pixels: a letter's width, how far it rises above its line and hangs below, and the gap to the point. */
const letter = 7
const rise = 10
const hang = 3
export const gap = 6

const overOrUnder: readonly Spot[] = [
  { anchor: 'end', drop: -6 },
  { anchor: 'end', drop: 15 },
]
const aroundToday: readonly Spot[] = [
  { anchor: 'start', drop: -8 },
  { anchor: 'start', drop: 18 },
  { anchor: 'end', drop: 18 },
  { anchor: 'end', drop: -8 },
]
// Left of the step up it is clear, because there was less before; else above the day.
const besideStep: readonly Spot[] = [
  { anchor: 'end', drop: 9 },
  { anchor: 'start', drop: -6 },
]

/** Each in turn where it crosses least of what stands already; a delivery that would cross is not named. */
export function placesOf(drawn: Drawn): Places {
  const { scales, today, goal } = drawn
  const lines = linesOf(drawn)
  const figure = { ...today, letters: today.words.length }
  const mark = goal && { day: scales.to, quantity: goal.quantity, letters: goal.words.length }
  const goalAt = mark ? clearest(overOrUnder, mark, { scales, taken: () => lines }) : atEnd
  const markBox = (on: number) => (mark ? [boxOf(mark, goalAt, scales, on)] : [])
  const withMark = (on: number) => [...lines, ...markBox(on)]
  const todayAt = clearest(aroundToday, figure, { scales, taken: withMark })
  const taken = (on: number) => [...withMark(on), boxOf(figure, todayAt, scales, on)]
  const named = namedDeliveries(drawn, { desk: taken(desk), phone: taken(phone) })
  return { today: todayAt, goal: goalAt, named }
}

const atEnd: Spot = { anchor: 'end', drop: -6 }

type Around = { readonly scales: Scales; readonly taken: (on: number) => readonly Box[] }

/** Of some spots, on a phone and on a desk together. */
function clearest(spots: readonly Spot[], words: Words, { scales, taken }: Around): Spot {
  const on = (width: number, spot: Spot) => hits(boxOf(words, spot, scales, width), taken(width))
  const crossed = (spot: Spot) => on(phone, spot) + on(desk, spot)
  return spots.reduce((best, spot) => (crossed(spot) < crossed(best) ? spot : best))
}

const mostNamed = 4
const apart = 0.05 * plotSize

type Taken = { readonly desk: Box[]; readonly phone: Box[] }

/** The largest that have room for a label. */
function namedDeliveries({ deliveries, past, scales }: Drawn, taken: Taken): NamedDelivery[] {
  const named: NamedDelivery[] = []
  for (const each of deliveries.toSorted((a, b) => b.quantity - a.quantity)) {
    const quantity = past.find(({ day }) => day === each.day)?.quantity ?? 0
    const words = { day: each.day, quantity, letters: String(each.quantity).length + 2 }
    const onPhone = (spot: Spot) => boxOf(words, spot, scales, phone)
    const onDesk = (spot: Spot) => boxOf(words, spot, scales, desk)
    const isAlone = named.every(({ day }) => Math.abs(scales.x(day) - scales.x(each.day)) > apart)
    const clear = besideStep.filter((spot) => isAlone && hits(onDesk(spot), taken.desk) === 0)
    const both = clear.find((spot) => hits(onPhone(spot), taken.phone) === 0)
    const spot = both ?? clear[0]
    if (!spot || named.length === mostNamed) continue
    taken.desk.push(onDesk(spot))
    if (both) taken.phone.push(onPhone(spot))
    named.push({ ...each, spot, isMinor: !both })
  }
  return named.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

function boxOf({ day, quantity, letters }: Words, spot: Spot, { x, y }: Scales, on: number): Box {
  const across = (pixels: number) => (pixels * plotSize) / on
  const down = (pixels: number) => (pixels * plotSize) / plot.height
  const width = across(letters * letter)
  // What stands at the very end has no point to keep clear of.
  const apart = x(day) === plotSize ? 0 : across(gap)
  const left = spot.anchor === 'start' ? x(day) + apart : x(day) - apart - width
  const line = y(quantity) + down(spot.drop)
  return { left, right: left + width, top: line - down(rise), bottom: line + down(hang) }
}

/** Everything that is drawn, as boxes: a step a day, the band a day, the goal. */
function linesOf({ scales: { x, y }, past, forecast, today, goal }: Drawn): Box[] {
  const days = [...past.map(({ day }) => day), ...forecast.map(({ day }) => day)]
  const steps = past.map(({ day, quantity }, index) => ({
    left: x(day),
    right: x(days[index + 1] ?? day),
    ...between(y(past[index - 1]?.quantity ?? quantity), y(quantity)),
  }))
  const bands = forecast.map(({ day, most }, index) => ({
    left: x(days[past.length + index - 1] ?? day),
    right: x(day),
    // What arrives on a day lifts the course from where it was.
    ...between(y(most.high), y(Math.min(most.low, forecast[index - 1]?.most.low ?? most.low))),
  }))
  const mark = goal && { left: x(today.day), right: plotSize, ...between(y(goal.quantity)) }
  return [...steps, ...bands, ...(mark ? [mark] : [])]
}

function between(a: number, b = a) {
  return { top: Math.min(a, b), bottom: Math.max(a, b) }
}

/** How many boxes a label would cross; standing out of the picture is worse than any. */
function hits(label: Box, others: readonly Box[]): number {
  const highest = (-plot.top * plotSize) / plot.height
  const isOut = label.left < 0 || label.right > plotSize || label.bottom > plotSize
  if (isOut || label.top < highest) return others.length + 1
  return others.filter(
    ({ left, right, top, bottom }) =>
      left < label.right && right > label.left && top < label.bottom && bottom > label.top,
  ).length
}
