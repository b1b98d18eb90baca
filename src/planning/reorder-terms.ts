import { addDays, type Day } from '#src/day.ts'
import { type DemandHistory, opennessAt, stockOutAt } from './demand-history.ts'

/**
 * Why a level is what it is, term by term, so that anyone with a pencil finds the same:
 *
 *     ratePerOpenDay  = (handedOut + unmet) / openDaysInStock
 *     expected        = ratePerOpenDay × openDaysToCover + recentChange
 *     freshOrderUpTo  = expected − expectedDonations + margin
 *
 * The rate is rounded to a hundredth and the other terms to a tenth before they enter the next, save
 * `recentChange`, to a thousandth; so they add up as they are shown.
 */
export type LevelTerms = {
  /** First day of the record the rate is taken from, at most thirteen weeks back. */
  readonly sinceOn: Day
  readonly handedOut: number
  /** Asked for, none left. */
  readonly unmet: number
  /** Open days that began and ended with stock, or whose unmet demand was written down. */
  readonly openDaysInStock: number
  readonly ratePerOpenDay: number
  /** Until the following order can arrive. */
  readonly openDaysToCover: number
  /** What the weekdays ahead, and recent days counting more, change. Units. */
  readonly recentChange: number
  readonly expected: number
  readonly expectedDonations: number
  /** Safety stock: what the service level asks beyond the mean. Units. */
  readonly margin: number
}

type Level = {
  readonly orderUpTo: number
  readonly expected: number
  readonly expectedDonations: number
  readonly openDaysToCover: number
}

const RECORD_DAYS = 91

/** The terms of an order-up-to level before damping. */
export function levelTerms(history: DemandHistory, level: Level): LevelTerms {
  const record = lastDaysInStock(history)
  const asked = record.handedOut + record.unmet
  const ratePerOpenDay = record.openDaysInStock > 0 ? rounded(asked / record.openDaysInStock, 2) : 0
  const openDaysToCover = rounded(level.openDaysToCover, 1)
  const expected = rounded(level.expected, 1)
  const expectedDonations = rounded(level.expectedDonations, 1)
  return {
    ...record,
    ratePerOpenDay,
    openDaysToCover,
    recentChange: rounded(expected - ratePerOpenDay * openDaysToCover, 3),
    expected,
    expectedDonations,
    margin: rounded(level.orderUpTo - expected + expectedDonations, 1),
  }
}

/** Open days on which everyone was served or counted: the others hide what was asked for. */
function lastDaysInStock(history: DemandHistory) {
  const { startOn, handedOut, unmet } = history
  const first = Math.max(0, handedOut.length - RECORD_DAYS)
  const record = { sinceOn: addDays(startOn, first), handedOut: 0, unmet: 0, openDaysInStock: 0 }
  for (let day = first; day < handedOut.length; day++) {
    if (stockOutAt(history, day) !== 'none') continue
    record.handedOut += handedOut[day] ?? 0
    record.unmet += unmet?.[day] ?? 0
    record.openDaysInStock += opennessAt(history, day)
  }
  return record
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
