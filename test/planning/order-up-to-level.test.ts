import { describe, expect, test } from 'vitest'
import { demandOutlook } from '#src/planning/demand-outlook.ts'
import { donationChances, expectedDonations } from '#src/planning/donations.ts'
import { protectionsFrom } from '#src/planning/look-ahead.ts'
import {
  type Chance,
  orderUpToFillRate,
  orderUpToLevel,
  type Protection,
  serviceWith,
} from '#src/planning/order-up-to-level.ts'

const week = [0, 12, 10, 14, 9, 0, 0]
const needles = demandOutlook([...week, ...week, ...week, ...week], 2.5)
const inTenDays = [{ days: 10, probability: 1 }]

describe('needles for the nights until the following order arrives', () => {
  const protections = protectionsFrom({ leadTimes: inTenDays, reviewDays: 7 }, needles)

  test('are expected night by night, not at a flat rate', () => {
    expect(protections[0]?.overInterval.demand).toEqual({ mean: 112, variance: 280 })
    expect(protections[0]?.overLeadTime.demand.mean).toBe(67)
  })

  test('are 141 for a service level of 95 %', () => {
    expect(orderUpToLevel(protections, 0.95)).toBe(141)
  })

  test('are 134 for a fill rate of 98 %', () => {
    expect(orderUpToFillRate(protections, 0.98)).toBe(134)
  })

  test('serve with three packs more than 99 times in 100, with two not 90 times', () => {
    expect(serviceWith(protections, 84 + 72)).toBeCloseTo(0.99305, 5)
    expect(serviceWith(protections, 84 + 48)).toBeCloseTo(0.88674, 5)
  })

  test('are 150 when the lead time may be 7, 10 or 14 days', () => {
    const leadTimes = [
      { days: 7, probability: 0.3 },
      { days: 10, probability: 0.5 },
      { days: 14, probability: 0.2 },
    ]
    expect(orderUpToLevel(protectionsFrom({ leadTimes, reviewDays: 7 }, needles), 0.95)).toBe(150)
  })

  test('are 135 net of donations, and subtracting the mean donation would serve too few', () => {
    const donated = donationsOver(17)
    const net = protections.map((protection) => withDonations(protection, donated))
    expect(orderUpToLevel(net, 0.95)).toBe(135)
    expect(141 - expectedDonations(donated)).toBeCloseTo(116.7, 1)
    expect(serviceWith(net, 117)).toBeCloseTo(0.797, 3)
  })
})

describe('donations', () => {
  test('are as likely as the windows of the past in which they came', () => {
    expect(donationChances([0, 40, 0, 0, 20], 2)).toEqual([
      { quantity: 40, probability: 0.5 },
      { quantity: 0, probability: 0.25 },
      { quantity: 20, probability: 0.25 },
    ])
  })

  test('count for nothing while the record is shorter than the days to cover', () => {
    expect(donationChances([5, 5, 5], 10)).toEqual([{ quantity: 0, probability: 1 }])
  })
})

/** Poisson, .25 a week, of 20, 40 or 60 units equally likely (Panjer's recursion). */
function donationsOver(days: number): Chance[] {
  const expected = (0.25 * days) / 7
  const chances = [Math.exp(-expected)]
  for (let twenties = 1; twenties < 40; twenties++) {
    const sizes = [1, 2, 3].filter((size) => size <= twenties)
    const terms = sizes.map((size) => (size / 3) * (chances[twenties - size] ?? 0))
    chances.push((expected / twenties) * terms.reduce((sum, term) => sum + term, 0))
  }
  return chances.map((probability, twenties) => ({ quantity: 20 * twenties, probability }))
}

function withDonations(protection: Protection, donated: readonly Chance[]): Protection {
  return { ...protection, overInterval: { ...protection.overInterval, donated } }
}
