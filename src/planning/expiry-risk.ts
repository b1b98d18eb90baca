import { type DemandOutlook, demandOver } from './demand-outlook.ts'
import type { Arrival } from './run-out.ts'

/** Usable units of one lot; `expiresInDays` days from today is the first on which it is not given. */
export type DatedLot = {
  readonly lotId: number
  readonly quantity: number
  readonly expiresInDays: number
}

/** A lot, soonest expiry first, and the units of it that today's rate leaves over on that day. */
export type ExpiryRisk = DatedLot & {
  readonly unused: number
  /** Units of this lot and of those that end before it: what would have to be given by then. */
  readonly dueByThen: number
}

/**
 * The give-first list: the lots that will not all be given before they expire, when each day's
 * expected demand takes the soonest expiry first (FEFO). Units are rounded to whole ones.
 */
export function expiryRisks(outlook: DemandOutlook, lots: readonly DatedLot[]): ExpiryRisk[] {
  let given = 0
  let dueByThen = 0
  return lots
    .toSorted((a, b) => a.expiresInDays - b.expiresInDays)
    .map((lot) => {
      const demand = demandOver(outlook, lot.expiresInDays).mean - given
      const used = Math.min(lot.quantity, Math.max(0, demand))
      given += used
      dueByThen += lot.quantity
      return { ...lot, unused: Math.round(lot.quantity - used), dueByThen }
    })
    .filter((lot) => lot.unused > 0)
}

/** What will expire unused within so many days: it serves nobody, so no order may lean on it. Units. */
export function expiringWithin(days: number, risks: readonly ExpiryRisk[]): number {
  return risks
    .filter(({ expiresInDays }) => expiresInDays < days)
    .reduce((sum, { unused }) => sum + unused, 0)
}

/** The same as arrivals below zero, on the first day on which each lot is not given any more. */
export function departures(risks: readonly ExpiryRisk[]): Arrival[] {
  return risks.map(({ unused, expiresInDays }) => ({ quantity: -unused, inDays: expiresInDays }))
}
