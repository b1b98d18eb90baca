import { type DemandOutlook, demandOver } from './demand-outlook.ts'

/** Usable units of one lot; `expiresInDays` days from today is the first on which it is not given. */
export type DatedLot = {
  readonly lotId: number | string
  readonly quantity: number
  readonly expiresInDays: number
}

/** A lot, soonest expiry first, and the units of it that today's rate leaves over on that day. */
export type ExpiryRisk = DatedLot & { readonly unused: number }

/**
 * The give-first list: the lots that will not all be given before they expire, when each day's
 * expected demand takes the soonest expiry first (FEFO). Units are rounded to whole ones.
 */
export function expiryRisks(outlook: DemandOutlook, lots: readonly DatedLot[]): ExpiryRisk[] {
  let given = 0
  return lots
    .toSorted((a, b) => a.expiresInDays - b.expiresInDays)
    .map((lot) => {
      const demand = demandOver(outlook, lot.expiresInDays).mean - given
      const used = Math.min(lot.quantity, Math.max(0, demand))
      given += used
      return { ...lot, unused: Math.round(lot.quantity - used) }
    })
    .filter((lot) => lot.unused > 0)
}
