// What a supplier sends at least and at most of an item, from where it is noted to what is ordered.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { order, orderLine, pack } from '#src/db/schema/index.ts'
import { alertOf, handedOut } from '#test/alerts/story.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'
import { supplierOf } from './story.ts'

let world: World
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
  await handedOut(world, { code: 'cooker', aDay: 10, weeks: 8, left: 20 })
})
afterEach(() => world.close())

const proposed = async () =>
  (await chloe.get(`/orders/new?item=${world.item('cooker').id}`)).text.replace(/<[^>]*>/g, '')

test('what is needed is rounded up to whole boxes, and the order says so', async () => {
  await supplierOf(world, { supplies: { cooker: {} } })
  const { counted } = await alertOf(world, 'cooker')
  expect(counted?.order).toMatchObject({ units: 200, packs: 2 })
  expect(await proposed()).toContain('Cooker · Rounded up to 2 boxes.')
})

test('no more is proposed than the supplier sends, and board, card and order say so', async () => {
  await supplierOf(world, { supplies: { cooker: { maximumOrder: 150 } } })
  expect((await alertOf(world, 'cooker')).counted?.order.units).toBe(100)
  const sentence = 'The supplier sends at most 150 at a time.'
  expect(await proposed()).toContain(`Cooker · ${sentence}`)
  expect((await chloe.get('/alerts')).text).toContain(sentence)
  expect((await chloe.get(`/items/${world.item('cooker').id}`)).text).toContain(sentence)
})

test('no less is proposed than the supplier sends', async () => {
  await supplierOf(world, { supplies: { cooker: { minimumOrder: 450 } } })
  expect((await alertOf(world, 'cooker')).counted?.order.units).toBe(500)
  expect(await proposed()).toContain('The supplier sends at least 450.')
})

test('an order far above what last year had is announced, on the board, the card and the order', async () => {
  const supplierId = await supplierOf(world, { supplies: { cooker: {} } })
  const sentOn = addDays(world.today(), -375)
  const itemId = world.item('cooker').id
  await world.write(async (tx) => {
    const [made] = await tx.insert(order).values({ supplierId, draftedOn: sentOn }).returning()
    const orderId = made?.id ?? 0
    await tx.insert(orderLine).values({ orderId, itemId, quantity: 100 })
    const done = { sentOn, expectedOn: sentOn, closedOn: sentOn }
    await tx.update(order).set(done).where(eq(order.id, orderId))
  })
  const sentence = 'With this order, 200 in five weeks against 100 a year ago: tell the supplier'
  expect(await proposed()).toContain(sentence)
  expect((await chloe.get('/alerts')).text).toContain(
    'Far above last year: tell the supplier first.',
  )
  expect((await chloe.get(`/items/${itemId}`)).text).toContain(sentence)
})

test.each([
  [
    'a maximum below the minimum',
    { minimum: '300', maximum: '200' },
    'maximum is below the minimum',
  ],
  ['a maximum of half a box', { minimum: '', maximum: '50' }, 'No whole box of 100 lies between'],
  ['no whole box between the two', { minimum: '110', maximum: '190' }, 'nothing could be ordered'],
])('%s is refused with a sentence', async (_, bounds, sentence) => {
  const supplierId = await supplierOf(world, { supplies: { cooker: {} } })
  const packs = await world.database.read((db) => db.select().from(pack))
  const box = packs.find(({ itemId, size }) => itemId === world.item('cooker').id && size === 100)
  const path = `/items/${world.item('cooker').id}/supplies`
  const line = { supplierId, packId: box?.id, price: '', priceFor: '', ...bounds }
  const typed = Object.fromEntries(
    Object.entries(line).map(([name, value]) => [`lines.0.${name}`, String(value)]),
  )
  const answer = await chloe.post(path, { seen: '0', ...typed })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
  expect(answer.text).toContain(`value="${bounds.maximum}"`)
})
