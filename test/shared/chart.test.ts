import { describe, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { say } from '#src/messages/index.ts'
import {
  balanceLine,
  type DayBalance,
  type Delivery,
  dayTicks,
  emptySince,
  fan,
  scalesOf,
} from '#views/shared/chart-geometry.ts'
import { placesOf } from '#views/shared/chart-places.ts'
import { sparkOf } from '#views/shared/spark-geometry.ts'

const today = '2026-11-23'
const guess = (days: number, median: number) => ({
  day: addDays(today, days),
  median,
  half: { low: median, high: median },
  most: { low: Math.max(0, median - 10), high: median + 10 },
})

test('a day holds its balance until the next: 100, then 60, is a step', () => {
  const past = [
    { day: addDays(today, -1), quantity: 100 },
    { day: today, quantity: 60 },
  ]
  const scales = scalesOf({ past, forecast: [guess(1, 0)], goal: null })
  const [top, low] = [scales.y(100), scales.y(60)]
  expect(balanceLine(past, scales)).toBe(`M0,${top}L500,${top}L500,${low}`)
  expect([scales.y(0), scales.percent(today)]).toEqual([1000, '50%'])
})

test('the picture holds the goal and what the future may bring, not only the past', () => {
  const past = [{ day: today, quantity: 10 }]
  const scales = scalesOf({ past, forecast: [guess(1, 500)], goal: 1790 })
  expect(scales.y(1790)).toBeGreaterThan(0)
  expect(scales.y(1790)).toBeLessThan(scales.y(510))
})

test('a bag that owes three is drawn below zero', () => {
  const scales = scalesOf({ past: [{ day: today, quantity: -3 }], forecast: [], goal: null })
  expect(scales.y(-3)).toBe(1000)
  expect(scales.y(0)).toBeLessThan(1000)
})

test('the likely course begins at today’s balance and ends where it is empty', () => {
  const past = { day: today, quantity: 40 }
  const forecast = [guess(1, 20), guess(2, 0), guess(3, 0)]
  const scales = scalesOf({ past: [past], forecast, goal: null })
  const points = fan(past, forecast, scales).median
  expect(points).toBe(
    `M0,${scales.y(40)}L${scales.x('2026-11-24')},${scales.y(20)}L${scales.x('2026-11-25')},1000`,
  )
})

test('a delivery after an empty day lifts the course again', () => {
  const forecast = [guess(1, 0), guess(2, 50)]
  const past = { day: today, quantity: 5 }
  const scales = scalesOf({ past: [past], forecast, goal: null })
  expect(fan(past, forecast, scales).median.split('L')).toHaveLength(3)
})

describe('a label', () => {
  const days = (count: number, quantityOn: (back: number) => number) =>
    Array.from({ length: count }, (_, index) => {
      const back = count - 1 - index
      return { day: addDays(today, -back), quantity: quantityOn(back) }
    })
  const placed = (past: readonly DayBalance[], deliveries: readonly Delivery[]) => {
    const scales = scalesOf({ past, forecast: [], goal: null })
    const now = { day: today, quantity: past.at(-1)?.quantity ?? 0, words: '1,615' }
    return placesOf({ scales, past, forecast: [], today: now, goal: null, deliveries })
  }

  test('of deliveries on neighbouring days is that of the largest', () => {
    const past = days(85, (back) => (back > 41 ? 0 : 105))
    const { named } = placed(past, [
      { day: addDays(today, -41), quantity: 5 },
      { day: addDays(today, -40), quantity: 100 },
    ])
    expect(named.map(({ quantity }) => quantity)).toEqual([100])
  })

  test('stands left of the step up, where there was less before', () => {
    const { named } = placed(
      days(85, (back) => (back > 40 ? 0 : 100)),
      [{ day: addDays(today, -40), quantity: 100 }],
    )
    expect(named).toMatchObject([{ spot: { anchor: 'end' }, isMinor: false }])
  })

  test('that would cross the line is not written, and one that a phone has no room for is left out there', () => {
    const delivery = { day: addDays(today, -40), quantity: 40 }
    const lowFor = (lowDays: number) =>
      days(85, (back) => (back > 40 + lowDays || back < 37 ? 100 : back > 40 ? 20 : 60))
    expect(placed(lowFor(2), [delivery]).named).toEqual([])
    expect(placed(lowFor(8), [delivery]).named).toMatchObject([{ isMinor: true }])
    expect(placed(lowFor(20), [delivery]).named).toMatchObject([{ isMinor: false }])
  })

  test('of today stands under a line that goes on above it', () => {
    const past = days(85, () => 50)
    const forecast = Array.from({ length: 40 }, (_, index) => guess(index + 1, 60))
    const scales = scalesOf({ past, forecast, goal: null })
    const now = { day: today, quantity: 50, words: '50' }
    const { today: spot } = placesOf({
      ...{ scales, past, forecast, today: now, goal: null, deliveries: [] },
    })
    expect(spot).toEqual({ anchor: 'start', drop: 18 })
  })
})

test('what is empty is empty since the day it ran out, or all along', () => {
  const past = [5, 0, 3, 0, 0].map((quantity, index) => ({
    ...{ day: addDays(today, index - 4), quantity },
  }))
  expect(emptySince(past)).toBe(addDays(today, -1))
  expect(emptySince(past.slice(3))).toBe(addDays(today, -1))
  expect(emptySince(past.slice(0, 3))).toBeNull()
})

test('no day is named on top of "Today"', () => {
  const past = [
    { day: '2026-09-01', quantity: 0 },
    { day: '2026-11-16', quantity: 0 },
  ]
  const scales = scalesOf({ past, forecast: [], goal: null })
  const named = dayTicks(scales, ['2026-11-16']).map(({ day }) => day)
  expect(named).toContain('2026-10-01')
  expect(named).not.toContain('2026-11-15')
})

test('every row of sparklines has today at the same place, however short its history', () => {
  expect(sparkOf([5], []).line).toBe('M60 10')
  expect(sparkOf([9, 5], []).line).toBe('M58 10l2 40')
  expect(
    sparkOf(
      Array.from({ length: 80 }, () => 1),
      [],
    ).line,
  ).toMatch(/^M0 /)
})

test('a sparkline keeps the points that the eye can tell: the ends, the day of a delivery, no more', () => {
  const falling = Array.from({ length: 31 }, (_, day) => 300 - 10 * day)
  expect(sparkOf(falling, []).line).toBe('M0 10l60 90')
  const filled = falling.map((left, day) => (day < 15 ? left : left + 150))
  expect(sparkOf(filled, []).line).toBe('M0 10l28 42 2 0 0-42 30 45')
})

test('the red dot stands on the open day that stock is likely to end', () => {
  const ahead = [12, 5, 0, 0].map((median) => ({ median, low: 0, high: median }))
  expect(sparkOf([20], ahead)).toMatchObject({ emptyIn: 3, emptyX: 66 })
  expect(sparkOf([0], ahead)).toMatchObject({ emptyIn: 0, emptyX: 60 })
  expect(sparkOf([20], ahead.slice(0, 2))).toMatchObject({ emptyIn: null, emptyX: null })
})

test('a picture says its story in both languages', () => {
  const told = {
    item: { unitFr: 'seringue', unitEn: 'syringe' },
    ...{ from: 1900, to: 1180, hidden: 0 },
    deliveries: [{ day: '2026-10-07', quantity: 2500 }],
  }
  expect(say('en').charts.story(told)).toBe(
    'Stock fell from 1,900 to 1,180 syringes, with a delivery of 2,500 on October 7, 2026.',
  )
  expect(say('fr').charts.story(told)).toBe(
    'Le stock est passé de 1\u00a0900 à 1\u00a0180 seringues, avec un arrivage de 2\u00a0500 le 7 octobre 2026.',
  )
})
