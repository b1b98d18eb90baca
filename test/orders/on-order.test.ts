// An order from the board to its end: what is on order is never ordered again, what does not come is.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alertOf, handedOut } from '#test/alerts/story.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'
import { otherFriday, supplierOf } from './story.ts'

let world: World
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
  await handedOut(world, { code: 'cooker', aDay: 10, weeks: 8, left: 20 })
  await supplierOf(world, { deadlines: otherFriday, supplies: { cooker: {} } })
})
afterEach(() => world.close())

const seen = async (id: number) =>
  (await chloe.get(`/orders/${id}`)).text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''

const counted = async () => {
  const alert = await alertOf(world, 'cooker')
  return { level: alert.level, order: alert.counted?.order.units, ...pick(alert.counted) }
}
const pick = (row: { usable: number; onOrder: number } | null) => ({
  usable: row?.usable,
  onOrder: row?.onOrder,
})

/** What the board proposes, as it proposes it. @returns its units */
async function orderProposed(id: number): Promise<number> {
  const units = (await counted()).order ?? 0
  const line = { 'lines.0.item': 'cooker', 'lines.0.quantity': String(units), 'lines.0.pack': '' }
  await chloe.post('/orders', { supplier: 'Cactus', ...line, 'lines.0.price': '' })
  const days = { sentOn: world.today(), expectedOn: '' }
  await chloe.post(`/orders/${id}/sending`, { seen: await seen(id), ...days })
  return units
}

const receive = (id: number, quantity: number) =>
  chloe.post(`/orders/${id}/receipts`, {
    ...{ receivedOn: world.today(), placeId: String(world.places.central) },
    ...{ 'lines.0.item': 'cooker', 'lines.0.quantity': String(quantity), 'lines.0.pack': '' },
  })

describe('what was ordered from the board', () => {
  test('is proposed while it is a draft, because nothing is on its way yet', async () => {
    const before = await counted()
    const line = { 'lines.0.item': 'cooker', 'lines.0.quantity': '300', 'lines.0.pack': '' }
    await chloe.post('/orders', { supplier: 'Cactus', ...line, 'lines.0.price': '' })
    expect(await counted()).toEqual(before)
    expect(before.order).toBeGreaterThan(0)
  })

  test('is never proposed again, whatever part of it has come', async () => {
    const units = await orderProposed(1)
    expect(await counted()).toEqual({ level: 'coming', order: 0, usable: 20, onOrder: units })
    const parts = fc.uniqueArray(fc.integer({ min: 1, max: units - 1 }), { maxLength: 3 })
    const [cuts = []] = fc.sample(parts, { seed: 7, numRuns: 1 })
    const bounds = [0, ...cuts.toSorted((a, b) => a - b), units]
    for (const [index, end] of bounds.entries()) {
      if (index === 0) continue
      await receive(1, end - (bounds[index - 1] ?? 0))
      expect(await counted()).toMatchObject({ order: 0, usable: 20 + end, onOrder: units - end })
    }
    expect((await counted()).level).toBe('enough')
    expect((await chloe.get('/orders/1')).text).toContain('Received')
  })

  test('is proposed again when it is cancelled, and the order stays in sight', async () => {
    const units = await orderProposed(1)
    await chloe.post('/orders/1/cancellation', { seen: await seen(1) })
    expect(await counted()).toMatchObject({ order: units, onOrder: 0 })
    expect((await chloe.get('/orders')).text).toContain('Cancelled')
  })

  test('and is closed short is proposed for what did not come, and stays in sight', async () => {
    const units = await orderProposed(1)
    await receive(1, 100)
    expect((await counted()).order).toBe(0)
    await chloe.post('/orders/1/closing', { seen: await seen(1) })
    const after = await counted()
    expect(after).toMatchObject({ usable: 120, onOrder: 0 })
    expect(after.order).toBeGreaterThan(0)
    expect(after.order).toBeLessThanOrEqual(units)
    expect((await chloe.get('/orders')).text).toContain('Closed short')
  })

  test('comes in two lots on two days, each with its own date', async () => {
    const line = { 'lines.0.item': '1cc', 'lines.0.quantity': '300', 'lines.0.pack': '' }
    await chloe.post('/orders', { supplier: 'Cactus', ...line, 'lines.0.price': '' })
    const days = { sentOn: world.today(), expectedOn: '' }
    await chloe.post('/orders/1/sending', { seen: await seen(1), ...days })
    for (const [lotCode, quantity] of [
      ['C1120', '200'],
      ['C1201', '100'],
    ]) {
      await chloe.post('/orders/1/receipts', {
        ...{ receivedOn: world.today(), placeId: String(world.places.central) },
        ...{ 'lines.0.item': '1cc', 'lines.0.quantity': quantity ?? '', 'lines.0.pack': '' },
        ...{ 'lines.0.lotCode': lotCode ?? '', 'lines.0.expiresOn': '2028-08-31' },
      })
    }
    const card = (await chloe.get(`/items/${world.item('1cc').id}`)).text
    expect(card).toContain('C1120')
    expect(card).toContain('C1201')
    expect((await chloe.get('/orders/1')).text).toContain('C1201 · expires August 31, 2028')
    expect((await alertOf(world, '1cc')).counted).toMatchObject({ usable: 300, onOrder: 0 })
  })
})

test('an order is a spreadsheet for the supplier, with both names, packs, and what is missing', async () => {
  const box = world.item('cooker').packs.find(({ size }) => size === 100)
  await chloe.post('/orders', {
    ...{ supplier: 'Cactus', 'lines.0.item': 'cooker', 'lines.0.quantity': '3' },
    ...{ 'lines.0.pack': String(box?.id), 'lines.0.price': '0,065' },
  })
  const days = { sentOn: world.today(), expectedOn: '' }
  await chloe.post('/orders/1/sending', { seen: await seen(1), ...days })
  await receive(1, 120)
  const { text, headers } = await chloe.get('/orders/1/lines.csv')
  expect(headers.get('content-disposition')).toContain('order-1.csv')
  const [, row] = text.trim().split('\n')
  expect(row).toContain('cooker,')
  expect(row).toMatch(/,300,.*,3,box,100,0\.065,1,120,180$/)
  expect((await chloe.get('/orders/99/lines.csv')).status).toBe(404)
})
