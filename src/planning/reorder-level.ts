import type { DemandHistory } from './demand-history.ts'
import { expectedDonations } from './donations.ts'
import { type LookAhead, openDaysAhead } from './look-ahead.ts'
import { orderUpToFillRate, orderUpToLevel, type Protection } from './order-up-to-level.ts'
import type { ReorderQuestion, ServiceTarget } from './reorder-question.ts'
import { type LevelTerms, levelTerms } from './reorder-terms.ts'

/** The order-up-to level rests on a forecast, on what a person set, or on nothing yet. */
export type ReorderBasis = 'forecast' | 'min-max' | 'too-few-data'

/** How far to fill up, and why. Units. */
export type ReorderLevel = {
  readonly basis: ReorderBasis
  /** `null` while a person's min–max, or nothing, stands in for the forecast. */
  readonly levelTerms: LevelTerms | null
  /** Before damping with `lastSentOrderUpTo`. */
  readonly freshOrderUpTo: number
  readonly lastSentOrderUpTo: number | null
  readonly orderUpTo: number
  /** max(0, order-up-to − position); with min–max, 0 while the position is above the minimum. */
  readonly needed: number
}

const FEWEST_DAYS = 28
const FEWEST_GIVING_DAYS = 8

/** The order-up-to level of an item whose inventory position is this many units. */
export function reorderLevel(
  question: ReorderQuestion,
  ahead: LookAhead,
  position: number,
): ReorderLevel {
  return hasTooFewData(question.history)
    ? minMaxLevel(question, position)
    : forecastLevel(question, ahead, position)
}

/** Under four weeks since it was first given, or fewer than eight days on which it was. */
export function hasTooFewData({ handedOut }: DemandHistory): boolean {
  const firstGiven = handedOut.findIndex((units) => units > 0)
  const givingDays = handedOut.filter((units) => units > 0).length
  return givingDays < FEWEST_GIVING_DAYS || handedOut.length - firstGiven < FEWEST_DAYS
}

/** Half the fresh level, half the last one sent, rounded up: stock cannot be handed back. */
export function damped(freshOrderUpTo: number, lastSentOrderUpTo: number | null): number {
  if (lastSentOrderUpTo === null) return freshOrderUpTo
  return Math.ceil((freshOrderUpTo + lastSentOrderUpTo) / 2)
}

function minMaxLevel({ minMax }: ReorderQuestion, position: number): ReorderLevel {
  const orderUpTo = minMax?.max ?? 0
  const isLow = minMax !== undefined && position <= minMax.min
  return {
    basis: minMax ? 'min-max' : 'too-few-data',
    levelTerms: null,
    freshOrderUpTo: orderUpTo,
    lastSentOrderUpTo: null,
    orderUpTo,
    needed: isLow ? Math.max(0, orderUpTo - position) : 0,
  }
}

function forecastLevel(
  question: ReorderQuestion,
  ahead: LookAhead,
  position: number,
): ReorderLevel {
  const freshOrderUpTo = orderUpTo(ahead.protections, question.target)
  const lastSentOrderUpTo = question.lastSentOrderUpTo ?? null
  const level = damped(freshOrderUpTo, lastSentOrderUpTo)
  return {
    basis: 'forecast',
    levelTerms: termsOf(question, ahead, freshOrderUpTo),
    freshOrderUpTo,
    lastSentOrderUpTo,
    orderUpTo: level,
    needed: Math.max(0, level - position),
  }
}

function orderUpTo(protections: readonly Protection[], target: ServiceTarget): number {
  return 'fillRate' in target
    ? orderUpToFillRate(protections, target.fillRate)
    : orderUpToLevel(protections, target.serviceLevel)
}

function termsOf(
  { history, leadTimes, reviewDays }: ReorderQuestion,
  ahead: LookAhead,
  orderUpTo: number,
): LevelTerms {
  const openDays = leadTimes.map(
    ({ days, probability }) => probability * openDaysAhead(ahead, days + reviewDays),
  )
  const expected = mean(ahead.protections, ({ overInterval }) => overInterval.demand.mean)
  const donations = mean(ahead.protections, (p) => expectedDonations(p.overInterval.donated))
  return levelTerms(history, {
    orderUpTo,
    expected,
    expectedDonations: donations,
    openDaysToCover: openDays.reduce((sum, days) => sum + days, 0),
  })
}

function mean(protections: readonly Protection[], value: (one: Protection) => number): number {
  return protections.reduce((sum, one) => sum + one.probability * value(one), 0)
}
