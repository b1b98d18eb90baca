// FEFO: first to expire, first out. Pure.
import { addDays, type Day } from '#src/day.ts'

/** What decides whether a lot may be given on a day. */
export type LotLife = {
  readonly expiresOn: Day | null
  readonly heldOn: Day | null
  readonly expiry: 'hard' | 'best-before' | 'none'
  readonly graceDays: number
  readonly minimumLifeDays: number
}

export type LotOnHand = LotLife & {
  readonly lotId: number
  /** Base units. */
  readonly quantity: number
}

export type Pick = { readonly lotId: number; readonly quantity: number }

/** The last business day, inclusive, on which a lot may be handed out; null when it never ends. */
export function lastUsableDay(lot: LotLife): Day | null {
  if (lot.expiresOn === null || lot.expiry === 'none') return null
  const grace = lot.expiry === 'best-before' ? lot.graceDays : 0
  return addDays(lot.expiresOn, grace - lot.minimumLifeDays)
}

/** Usable: not held, and not past its last usable day. */
export function isUsable(lot: LotLife, day: Day): boolean {
  const last = lastUsableDay(lot)
  return lot.heldOn === null && (last === null || last >= day)
}

/** Past the date on the pack, with its grace: good for nobody, whatever life giving it would ask for. */
export function isExpired(lot: LotLife, day: Day): boolean {
  const last = lastUsableDay({ ...lot, minimumLifeDays: 0 })
  return last !== null && last < day
}

/** Lots in the order they should be given: earliest expiry first, without expiry last. */
export function fefo<Lot extends LotOnHand>(lots: readonly Lot[]): Lot[] {
  const key = (lot: Lot) => lastUsableDay(lot) ?? '9999-12-31'
  return [...lots].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.lotId - b.lotId))
}

/**
 * Takes `quantity` base units from usable lots, FEFO. `short` is what the lots could not give.
 * Expired and held lots are never picked.
 */
export function pick(
  lots: readonly LotOnHand[],
  { quantity, day }: { readonly quantity: number; readonly day: Day },
): { readonly picks: readonly Pick[]; readonly short: number } {
  return take(fefo(lots.filter((lot) => isUsable(lot, day))), quantity)
}

/** Takes in the order given, whatever the lots' state: what was handed out in the field is a fact. */
export function take(
  lots: readonly LotOnHand[],
  quantity: number,
): { readonly picks: readonly Pick[]; readonly short: number } {
  const picks: Pick[] = []
  let short = quantity
  for (const lot of lots) {
    const taken = Math.min(short, Math.max(0, lot.quantity))
    if (taken > 0) picks.push({ lotId: lot.lotId, quantity: taken })
    short -= taken
  }
  return { picks, short }
}
