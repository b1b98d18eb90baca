import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { largestQuantity, packsFor, readQuantity } from '#src/quantity.ts'

const quantities = fc.integer({ min: 0, max: largestQuantity })
const groupings = fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009', '_', "'", '’')

describe('a quantity', () => {
  test('is read as it was meant, however people group its digits', () => {
    fc.assert(
      fc.property(quantities, groupings, (quantity, grouping) => {
        const typed = String(quantity).replace(/\B(?=(\d{3})+$)/g, grouping)
        expect(readQuantity(typed)).toEqual({ quantity })
        expect(readQuantity(` ${typed}\t`)).toEqual({ quantity })
      }),
    )
  })

  test('is never anything but a whole number in range, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const { quantity, problem } = readQuantity(typed)
        if (problem) return
        expect(Number.isSafeInteger(quantity)).toBe(true)
        expect(quantity).toBeGreaterThanOrEqual(0)
        expect(quantity).toBeLessThanOrEqual(largestQuantity)
      }),
    )
  })

  test.each([
    ['', 'quantityBlank'],
    [' \u00a0 ', 'quantityBlank'],
    ['1.5', 'quantityWhole'],
    ['1,5', 'quantityWhole'],
    ['2.0', 'quantityWhole'],
    ['1,008', 'quantityWhole'],
    ['-3', 'quantityNumber'],
    ['+3', 'quantityNumber'],
    ['1e3', 'quantityNumber'],
    ['0x10', 'quantityNumber'],
    ['Infinity', 'quantityNumber'],
    ['NaN', 'quantityNumber'],
    ['two', 'quantityNumber'],
    ['١٢', 'quantityNumber'],
    ['💉', 'quantityNumber'],
    ['10000001', 'quantityLarge'],
    ['9'.repeat(400), 'quantityLarge'],
  ])('typed as %j is refused: %s', (typed, problem) => {
    expect(readQuantity(typed)).toEqual({ problem })
  })

  test('of zero is an answer', () => {
    expect(readQuantity('0')).toEqual({ quantity: 0 })
    expect(readQuantity('000')).toEqual({ quantity: 0 })
  })
})

test('packs hold what is wanted, and one pack fewer would not', () => {
  fc.assert(
    fc.property(quantities, fc.integer({ min: 1, max: 100_000 }), (quantity, size) => {
      const packs = packsFor(quantity, size)
      expect(packs * size).toBeGreaterThanOrEqual(quantity)
      expect((packs - 1) * size).toBeLessThan(Math.max(1, quantity))
    }),
  )
})
