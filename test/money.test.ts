import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, unpriced } from '#src/money.ts'

const costing = fc.record({
  quantity: fc.integer({ min: 1, max: 10_000_000 }),
  price: fc.integer({ min: 0, max: 99_999_999_999 }),
  priceUnits: fc.integer({ min: 1, max: 1_000_000 }),
})

test('so many boxes at a price cost that many times the price, whatever one unit comes to', () => {
  fc.assert(
    fc.property(costing, fc.integer({ min: 1, max: 1000 }), ({ price, priceUnits }, boxes) => {
      const cents = price * 100
      expect(amountOf([{ quantity: boxes * priceUnits, price: cents, priceUnits }])).toBe(
        price * boxes,
      )
    }),
  )
})

test('an amount is never further than half a cent from what the lines cost together', () => {
  fc.assert(
    fc.property(fc.array(costing, { minLength: 1, maxLength: 30 }), (lines) => {
      const below = lines.reduce((all, { priceUnits }) => all * BigInt(priceUnits), 100n)
      const above = lines.reduce(
        (sum, { quantity, price, priceUnits }) =>
          sum + (BigInt(quantity) * BigInt(price) * below) / BigInt(priceUnits) / 100n,
        0n,
      )
      const off = 2n * (BigInt(amountOf(lines) ?? -1) * below - above)
      expect(off <= below && off > -below).toBe(true)
    }),
  )
})

test('the order of the lines changes no amount, and a line without a price adds nothing', () => {
  const thirds = [1, 2, 3, 7].map((quantity) => ({ quantity, price: 100, priceUnits: 3 }))
  expect(amountOf(thirds)).toBe(4)
  expect(amountOf([...thirds, { quantity: 500, ...unpriced }].reverse())).toBe(4)
  expect(amountOf([{ quantity: 500, ...unpriced }])).toBeNull()
})
