import { describe, expect, test } from 'vitest'
import { quantile } from '#src/planning/demand-distribution.ts'
import { demandOutlook, demandOver } from '#src/planning/demand-outlook.ts'
import { stockAhead } from '#src/planning/stock-ahead.ts'
import { sameFor } from './made-history.ts'

const outlook = demandOutlook(sameFor(60, 40), 2.5)

describe('the stock ahead', () => {
  test('of 120 at 40 a day is likely gone on the third day, and never below zero', () => {
    const days = stockAhead(outlook, { available: 120, arrivals: [], days: 5 })
    const medians = days.map(({ median }) => median)
    expect(medians[1]).toBeGreaterThan(30)
    expect(medians[2]).toBeLessThan(5)
    expect(medians.slice(3)).toEqual([0, 0])
  })

  test('rises on the day a delivery comes', () => {
    const arrivals = [{ quantity: 1000, inDays: 2 }]
    const days = stockAhead(outlook, { available: 120, arrivals, days: 4 })
    expect((days[2]?.median ?? 0) - (days[1]?.median ?? 0)).toBeGreaterThan(900)
  })

  test('is within two units of the exact quantiles', () => {
    const [, , , , week] = stockAhead(outlook, { available: 1000, arrivals: [], days: 5 })
    const exact = (probability: number) => 1000 - quantile(demandOver(outlook, 5), probability)
    expect(Math.abs((week?.median ?? 0) - exact(0.5))).toBeLessThanOrEqual(2)
    expect(Math.abs((week?.most.low ?? 0) - exact(0.95))).toBeLessThanOrEqual(2)
    expect(Math.abs((week?.most.high ?? 0) - exact(0.05))).toBeLessThanOrEqual(2)
  })

  test('of what nobody asks for stays', () => {
    const idle = demandOutlook(sameFor(10, 0), 1)
    const days = stockAhead(idle, { available: 7, arrivals: [], days: 3 })
    expect(days.map(({ most }) => most)).toEqual(sameFor(3, { low: 7, high: 7 }))
  })
})
