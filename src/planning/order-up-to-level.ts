import {
  cdf,
  type DemandDistribution,
  quantile,
  shortfall,
  smallestWhole,
} from './demand-distribution.ts'

/** A quantity that may happen and how probable it is. Probabilities of a list sum to 1. */
export type Chance = { readonly quantity: number; readonly probability: number }

/** Demand over a stretch of days, less what may be donated in the same days. */
export type NetDemand = { readonly demand: DemandDistribution; readonly donated: readonly Chance[] }

/**
 * What one possible lead time means: the demand until the following order can arrive (lead time and
 * review period, the protection interval) and until this order arrives (lead time alone).
 */
export type Protection = {
  readonly probability: number
  readonly overInterval: NetDemand
  readonly overLeadTime: NetDemand
}

/** Nothing is donated, for certain. */
export const NO_DONATIONS: readonly Chance[] = [{ quantity: 0, probability: 1 }]

/**
 * The order-up-to level: the smallest whole S, in units, with Σ p_l P(D_(l+R) − G ≤ S) ≥ service
 * level (Silver, Pyke, Thomas 2017, §7.9). The lead times are mixed, never averaged; donations are
 * netted as a distribution, never as their mean.
 */
export function orderUpToLevel(lead: readonly Protection[], serviceLevel: number): number {
  return smallestWhole((units) => serviceWith(lead, units) >= serviceLevel, guess(lead))
}

/** P(no one is refused before the following order arrives) when the position is this many units. */
export function serviceWith(lead: readonly Protection[], units: number): number {
  return sum(lead, (l) => l.probability * netCdf(l.overInterval, units))
}

/**
 * The order-up-to level for a fill rate: the smallest whole S, in units, with
 * E(D_T − S)⁺ − E(D_L − S)⁺ ≤ (1 − fill rate)·E(D_R) (Silver, Pyke, Thomas 2017, §7.9.4).
 */
export function orderUpToFillRate(lead: readonly Protection[], fillRate: number): number {
  const demandInReview = sum(lead, (l) => l.probability * reviewDemand(l))
  const enough = (units: number) => missedWith(lead, units) <= (1 - fillRate) * demandInReview
  return smallestWhole(enough, guess(lead))
}

function missedWith(lead: readonly Protection[], units: number): number {
  return sum(
    lead,
    (l) =>
      l.probability * (netShortfall(l.overInterval, units) - netShortfall(l.overLeadTime, units)),
  )
}

function reviewDemand({ overInterval, overLeadTime }: Protection): number {
  return overInterval.demand.mean - overLeadTime.demand.mean
}

function netCdf({ demand, donated }: NetDemand, units: number): number {
  return sum(donated, (gift) => gift.probability * cdf(demand, units + gift.quantity))
}

function netShortfall({ demand, donated }: NetDemand, units: number): number {
  return sum(donated, (gift) => gift.probability * shortfall(demand, units + gift.quantity))
}

function guess(lead: readonly Protection[]): number {
  return Math.max(...lead.map((l) => quantile(l.overInterval.demand, 0.5)))
}

function sum<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((total, one) => total + value(one), 0)
}
