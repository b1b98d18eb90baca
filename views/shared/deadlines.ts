import { weekdayOf } from '#src/day.ts'
import type { Say } from '#src/messages/index.ts'
import type { OrderDeadlines } from '#src/order-deadlines.ts'

/** "orders by noon every second Friday". */
export function takenUntil({ places }: Say, deadlines: OrderDeadlines): string {
  if (deadlines.every !== 'two-weeks') return places.takenUntil(deadlines)
  return places.takenUntil({ ...deadlines, weekday: weekdayOf(deadlines.from) })
}
