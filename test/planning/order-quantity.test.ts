import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantile } from '#src/planning/demand-distribution.ts'
import { demandOutlook, demandOver } from '#src/planning/demand-outlook.ts'
import { orderQuantity, usedBeforeExpiry } from '#src/planning/order-quantity.ts'
import { sameFor } from './made-history.ts'

describe('an order', () => {
  test('is whole packs', () => {
    expect(orderQuantity(57, { packSize: 24 })).toMatchObject({ units: 72, packs: 3, limits: [] })
  })

  test('is nothing when nothing is needed', () => {
    expect(orderQuantity(0, { packSize: 24, minimumOrder: 100 }).units).toBe(0)
  })

  test('is at least the minimum order, in whole packs', () => {
    const order = orderQuantity(5, { packSize: 24, minimumOrder: 100 })
    expect(order).toMatchObject({ units: 120, limits: [{ kind: 'minimum-order' }] })
  })

  test('is at most what the supplier lets go, in whole packs', () => {
    const order = orderQuantity(500, { packSize: 24, maximumOrder: 100 })
    expect(order).toMatchObject({ units: 96, limits: [{ kind: 'maximum-order' }] })
  })

  test('says that it is rounded up where packs alone make it more than is needed', () => {
    expect(orderQuantity(57, { packSize: 24 }).isRoundedUp).toBe(true)
    expect(orderQuantity(72, { packSize: 24 }).isRoundedUp).toBe(false)
    expect(orderQuantity(57, { packSize: 24, minimumOrder: 100 }).isRoundedUp).toBe(false)
    expect(orderQuantity(57, { packSize: 24, maximumOrder: 60 }).isRoundedUp).toBe(false)
  })

  test('is whole packs within what the supplier sends, whatever is needed', () => {
    const bounds = fc.record({
      packSize: fc.integer({ min: 1, max: 200 }),
      packsAtLeast: fc.integer({ min: 1, max: 10 }),
      packsMore: fc.integer({ min: 0, max: 10 }),
    })
    fc.assert(
      fc.property(bounds, fc.nat(5000), ({ packSize, packsAtLeast, packsMore }, need) => {
        const minimumOrder = packSize * packsAtLeast
        const maximumOrder = minimumOrder + packSize * packsMore
        const { units, packs } = orderQuantity(need, { packSize, minimumOrder, maximumOrder })
        expect(units).toBe(packs * packSize)
        expect(units).toBeLessThanOrEqual(need > 0 ? maximumOrder : 0)
        const least = Math.max(minimumOrder, Math.min(need, maximumOrder))
        expect(units).toBeGreaterThanOrEqual(need > 0 ? least : 0)
      }),
    )
  })

  test('far above last year is announced to the supplier', () => {
    const supply = { packSize: 10, orderedLastYear: 100 }
    expect(orderQuantity(130, supply).aboveLastYear).toBe(null)
    expect(orderQuantity(131, supply).aboveLastYear).toEqual({ ordered: 140, lastYear: 100 })
    const lately = { ...supply, orderedLately: 70 }
    expect(orderQuantity(60, lately).aboveLastYear).toBe(null)
    expect(orderQuantity(61, lately).aboveLastYear).toEqual({ ordered: 140, lastYear: 100 })
    expect(orderQuantity(0, { ...lately, orderedLately: 500 }).aboveLastYear).toBe(null)
  })
})

describe('granola bars, three a day', () => {
  const bars = demandOutlook(sameFor(90, 3), 3)
  const position = 40
  const ordered = (lifeDays: number) => {
    const used = usedBeforeExpiry(bars, { leadTimeDays: 10, lifeDays })
    return orderQuantity(33, { packSize: 60 }, { usedBeforeExpiry: used, position })
  }

  test('are needed up to 73', () => {
    expect(quantile(demandOver(bars, 17), 0.95)).toBe(73)
  })

  test('that keep 45 days are ordered by the box of 60', () => {
    expect(usedBeforeExpiry(bars, { leadTimeDays: 10, lifeDays: 45 })).toBe(137)
    expect(ordered(45)).toMatchObject({ units: 60, packs: 1, limits: [] })
  })

  test('that keep 21 days are not ordered at all, and the order says why', () => {
    const limits = [{ kind: 'expiry', usedBeforeExpiry: 72, allowed: 32 }]
    expect(ordered(21)).toMatchObject({ units: 0, packs: 0, limits })
  })
})
