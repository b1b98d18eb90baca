// Where an order stands. No column says so: it follows from its days and from what came. Pure.
import type { Day } from '#src/day.ts'

/** Of an order's lines together. Base units of different items: only their ratio means something. */
export type Sums = {
  readonly lines: number
  readonly linesToCome: number
  readonly ordered: number
  /** What was ordered and came: more than ordered does not make up for another line. */
  readonly filled: number
}

export type OrderStatus = 'draft' | 'waiting' | 'late' | 'received' | 'short' | 'cancelled'

type Days = {
  readonly sentOn: Day | null
  readonly expectedOn: Day | null
  readonly cancelledOn: Day | null
  readonly closedOn: Day | null
}

export function statusOf(order: Days & Sums, today: Day): OrderStatus {
  if (order.cancelledOn !== null) return 'cancelled'
  if (order.sentOn === null) return 'draft'
  if (order.linesToCome === 0) return 'received'
  if (order.closedOn !== null) return 'short'
  return order.expectedOn !== null && order.expectedOn < today ? 'late' : 'waiting'
}

/** Received of ordered, between 0 and 1; null while it may still come. */
export function fillRateOf({ ordered, filled }: Sums, status: OrderStatus): number | null {
  const isDecided = status === 'received' || status === 'short'
  return isDecided && ordered > 0 ? filled / ordered : null
}
