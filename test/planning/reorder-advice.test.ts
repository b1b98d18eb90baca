import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReorderAdvice, reorderAdvice } from '#src/planning/reorder-advice.ts'
import { damped } from '#src/planning/reorder-level.ts'
import type { ReorderQuestion } from '#src/planning/reorder-question.ts'
import { daily, daysOf } from './made-history.ts'

const week = [0, 12, 10, 14, 9, 0, 0]
const nights = week.map((units) => (units > 0 ? 1 : 0))
const needles = daily(daysOf(week, 140), {
  open: Array.from({ length: 140 }, (_, day) => nights[day % 7] ?? 0),
})

describe('the advice for needles', () => {
  const advice = adviceFor({})

  test('orders whole packs up to the level', () => {
    expect(advice.basis).toBe('forecast')
    expect(advice.needed).toBe(advice.orderUpTo - 84)
    expect(advice.order.units).toBe(24 * Math.ceil(advice.needed / 24))
    expect(advice.service.without).toBeLessThan(0.95)
    expect(advice.service.withOrder).toBeGreaterThanOrEqual(0.95)
  })

  test('covers the planned nights until the following order can arrive', () => {
    expect(advice.coverage.days).toBe(17)
    expect(advice.levelTerms?.openDaysToCover).toBe(10)
    expect(advice.coverage.expectedPerDay.filter((units) => units === 0)).toHaveLength(7)
  })

  test('needs less when nights ahead are cancelled', () => {
    const cancelled = [...nights, 0, 0, 0, 0, 0, 0, 0, ...nights]
    expect(adviceFor({ plannedOpen: cancelled }).orderUpTo).toBeLessThan(advice.orderUpTo)
  })

  test('needs more when they were asked for in vain', () => {
    const unmet = needles.handedOut.map((units) => (units > 0 ? 3 : 0))
    const history = { ...needles, unmet }
    expect(adviceFor({ history }).orderUpTo).toBeGreaterThan(advice.orderUpTo)
  })

  test('needs less when donations are usual', () => {
    const donated = needles.handedOut.map((_, day) => (day % 28 === 0 ? 40 : 0))
    const net = adviceFor({ donated })
    expect(net.orderUpTo).toBeLessThan(advice.orderUpTo)
    expect(net.levelTerms?.expectedDonations).toBeGreaterThan(0)
  })

  test('never leans on the mean of donations: it covers the stretches that bring none', () => {
    const donated = needles.handedOut.map((_, day) => (day % 28 === 0 ? 40 : 0))
    const { levelTerms: terms, freshOrderUpTo, coverage } = adviceFor({ donated })
    // 124 stretches of 17 days in 140, of which five times eleven miss every 28th day.
    expect(coverage.donations.most).toBe(40)
    expect(coverage.donations.none).toBeCloseTo(55 / 124, 9)
    expect(freshOrderUpTo).toBeGreaterThan(advice.orderUpTo - (terms?.expectedDonations ?? 0))
    expect(coverage.probabilities.find(({ level }) => level === 0.95)?.units).toBe(freshOrderUpTo)
  })

  test('goes half way from the level the last order recorded', () => {
    const { freshOrderUpTo, orderUpTo } = adviceFor({ lastSentOrderUpTo: 61 })
    expect(freshOrderUpTo).toBe(advice.orderUpTo)
    expect(orderUpTo).toBe(Math.ceil((freshOrderUpTo + 61) / 2))
    expect(damped(141, null)).toBe(141)
  })

  test('does not depend on the order in which things were entered', () => {
    fc.assert(
      fc.property(anyQuestion, (more) => {
        const stock = { ...more.stock, onOrder: more.stock.onOrder.toReversed() }
        const reversed = adviceFor({ ...more, stock, leadTimes: more.leadTimes.toReversed() })
        const { orderUpTo, order, alarm, runOut } = adviceFor(more)
        expect(reversed).toMatchObject({ orderUpTo, order, alarm, runOut })
      }),
      { numRuns: 50 },
    )
  })

  test('refuses a question that has no answer', () => {
    expect(() => adviceFor({ leadTimes: [] })).toThrow(RangeError)
    expect(() => adviceFor({ plannedOpen: [] })).toThrow('no planned day')
    expect(() => adviceFor({ target: { serviceLevel: 1 } })).toThrow('service target of 1')
    expect(() => adviceFor({ supply: { packSize: 0 } })).toThrow('a pack of 0')
  })
})

describe('the terms shown', () => {
  test('recompute to the order shown', () => {
    fc.assert(
      fc.property(anyQuestion, (more) => {
        const advice = adviceFor(more)
        const { levelTerms: terms, position } = advice
        if (!terms) throw new Error('these histories are long enough')
        const asked = terms.handedOut + terms.unmet
        const rate = Math.round((100 * asked) / terms.openDaysInStock) / 100
        expect(terms.ratePerOpenDay).toBe(rate)
        expect(terms.expected).toBeCloseTo(rate * terms.openDaysToCover + terms.recentChange, 9)
        expect(advice.freshOrderUpTo).toBeCloseTo(
          terms.expected - terms.expectedDonations + terms.margin,
          9,
        )
        expect(position.position).toBe(
          position.usable -
            position.expiring +
            position.shipped +
            position.orderedCounted -
            position.reserved,
        )
        expect(advice.needed).toBe(Math.max(0, advice.orderUpTo - position.position))
        expect(advice.order.packs * advice.packSize).toBe(advice.order.units)
      }),
      { numRuns: 50 },
    )
  })

  test('count nights in stock only, and what was asked for in vain', () => {
    const stockOut = needles.handedOut.map(
      (_, day) => (day === 136 ? 'out' : 'none') as 'out' | 'none',
    )
    const unmet = needles.handedOut.map((_, day) => (day === 135 ? 4 : 0))
    const before = adviceFor({}).levelTerms
    const terms = adviceFor({ history: { ...needles, stockOut, unmet } }).levelTerms
    expect(terms?.openDaysInStock).toBe((before?.openDaysInStock ?? 0) - 1)
    expect(terms?.unmet).toBe(4)
  })
})

describe('the position', () => {
  test('counts what was ordered at the supplier’s fill rate and what was shipped in full', () => {
    const onOrder = [
      { quantity: 100, shipped: false, inDays: 8 },
      { quantity: 30, shipped: true, inDays: 2 },
    ]
    const stock = { usable: 50, reserved: 5, onOrder, supplierFillRate: 0.7 }
    expect(adviceFor({ stock }).position).toMatchObject({ orderedCounted: 70, position: 145 })
  })
})

describe('the alarm', () => {
  const withOnHand = (usable: number, more: Partial<ReorderQuestion> = {}) =>
    adviceFor({ stock: { usable, reserved: 0, onOrder: [], supplierFillRate: 1 }, ...more })

  test('is red when the shelf is empty before an order placed today arrives', () => {
    expect(withOnHand(40).alarm).toBe('red')
  })

  test('is amber when it is to be ordered today', () => {
    expect(withOnHand(90).alarm).toBe('amber')
  })

  test('is none after that order is placed', () => {
    expect(withOnHand(90 + withOnHand(90).order.units).alarm).toBe('enough')
  })

  test('is blue when lots will expire unused, or stock lasts more than a year', () => {
    const datedLots = [{ lotId: 7, quantity: 400, expiresInDays: 28 }]
    const advice = withOnHand(400, { datedLots })
    expect(advice.alarm).toBe('blue')
    expect(advice.expiring[0]?.unused).toBeGreaterThan(180)
    expect(advice.order.units).toBe(0)
    expect(withOnHand(5_000).alarm).toBe('blue')
  })

  test('names the day it runs out, with its range', () => {
    const { runOut } = withOnHand(90)
    expect(runOut.earliestInDays ?? 99).toBeLessThanOrEqual(runOut.medianInDays ?? -1)
    expect(runOut.medianInDays ?? 99).toBeLessThanOrEqual(runOut.latestInDays ?? -1)
    expect(runOut.medianOn).toMatch(/^2026-06-0\d$/)
  })
})

describe('an item with too few data', () => {
  const history = daily([4, 0, 7, 3, 0, 2, 5, 1, 6, 2])
  const minMax = { min: 30, max: 80 }
  const withOnHand = (usable: number) =>
    adviceFor({
      history,
      minMax,
      stock: { usable, reserved: 0, onOrder: [], supplierFillRate: 1 },
    })

  test('is filled up to the maximum a person set, at or below the minimum', () => {
    expect(withOnHand(30)).toMatchObject({ basis: 'min-max', alarm: 'grey', needed: 50 })
    expect(withOnHand(31)).toMatchObject({ needed: 0, levelTerms: null })
  })

  test('is not ordered while nobody has set anything', () => {
    expect(adviceFor({ history })).toMatchObject({ basis: 'too-few-data', needed: 0 })
  })
})

describe('stock that expires before the following order can arrive', () => {
  const datedLots = [{ lotId: 7, quantity: 200, expiresInDays: 10 }]
  const stock = { usable: 200, reserved: 0, onOrder: [], supplierFillRate: 1 }

  test('is not leant on: what will be left over is ordered again', () => {
    const advice = adviceFor({ stock, datedLots })
    const { unused } = advice.expiring[0] ?? { unused: 0 }
    expect(unused).toBeGreaterThan(100)
    expect(advice.position).toMatchObject({ expiring: unused, position: 200 - unused })
    expect(advice.order.units).toBeGreaterThan(0)
    expect(adviceFor({ stock }).order.units).toBe(0)
  })

  test('runs out on the day it ends, whatever is on the shelf', () => {
    expect(adviceFor({ stock, datedLots }).runOut.medianInDays).toBeLessThanOrEqual(10)
    expect(adviceFor({ stock }).runOut.medianInDays).toBeGreaterThan(20)
  })

  test('is counted in full while too few data say how much of it is used', () => {
    const history = daily([4, 0, 7, 3, 0, 2, 5, 1, 6, 2])
    const advice = adviceFor({ history, stock, datedLots, minMax: { min: 30, max: 300 } })
    expect(advice).toMatchObject({ needed: 0, expiring: [], position: { position: 200 } })
  })
})

test('goods that would expire are not ordered, and the advice says why', () => {
  const advice = adviceFor({ lifeAtReceiptDays: 1, supply: { packSize: 24 } })
  expect(advice.order.units).toBeLessThan(24 * Math.ceil(advice.needed / 24))
  expect(advice.order.limits.map((limit) => limit.kind)).toEqual(['expiry'])
})

function adviceFor(more: Partial<ReorderQuestion>): ReorderAdvice {
  return reorderAdvice({
    history: needles,
    plannedOpen: nights,
    leadTimes: [{ days: 10, probability: 1 }],
    reviewDays: 7,
    target: { serviceLevel: 0.95 },
    stock: {
      usable: 60,
      reserved: 0,
      onOrder: [{ quantity: 24, shipped: true, inDays: 3 }],
      supplierFillRate: 1,
    },
    supply: { packSize: 24 },
    ...more,
  })
}

const anyQuestion = fc.record({
  history: fc
    .array(fc.nat(30), { minLength: 60, maxLength: 120 })
    .map((days) => daily(days.map((units, day) => units + (day % 2)))),
  leadTimes: fc.constantFrom(
    [{ days: 0, probability: 1 }],
    [
      { days: 5, probability: 0.5 },
      { days: 21, probability: 0.5 },
    ],
  ),
  target: fc.constantFrom({ serviceLevel: 0.9 }, { fillRate: 0.98 }),
  supply: fc.record({ packSize: fc.integer({ min: 1, max: 200 }) }),
  stock: fc.record({
    usable: fc.nat(500),
    reserved: fc.nat(20),
    onOrder: fc.array(
      fc.record({ quantity: fc.nat(300), shipped: fc.boolean(), inDays: fc.nat(20) }),
      { maxLength: 3 },
    ),
    supplierFillRate: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  datedLots: fc.array(
    fc.record({
      lotId: fc.nat(9),
      quantity: fc.nat(200),
      expiresInDays: fc.integer({ min: 1, max: 60 }),
    }),
    { maxLength: 3 },
  ),
})
