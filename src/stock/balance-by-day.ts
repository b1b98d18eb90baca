// The balance of each day, from the days on which something moved. Pure.
import { type Day, daysFrom } from '#src/day.ts'
import { type Stream, streams } from '#src/db/schema/index.ts'
import type { DayOfItem, LotInPlace } from './item-card.ts'

type Facts = {
  readonly days: readonly DayOfItem[]
  readonly lots: readonly LotInPlace[]
  readonly from: Day
  readonly to: Day
}

/**
 * What all services together had as each day closed, and what came in from outside: the rise of a day
 * plus what was used on it. Base units; the last day is `to`.
 */
export function balanceByDay({ days, lots, from, to }: Facts) {
  const moved = new Map(
    days.filter(({ opening }) => opening !== null).map((day) => [`${day.stream} ${day.day}`, day]),
  )
  const used = sums(days)
  const now = new Map(streams.map((stream) => [stream, startOf(stream, { days, lots, from })]))
  const past: { day: Day; quantity: number }[] = []
  const deliveries: { day: Day; quantity: number }[] = []
  let before = total(now)
  for (const day of daysFrom(from, to)) {
    for (const stream of streams) {
      const row = moved.get(`${stream} ${day}`)
      if (row) now.set(stream, row.closing)
    }
    const quantity = total(now)
    past.push({ day, quantity })
    if (quantity > before)
      deliveries.push({ day, quantity: quantity - before + (used.get(day) ?? 0) })
    before = quantity
  }
  return { past, deliveries }
}

/** What a service had as the first day began; without any movement since, what it has today. */
function startOf(stream: Stream, { days, lots, from }: Omit<Facts, 'to'>): number {
  const first = days
    .filter((each) => each.stream === stream && each.opening !== null && each.day >= from)
    .reduce<DayOfItem | null>((a, b) => (a === null || b.day < a.day ? b : a), null)
  if (first?.opening !== undefined && first.opening !== null) return first.opening
  return lots
    .filter(({ place }) => place.stream === stream)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

function sums(days: readonly DayOfItem[]): Map<Day, number> {
  const used = new Map<Day, number>()
  for (const each of days) used.set(each.day, (used.get(each.day) ?? 0) + each.used)
  return used
}

function total(balances: ReadonlyMap<Stream, number>): number {
  return [...balances.values()].reduce((sum, each) => sum + each, 0)
}
