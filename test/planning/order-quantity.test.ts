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

  test('far above last year is announced to the supplier', () => {
    const supply = { packSize: 10, orderedLastYear: 100 }
    expect(orderQuantity(130, supply).notifySupplier).toBe(false)
    expect(orderQuantity(131, supply).notifySupplier).toBe(true)
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
