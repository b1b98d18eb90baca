import { expect, test } from 'vitest'
import { countedUnits, filledUnits, weighedUnits } from '#src/sharps/recovered-units.ts'

const small = {
  ...{ capacityMl: 1400, densityLow: 30, densityLikely: 45, densityHigh: 70 },
  ...{ tareGrams: 150, milligramsLight: 2000, milligramsLikely: 3000, milligramsHeavy: 5000 },
}

test('a half-full container of 1.4 L holds 0.7 L of sharps, at 30, 45 or 70 a litre', () => {
  const half = filledUnits(small, { containers: 1, fillPercent: 50 })
  expect(half).toEqual({ low: 21, likely: 32, high: 49 })
})

test('three full ones hold three times as many, rounded once', () => {
  const three = filledUnits(small, { containers: 3, fillPercent: 100 })
  expect(three).toEqual({ low: 126, likely: 189, high: 294 })
})

test('an empty one holds none, which is an answer', () => {
  const none = { low: 0, likely: 0, high: 0 }
  expect(filledUnits(small, { containers: 2, fillPercent: 0 })).toEqual(none)
  expect(weighedUnits(small, { containers: 2, grams: 300 })).toEqual(none)
})

test('750 g with two containers of 150 g are 450 g of sharps: few heavy ones, many light ones', () => {
  const found = weighedUnits(small, { containers: 2, grams: 750 })
  expect(found).toEqual({ low: 90, likely: 150, high: 225 })
})

test('what was counted has no range', () => {
  expect(countedUnits(37)).toEqual({ low: 37, likely: 37, high: 37 })
})
