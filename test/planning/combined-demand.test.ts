import { describe, expect, test } from 'vitest'
import { combinedDemand, type DemandChannel } from '#src/planning/combined-demand.ts'
import { sameFor } from './made-history.ts'

const monday = '2026-01-05'

/** A service that opens on some days of the week, Monday first, and hands out as many on each. */
function service(
  open: readonly number[],
  aDay: number,
  more: Partial<DemandChannel> = {},
): DemandChannel {
  const weeks = <T>(of: (share: number) => T) =>
    Array.from({ length: 56 }, (_, day) => of(open[day % 7] ?? 0))
  return {
    handedOut: weeks((share) => aDay * share),
    unmet: sameFor(56, 0),
    stockOut: sameFor(56, 'none' as const),
    open: weeks((share) => share),
    plannedOpen: weeks((share) => share),
    ready: 0,
    ...more,
  }
}

const weekdays = [1, 1, 1, 1, 1, 0, 0]
const evenings = [0, 0, 1, 1, 1, 1, 0]

describe('one service', () => {
  test('counts its open days as days and its busier days as more', () => {
    const { history, plannedOpen } = combinedDemand([service([1, 1, 1.6, 1, 1, 0, 0], 10)], monday)
    expect(history.open?.slice(0, 7)).toEqual([1, 1, 1.6, 1, 1, 0, 0])
    expect(plannedOpen.slice(0, 7)).toEqual([1, 1, 1.6, 1, 1, 0, 0])
  })

  test('that has never used an item does not count beside one that has', () => {
    const { history } = combinedDemand([service(weekdays, 10), service(evenings, 0)], monday)
    expect(history.open?.slice(0, 7)).toEqual(weekdays)
  })
})

describe('two services', () => {
  const both = [service(weekdays, 30), service(evenings, 10)]

  test('weigh by what each hands out, and an open day is a day on average', () => {
    const { history, plannedOpen } = combinedDemand(both, monday)
    const week = plannedOpen.slice(0, 7)
    // Three quarters, whole, a quarter; scaled so that six open days are six.
    expect(week).toEqual([0.95, 0.95, 1.26, 1.26, 1.26, 0.32, 0])
    expect(week.reduce((sum, share) => sum + share, 0)).toBeCloseTo(6, 1)
    expect(history.handedOut.slice(0, 7)).toEqual([30, 30, 40, 40, 40, 10, 0])
  })

  test('of which one is out count as the other alone', () => {
    const out = service(weekdays, 30, {
      handedOut: sameFor(56, 0).map((_, day) =>
        day < 49 && (weekdays[day % 7] ?? 0) > 0 ? 30 : 0,
      ),
      stockOut: sameFor(56, 0).map((_, day) => (day < 49 ? 'none' : 'out')),
    })
    const { history } = combinedDemand([out, service(evenings, 10)], monday)
    expect(history.stockOut?.slice(49)).toEqual(['out', 'out', ...sameFor(4, 'none'), 'none'])
    expect(history.open?.[51]).toBe(history.open?.[54])
  })

  test('are open on a day on which something was asked for, whatever the calendar says', () => {
    const sunday = service(weekdays, 30)
    const handedOut = sunday.handedOut.map((units, day) => (day === 6 ? 5 : units))
    const { history } = combinedDemand([{ ...sunday, handedOut }], monday)
    expect(history.open?.[6]).toBe(1)
  })
})

describe('kits that are ready', () => {
  test('serve first: their components are asked for when they have gone', () => {
    const { plannedOpen, isOpen } = combinedDemand([service(weekdays, 20, { ready: 50 })], monday)
    expect(plannedOpen.slice(0, 7)).toEqual([0, 0, 0.5, 1, 1, 0, 0])
    expect(isOpen.slice(0, 7)).toEqual([true, true, true, true, true, false, false])
  })
})
