import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cdf, quantile, shortfall } from '#src/planning/demand-distribution.ts'

const someDemand = fc.record({
  mean: fc.double({ min: 0.01, max: 50_000, noNaN: true }),
  dispersion: fc.double({ min: 0.05, max: 500, noNaN: true }),
})

describe('demand over some days', () => {
  test('has the quantiles of the negative binomial', () => {
    const demand = { mean: 112, variance: 280 }
    const enough = [0.5, 0.8, 0.9, 0.95, 0.98].map((level) => quantile(demand, level))
    expect(enough).toEqual([111, 126, 134, 141, 148])
  })

  test('is a Poisson count when it varies as much as its mean', () => {
    const none = Math.exp(-3)
    expect(cdf({ mean: 3, variance: 3 }, 0)).toBeCloseTo(none, 12)
    expect(cdf({ mean: 3, variance: 3 }, 2)).toBeCloseTo(none * (1 + 3 + 4.5), 12)
  })

  test('is nothing for certain when nothing is expected', () => {
    expect(quantile({ mean: 0, variance: 0 }, 0.98)).toBe(0)
    expect(shortfall({ mean: 0, variance: 0 }, 5)).toBe(0)
  })

  test('is enough with its quantile and not with one unit less', () => {
    fc.assert(
      fc.property(someDemand, fc.double({ min: 0.01, max: 0.995, noNaN: true }), (some, level) => {
        const demand = { mean: some.mean, variance: some.mean * some.dispersion }
        const units = quantile(demand, level)
        expect(cdf(demand, units)).toBeGreaterThanOrEqual(level)
        expect(cdf(demand, units - 1)).toBeLessThan(level)
      }),
    )
  })

  test('falls short of a stock by the sum of its tail', () => {
    for (const variance of [20, 50, 400]) {
      const demand = { mean: 20, variance }
      let tail = 0
      for (let units = 15; units < 5_000; units++) tail += 1 - cdf(demand, units)
      expect(shortfall(demand, 15)).toBeCloseTo(tail, 6)
    }
  })

  test('falls short by about as much when it varies little', () => {
    const demand = { mean: 20, variance: 8 }
    let tail = 0
    for (let units = 15; units < 200; units++) tail += 1 - cdf(demand, units)
    expect(shortfall(demand, 15)).toBeCloseTo(tail, 1)
  })

  test('falls short of an empty shelf by all that is expected', () => {
    expect(shortfall({ mean: 20, variance: 50 }, 0)).toBeCloseTo(20, 9)
    expect(shortfall({ mean: 3, variance: 3 }, 0)).toBeCloseTo(3, 9)
  })

  test('can be hundreds of thousands of units', () => {
    const demand = { mean: 400_000, variance: 1_000_000 }
    expect(quantile(demand, 0.5)).toBeCloseTo(400_000, -2)
    expect(quantile(demand, 0.975)).toBeCloseTo(401_960, -2)
    expect(quantile({ mean: 1e12, variance: 1e12 }, 0.975)).toBeCloseTo(1e12 + 1.96e6, -5)
  })
})
