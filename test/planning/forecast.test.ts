import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DemandHistory, StockOut } from '#src/planning/demand-history.ts'
import { type Forecast, forecast } from '#src/planning/forecast.ts'
import { daily, daysOf, fromShelf, sameFor } from './made-history.ts'

const openFor = (days: number) => sameFor(days, 1)
const totalOf = (foreseen: Forecast) => foreseen.mean.reduce((sum, units) => sum + units, 0)
const inTwoWeeks = (history: DemandHistory) => totalOf(forecast(history, openFor(14)))

describe('a forecast', () => {
  test('is never negative or missing, and its quantiles never cross', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 1, max: 60 }), (history, days) => {
        const { mean, cumulative } = forecast(history, openFor(days), [0.05, 0.5, 0.9, 0.999])
        const units = cumulative.map((quantile) => quantile.units)
        expect(mean).toHaveLength(days)
        expect([...mean, ...units].every((value) => Number.isFinite(value) && value >= 0)).toBe(
          true,
        )
        expect(units).toEqual(units.toSorted((a, b) => a - b))
      }),
      { numRuns: 300 },
    )
  })

  test('of a steady item is what it was', () => {
    expect(inTwoWeeks(daily(daysOf([10], 120)))).toBeCloseTo(140, -1.3)
  })

  test('grows with the item: ten times the units, about ten times the forecast', () => {
    const handedOut = daysOf([4, 9, 2], 100)
    const ten = handedOut.map((units) => 10 * units)
    expect(inTwoWeeks(daily(ten)) / inTwoWeeks(daily(handedOut))).toBeCloseTo(10, 6)
  })

  test('of an item nobody asked for is nothing', () => {
    const { mean, cumulative } = forecast(daily(sameFor(60, 0)), openFor(7))
    expect(mean.every((units) => units === 0)).toBe(true)
    expect(cumulative.every(({ units }) => units === 0)).toBe(true)
  })

  test('is possible after three days', () => {
    expect(inTwoWeeks(daily([2, 0, 5]))).toBeCloseTo((7 / 3) * 14, 0)
  })

  test('follows a new level within weeks', () => {
    const doubled = [...daysOf([5], 150), ...daysOf([10], 45)]
    expect(inTwoWeeks(daily(doubled))).toBeGreaterThan(120)
  })

  test('is not doubled by one party', () => {
    const handedOut = daysOf([5], 120)
    const withParty = handedOut.with(115, 300)
    expect(inTwoWeeks(daily(withParty))).toBeLessThan(2 * inTwoWeeks(daily(handedOut)))
  })

  test('learns ten years of days', () => {
    expect(inTwoWeeks(daily(daysOf([1, 6], 3_652)))).toBeCloseTo(49, -1)
  })

  test('of weeks and of months needs no weekdays', () => {
    const monthly = { ...daily(daysOf([40], 36)), frequency: 'M' as const }
    expect(totalOf(forecast(monthly, openFor(3)))).toBeCloseTo(120, -1.3)
  })
})

describe('weekdays', () => {
  test('are told apart when they differ', () => {
    const { mean } = forecast(daily(daysOf([2, 2, 2, 2, 20, 2, 2], 140)), openFor(7))
    expect(mean[4]).toBeGreaterThan(15)
    expect(mean[3]).toBeLessThan(4)
  })

  test('are not told apart when chance alone makes them differ', () => {
    const { mean } = forecast(daily(daysOf([6], 140)), openFor(7))
    expect(new Set(mean.map((units) => units.toFixed(9))).size).toBe(1)
  })
})

describe('closed days', () => {
  test('ahead expect nothing', () => {
    const { mean } = forecast(daily(daysOf([8], 90)), [1, 0, 0, 1])
    expect(mean[1]).toBe(0)
    expect(mean[3]).toBeGreaterThan(6)
  })

  test('in the past change nothing, in whole weeks', () => {
    fc.assert(
      fc.property(someDays, fc.nat(12), fc.integer({ min: 1, max: 4 }), (days, week, weeks) => {
        const closed = (value: number) => sameFor(7 * weeks, value)
        const handedOut = days.toSpliced(7 * week, 0, ...closed(0))
        const open = days.map(() => 1).toSpliced(7 * week, 0, ...closed(0))
        expect(forecast(daily(handedOut, { open }), openFor(14))).toEqual(
          forecast(daily(days), openFor(14)),
        )
      }),
    )
  })

  test('in the past, here and there, change nothing for an item without weekday habits', () => {
    const days = daysOf([6], 140)
    const handedOut = days.flatMap((units, day) => (day % 5 === 2 ? [0, units] : [units]))
    const open = days.flatMap((_, day) => (day % 5 === 2 ? [0, 1] : [1]))
    expect(inTwoWeeks(daily(handedOut, { open }))).toBeCloseTo(inTwoWeeks(daily(days)), 9)
  })

  test('do not dilute the rate of a service open two nights a week', () => {
    const open = Array.from({ length: 140 }, (_, day) => (day % 7 === 2 || day % 7 === 4 ? 1 : 0))
    const handedOut = daysOf([20], 140).map((units, day) => units * (open[day] ?? 0))
    expect(totalOf(forecast(daily(handedOut, { open }), openFor(1)))).toBeCloseTo(20, -0.5)
  })

  test('on which something was given after all were open', () => {
    const history = daily(daysOf([6], 60))
    expect(inTwoWeeks({ ...history, open: sameFor(60, 0) })).toBeCloseTo(
      inTwoWeeks({ ...history, open: history.handedOut.map((units) => (units > 0 ? 1 : 0)) }),
      9,
    )
  })
})

describe('days without stock', () => {
  const asked = daysOf([6], 200)
  const truth = inTwoWeeks(daily(asked))

  test.each([2, 6, 40, 150, 400])('do not pass for days without demand, at %i a day', (usual) => {
    const wanted = daysOf([usual], 200)
    const { handedOut, stockOut } = fromShelf(wanted, 6 * usual)
    const wantedSoon = inTwoWeeks(daily(wanted))
    const naive = inTwoWeeks(daily(handedOut))
    const informed = inTwoWeeks(daily(handedOut, { stockOut }))
    expect(naive).toBeLessThan(0.9 * wantedSoon)
    expect(Math.abs(informed - wantedSoon)).toBeLessThan(0.3 * (wantedSoon - naive))
  })

  test('give the same forecast every time', () => {
    const { handedOut, stockOut } = fromShelf(asked, 36)
    const history = daily(handedOut, { stockOut })
    expect(forecast(history, openFor(14))).toEqual(forecast(history, openFor(14)))
  })

  test('count as they were asked for, where that was written down', () => {
    const { handedOut, stockOut } = fromShelf(asked, 36)
    const unmet = asked.map((units, day) => units - (handedOut[day] ?? 0))
    const empty = stockOut.map((state, day): StockOut => (unmet[day] ? state : 'none'))
    expect(inTwoWeeks(daily(handedOut, { stockOut: empty, unmet }))).toBeCloseTo(truth, 9)
  })

  test('throughout leave nothing to learn from, and nothing breaks', () => {
    const stockOut = sameFor<StockOut>(40, 'out')
    expect(inTwoWeeks(daily(sameFor(40, 0), { stockOut }))).toBe(0)
  })
})

const someDays = fc
  .array(fc.nat(40), { minLength: 91, maxLength: 120 })
  .map((days) => days.with(0, 1))

const anyHistory = fc
  .record({
    frequency: fc.constantFrom('D' as const, 'W' as const, 'M' as const),
    steps: fc.array(
      fc.record({
        units: fc.oneof(fc.constant(0), fc.nat(30), fc.nat(1_000_000)),
        open: fc.constantFrom(0, 0.5, 1),
        stockOut: fc.constantFrom(
          'none' as const,
          'none' as const,
          'out' as const,
          'ran-out' as const,
        ),
        unmet: fc.oneof(fc.constant(0), fc.nat(9)),
      }),
      { minLength: 1, maxLength: 200 },
    ),
  })
  .map(
    ({ frequency, steps }): DemandHistory => ({
      frequency,
      startOn: '2026-01-05',
      handedOut: steps.map((step) => step.units),
      open: steps.map((step) => step.open),
      stockOut: steps.map((step) => step.stockOut),
      unmet: steps.map((step) => step.unmet),
    }),
  )
