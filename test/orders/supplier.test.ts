// A supplier's page: what was ordered and what came of it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { supplierRecord } from '#src/orders/supplier-record.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'
import { supplierOf } from './story.ts'

let world: World
let chloe: Client
let cactus: number

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
  cactus = await supplierOf(world, { supplies: { cooker: {} } })
})
afterEach(() => world.close())

const today = () => world.today()
const record = async () => {
  const found = await world.database.read((db) => supplierRecord(db, cactus, today()))
  if (!found) throw new Error('there is no supplier')
  return found
}

const seen = async (id: number) =>
  (await chloe.get(`/orders/${id}`)).text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''

/** An order of 100 cookers sent so many days ago, of which some came after some days. */
async function ordered(
  daysAgo: number,
  { came, after, code = 'cooker' }: { came?: number; after?: number; code?: string } = {},
): Promise<number> {
  const line = { 'lines.0.item': code, 'lines.0.quantity': '100', 'lines.0.pack': '' }
  const made = await chloe.post('/orders', { supplier: 'Cactus', ...line, 'lines.0.price': '' })
  const id = Number(made.location?.split('/').at(-1))
  const sentOn = addDays(today(), -daysAgo)
  await chloe.post(`/orders/${id}/sending`, { seen: await seen(id), sentOn, expectedOn: '' })
  if (came !== undefined) {
    await chloe.post(`/orders/${id}/receipts`, {
      ...{ receivedOn: addDays(sentOn, after ?? 10), placeId: String(world.places.central) },
      ...{ 'lines.0.item': code, 'lines.0.quantity': String(came), 'lines.0.pack': '' },
    })
  }
  return id
}

test('an order that comes by its day is on time, a day after it is late, and so is what has not come', async () => {
  await ordered(40, { came: 100, after: 10 })
  await ordered(30, { came: 100, after: 11 })
  await ordered(20)
  await ordered(5)
  expect((await record()).kept).toEqual({ orders: 4, onTime: 1, late: 2, fillRate: 1 })
})

test('what came short counts once the order is closed, and more than ordered makes up for nothing', async () => {
  const short = await ordered(40, { came: 50 })
  await ordered(30, { came: 150 })
  expect((await record()).items).toMatchObject([{ ordered: 100, came: 100, fills: [1] }])
  await chloe.post(`/orders/${short}/closing`, { seen: await seen(short) })
  expect((await record()).items).toMatchObject([
    { ordered: 200, came: 150, fillRate: 0.75, fills: [0.5, 1] },
  ])
})

test('what was taken back has not come', async () => {
  await ordered(30, { came: 100, after: 8 })
  await chloe.post('/entries/1/reversal', {})
  const { kept, leadDays } = await record()
  expect(kept).toMatchObject({ onTime: 0, late: 1 })
  expect(leadDays).toEqual([])
})

test('a cancelled order is no record of the supplier, nor is one of long ago', async () => {
  const id = await ordered(5)
  await chloe.post(`/orders/${id}/cancellation`, { seen: await seen(id) })
  await ordered(500, { came: 100 })
  expect((await record()).kept.orders).toBe(0)
  expect((await chloe.get(`/orders/suppliers/${cactus}`)).text).toContain('Nothing ordered since')
})

test('the board counts on the delay that is noted until five orders have come, then on those seen', async () => {
  for (const [index, after] of [9, 12, 14, 12].entries()) {
    await ordered(60 - 7 * index, { came: 100, after })
  }
  const page = `/orders/suppliers/${cactus}`
  expect((await chloe.get(page)).text).toContain('10 days, as noted, until five orders have come')
  await ordered(25, { came: 100, after: 20 })
  const { text } = await chloe.get(page)
  expect(text).toContain('9 to 20 days, over 5 orders')
  expect(text).toContain('half within 12 days. Noted: 10.')
  expect((await record()).leadDays).toEqual([9, 12, 12, 14, 20])
})

test('each picture has its figures: delays as a table, and what came order by order in words', async () => {
  const short = await ordered(40, { came: 50, after: 12 })
  await chloe.post(`/orders/${short}/closing`, { seen: await seen(short) })
  await ordered(30, { came: 100, after: 12 })
  const { text } = await chloe.get(`/orders/suppliers/${cactus}`)
  expect(text).toContain('aria-label="Came, oldest first: 50%, 100%"')
  expect(text).toMatch(/<th scope="row">12<\/th><td class="n">2<\/td>/)
  expect(text).toContain('75% of what was ordered came.')
})

test('only a supplier has such a page', async () => {
  expect((await chloe.get(`/orders/suppliers/${world.places.central}`)).status).toBe(404)
  expect((await chloe.get('/orders/suppliers/9999')).status).toBe(404)
})
