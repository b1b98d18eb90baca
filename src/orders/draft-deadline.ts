// By when a draft has to go. Pure.

import type { Day, WallTime } from '#src/day.ts'
import { nextDeadline, type OrderDeadlines } from '#src/order-deadlines.ts'

export type DraftDeadline = {
  readonly next: WallTime
  /** The one it was drafted for, when that has passed. */
  readonly missed: WallTime | null
}

/** Null where the supplier takes orders on any day. */
export function draftDeadline(
  deadlines: OrderDeadlines | null,
  { draftedOn, clock }: { readonly draftedOn: Day; readonly clock: WallTime },
): DraftDeadline | null {
  if (!deadlines) return null
  const next = nextDeadline(deadlines, clock)
  const first = nextDeadline(deadlines, { day: draftedOn, hour: 0 })
  return { next, missed: first.day < next.day ? first : null }
}
