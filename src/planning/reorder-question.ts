import type { DemandHistory } from './demand-history.ts'
import type { DatedLot } from './expiry-risk.ts'
import type { LeadTime } from './lead-times.ts'
import type { Supply } from './order-quantity.ts'
import type { Stock } from './stock-position.ts'

/**
 * Everything that decides whether one item is to be ordered today, and how much. Day 0 is today, the
 * day after the last of the history; an order is placed this morning, before service. Quantities are
 * whole units.
 */
export type ReorderQuestion = {
  /** Daily, up to and including yesterday. */
  readonly history: DemandHistory & { readonly frequency: 'D' }
  /** Units donated on each day of the history. */
  readonly donated?: readonly number[]
  /** From today on: 1 for the usual service, 0 for closed. Its last seven days repeat for ever. */
  readonly plannedOpen: readonly number[]
  /** From today: an order that waits for a deadline waits in them too. */
  readonly leadTimes: readonly LeadTime[]
  /** Days from the next chance to order to the one after it. */
  readonly reviewDays: number
  readonly target: ServiceTarget
  readonly stock: Stock
  readonly supply: Supply
  /** Days an arriving unit lives; goods that do not expire have none. */
  readonly lifeAtReceiptDays?: number
  /** The usable lots that expire, bags included, for the give-first list. */
  readonly datedLots?: readonly DatedLot[]
  /** The order-up-to level that the last order sent recorded. */
  readonly lastSentOrderUpTo?: number
  /** What a person set for an item with too few data. */
  readonly minMax?: { readonly min: number; readonly max: number }
}

/** Served until the following order arrives, or units served of units asked: between 0 and 1. */
export type ServiceTarget = { readonly serviceLevel: number } | { readonly fillRate: number }
