// Order deadlines, from the supplier's page to the board, the card, a draft and its delivery.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type AdvisedItems, advisedAnew } from '#src/advice/advised-items.ts'
import { alertsOf } from '#src/alerts/queries.ts'
import { wallTime } from '#src/day.ts'
import { item, itemSupply, supplierTerms } from '#src/db/schema/index.ts'
import { onOrder } from '#src/ledger/on-order.ts'
import type { OrderDeadlines } from '#src/order-deadlines.ts'
import { handedOut } from '#test/alerts/story.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, timeZone, type World } from '#test/support/world.ts'
import { otherFriday, supplierOf } from './story.ts'

const hours = { toFridayAt11: 4 * 24 - 3, toFridayNoon: 4 * 24 - 2 }

let world: World
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
})
afterEach(() => world.close())

/** The supplier of condoms: ten days to deliver. */
async function supplierTaking(deadlines: OrderDeadlines | null, reviewDays = 14) {
  await supplierOf(world, { deadlines, reviewDays, supplies: { cond: {} } })
  chloe = await clientOf(world, 'coordinator')
}

async function later(by: number) {
  world.pass(by)
  chloe = await clientOf(world, 'coordinator')
}

function advised(): Promise<AdvisedItems> {
  const clock = wallTime(world.clock(), timeZone)
  return advisedAnew(world.database, { today: world.today(), clock })
}

async function adviceOfCondoms() {
  const { facts, advice } = (await advised()).get(world.item('cond').id) ?? {}
  if (!facts || !advice) throw new Error('condoms are not advised on')
  return { ...advice, reviewDays: facts.supply.reviewDays }
}

const draft = (supplier = 'Cactus') =>
  chloe.post('/orders', {
    ...{ supplier, 'lines.0.item': 'cond', 'lines.0.quantity': '144', 'lines.0.pack': '' },
    'lines.0.price': '',
  })

describe('with orders taken until noon every second Friday', () => {
  beforeEach(() => supplierTaking(otherFriday))

  test('an order lasts until one sent by the deadline after this one can be here', async () => {
    expect(await adviceOfCondoms()).toMatchObject({
      ...{ orderBy: '2026-11-27', orderByDeadline: { day: '2026-11-27', hour: 12 } },
      // Four days to wait, ten to deliver; then two weeks to the next chance.
      ...{ leadTimeDays: 10, arrivesInDays: 14, reviewDays: 14, coveredUntil: '2026-12-21' },
    })
  })

  test('the days of waiting are days to be covered, as those of the review are', async () => {
    const { orderUpTo, coverage } = await adviceOfCondoms()
    expect(coverage.days).toBe(4 + 10 + 14)
    await later(24)
    const aDayNearer = await adviceOfCondoms()
    expect(aDayNearer.coverage.days).toBe(3 + 10 + 14)
    expect(aDayNearer.orderUpTo).toBeLessThanOrEqual(orderUpTo)
  })

  test('the board, the card and the draft say by when', async () => {
    const { text } = await chloe.get('/alerts')
    expect(text).toContain('Order by Friday, November 27, noon.')
    expect(text).toContain('by Friday, November 27, noon</small>')
    const card = await chloe.get(`/items/${world.item('cond').id}`)
    expect(card.text).toContain('by Friday, November 27, noon')
    expect(card.text).toContain('Cactus delivers in 10 days, orders by noon every second Friday.')
    const proposed = await chloe.get(`/orders/new?item=${world.item('cond').id}`)
    expect(proposed.text).toContain('Order by Friday, November 27, noon.')
    await draft()
    expect((await chloe.get('/orders/1')).text).toContain('Order by Friday, November 27, noon.')
  })

  test('on the day the hour is what counts, and once it has passed the board says so', async () => {
    await later(hours.toFridayAt11)
    expect((await chloe.get('/alerts')).text).toContain('Order today, by noon.')
    expect((await adviceOfCondoms()).arrivesInDays).toBe(10)
    world.pass(1)
    const { text } = await chloe.get('/alerts')
    expect(text).toContain('Cactus took orders until noon today')
    expect(text).toContain('Order by Friday, December 11, noon.')
    expect(await adviceOfCondoms()).toMatchObject({ arrivesInDays: 24, coveredUntil: '2027-01-04' })
  })

  test('a draft that was not sent in time says so, and by when it can go now', async () => {
    await draft()
    await later(hours.toFridayNoon)
    const { text } = await chloe.get('/orders/1')
    expect(text).toContain('The deadline of Friday, November 27, noon, has passed.')
    expect(text).toContain('Order by Friday, December 11, noon.')
  })

  test('an order sent ahead of its deadline is expected from the deadline on', async () => {
    await draft()
    const seen = (await chloe.get('/orders/1')).text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
    await chloe.post('/orders/1/sending', { seen, sentOn: '2026-11-23', expectedOn: '' })
    const [line] = await world.database.read(onOrder)
    expect(line?.expectedOn).toBe('2026-12-07')
  })
})

test('with orders taken on any day nothing waits, and the days between orders are those noted', async () => {
  await supplierTaking(null, 21)
  expect(await adviceOfCondoms()).toMatchObject({
    ...{ orderByDeadline: null, arrivesInDays: 10, reviewDays: 21, coveredUntil: '2026-12-24' },
  })
  await draft()
  expect((await chloe.get('/orders/1')).text).not.toContain('Order by')
})

test('what has only a minimum that a person set is ordered by the deadline too', async () => {
  await supplierTaking(otherFriday)
  const cooker = world.item('cooker').id
  await world.write(async (tx) => {
    const [{ supplierId } = { supplierId: 0 }] = await tx.select().from(supplierTerms)
    await tx.insert(itemSupply).values({ supplierId, itemId: cooker })
    await tx.update(item).set({ minimumStock: 50, maximumStock: 100 }).where(eq(item.id, cooker))
  })
  const alert = alertsOf(await advised()).find((each) => each.item.id === cooker)
  const deadline = { day: '2026-11-27', hour: 12 }
  expect(alert?.counted).toMatchObject({ hasForecast: false, orderBy: deadline.day, deadline })
})
