import { quantile } from './demand-distribution.ts'
import { type DemandOutlook, demandOver } from './demand-outlook.ts'

/** How a supplier sells an item. Units, except where said otherwise. */
export type Supply = {
  /** Units in a pack; orders are whole packs. */
  readonly packSize: number
  readonly minimumOrder?: number
  readonly maximumOrder?: number
  /** What was ordered in these five weeks, and in the same ones a year ago. */
  readonly orderedLately?: number
  readonly orderedLastYear?: number
}

/** Why an order differs from what is needed. `expiry` carries the sentence's numbers, in units. */
export type OrderLimit =
  | { readonly kind: 'minimum-order'; readonly minimumOrder: number }
  | { readonly kind: 'maximum-order'; readonly maximumOrder: number }
  | { readonly kind: 'expiry'; readonly usedBeforeExpiry: number; readonly allowed: number }

export type OrderQuantity = {
  readonly units: number
  readonly packs: number
  readonly limits: readonly OrderLimit[]
  /** More than is needed, only because packs are whole. */
  readonly isRoundedUp: boolean
  /** With it, more than 1.3 × what last year had: the supplier is told before it is sent. */
  readonly aboveLastYear: { readonly ordered: number; readonly lastYear: number } | null
}

const NOTIFY_ABOVE_LAST_YEAR = 1.3
const USED_BEFORE_EXPIRY_PROBABILITY = 0.1

const nothing = { units: 0, packs: 0, isRoundedUp: false, aboveLastYear: null } as const

/**
 * Whole packs covering `need` units: at least the minimum order, at most the maximum, and never
 * more than the position may grow by before goods expire.
 */
export function orderQuantity(
  need: number,
  supply: Supply,
  expiry?: { readonly usedBeforeExpiry: number; readonly position: number },
): OrderQuantity {
  if (need <= 0) return { ...nothing, limits: [] }
  const limits: OrderLimit[] = []
  let units = packsUp(need, supply.packSize)
  units = raisedToMinimum(units, supply, limits)
  units = loweredToMaximum(units, supply, limits)
  if (expiry) units = cappedByExpiry(units, supply, expiry, limits)
  const packs = units / supply.packSize
  const isRoundedUp = units > need && limits.length === 0
  return { units, packs, limits, isRoundedUp, aboveLastYear: aboveLastYear(units, supply) }
}

/**
 * What is used before goods received after `leadTimeDays` and living `lifeDays` expire, with a
 * probability of nine in ten: the 10 % quantile of demand, in units.
 */
export function usedBeforeExpiry(
  outlook: DemandOutlook,
  { leadTimeDays, lifeDays }: { readonly leadTimeDays: number; readonly lifeDays: number },
): number {
  return quantile(demandOver(outlook, leadTimeDays + lifeDays), USED_BEFORE_EXPIRY_PROBABILITY)
}

function raisedToMinimum(units: number, supply: Supply, limits: OrderLimit[]): number {
  const { minimumOrder, packSize } = supply
  if (minimumOrder === undefined || units >= minimumOrder) return units
  limits.push({ kind: 'minimum-order', minimumOrder })
  return packsUp(minimumOrder, packSize)
}

function loweredToMaximum(units: number, supply: Supply, limits: OrderLimit[]): number {
  const { maximumOrder, packSize } = supply
  if (maximumOrder === undefined || units <= maximumOrder) return units
  limits.push({ kind: 'maximum-order', maximumOrder })
  return packsDown(maximumOrder, packSize)
}

function cappedByExpiry(
  units: number,
  supply: Supply,
  expiry: { readonly usedBeforeExpiry: number; readonly position: number },
  limits: OrderLimit[],
): number {
  const allowed = Math.max(0, Math.floor(expiry.usedBeforeExpiry - expiry.position))
  if (units <= allowed) return units
  limits.push({ kind: 'expiry', usedBeforeExpiry: expiry.usedBeforeExpiry, allowed })
  const capped = packsDown(allowed, supply.packSize)
  return capped < (supply.minimumOrder ?? 0) ? 0 : capped
}

function aboveLastYear(units: number, { orderedLately = 0, orderedLastYear: lastYear }: Supply) {
  const ordered = units + orderedLately
  const isAbove = units > 0 && lastYear !== undefined && ordered > NOTIFY_ABOVE_LAST_YEAR * lastYear
  return isAbove ? { ordered, lastYear } : null
}

function packsUp(units: number, packSize: number): number {
  return Math.ceil(units / packSize) * packSize
}

function packsDown(units: number, packSize: number): number {
  return Math.floor(units / packSize) * packSize
}
