import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import {
  item,
  itemSupply,
  location,
  lot,
  order,
  orderLine,
  supplierTerms,
} from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import { clientOf } from '#test/support/client.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'
import { adviceOf, alertOf, handedOut } from './story.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const today = '2026-11-23'

/** Juice is best before its date; without grace here, so that days are easy to count. */
async function tenJuicesADay({ left = 0 } = {}) {
  const juice = world.item('juice').id
  await world.write((tx) => tx.update(item).set({ graceDays: 0 }).where(eq(item.id, juice)))
  await handedOut(world, { code: 'juice', aDay: 10, weeks: 8, left })
}

describe('juice, ten an open day', () => {
  test('100 that end on Friday leave half over: surplus, to give first', async () => {
    await tenJuicesADay({ left: 300 })
    await stockUp(world, [{ code: 'juice', quantity: 100, expiresOn: '2026-11-27' }])
    const { level, reason, counted } = await alertOf(world, 'juice')
    expect(level).toBe('surplus')
    expect(reason).toEqual({ kind: 'expiring', quantity: 50, on: '2026-11-27' })
    // Monday to Friday.
    expect(counted?.expiring).toMatchObject([
      { quantity: 100, unused: 50, lastUsableOn: '2026-11-27', pace: { needed: 20, expected: 10 } },
    ])
  })

  test('what will be left over is no stock to lean on: it lasts no longer, and more is ordered', async () => {
    await tenJuicesADay({ left: 20 })
    const before = await adviceOf(world, 'juice')
    await stockUp(world, [{ code: 'juice', quantity: 200, expiresOn: '2026-11-27' }])
    const { position, lasts, order } = await adviceOf(world, 'juice')
    expect(position).toMatchObject({ usable: 220, expiring: 150, position: 70 })
    // Five days of the 200, then two of the 20.
    expect(lasts.median).toBe(7)
    expect(order.units).toBeLessThan(before.order.units)
    expect(order.units).toBeGreaterThan(0)
  })

  test('a lot in two places is one lot, and says where it is', async () => {
    await tenJuicesADay({ left: 300 })
    const on = { code: 'juice', expiresOn: '2026-11-27' }
    await stockUp(world, [{ ...on, quantity: 80 }])
    await stockUp(world, [{ ...on, quantity: 40, placeId: world.places.shelves }])
    await stockUp(world, [{ ...on, quantity: 7, placeId: world.places.quarantine }])
    const sam = await clientOf(world, 'stock')
    const { text } = await sam.get('/alerts/expiry')
    expect(text).toContain('Stockroom 80, Drop-in shelves 40')
    expect(text).toContain('Of 120 cans, 50 given in time and 70 left over')
    expect(text).toContain('24 a day, not 10')
    expect(text).not.toContain('uarantine')
  })

  test('what is given in time is not on the list', async () => {
    await tenJuicesADay()
    await stockUp(world, [{ code: 'juice', quantity: 45, expiresOn: '2026-11-27' }])
    const sam = await clientOf(world, 'stock')
    const { text } = await sam.get('/alerts/expiry')
    expect(text).toContain('Everything will be used in time')
  })
})

describe('a minimum remaining life', () => {
  test('ends a lot before its date', async () => {
    await handedOut(world, { code: 'cond', aDay: 10, weeks: 8, left: 300 })
    const { id } = world.item('cond')
    const minimumLifeDays = 365
    await world.write((tx) => tx.update(item).set({ minimumLifeDays }).where(eq(item.id, id)))
    const expiresOn = addDays('2026-11-27', minimumLifeDays)
    await stockUp(world, [{ code: 'cond', quantity: 100, expiresOn }])
    const { counted } = await alertOf(world, 'cond')
    expect(counted?.expiring).toMatchObject([{ unused: 50, lastUsableOn: '2026-11-27' }])
  })
})

describe('what was never asked for', () => {
  test('is on the list whole when it ends within 90 days, and says that nobody knows the rate', async () => {
    await stockUp(world, [
      { code: 'nalox', quantity: 12, expiresOn: addDays(today, 60), lotCode: 'N1' },
      { code: 'nalox', quantity: 30, expiresOn: addDays(today, 120), lotCode: 'N2' },
    ])
    const sam = await clientOf(world, 'stock')
    const { text } = await sam.get('/alerts/expiry')
    expect(text).toContain('Lot N1')
    expect(text).not.toContain('Lot N2')
    expect(text).toContain('too few data for a rate')
    expect(await alertOf(world, 'nalox')).toMatchObject({ level: 'few' })
  })
})

describe('the life of what is delivered', () => {
  /** A delivery on the day, of juice that ends so many days later. */
  async function delivered(lifeDays: number) {
    const itemId = world.item('juice').id
    const sentOn = addDays(today, -40)
    const happenedOn = addDays(today, -33)
    await world.write(async (tx) => {
      const [known] = await tx.select().from(location).where(eq(location.nameFr, 'Moisson'))
      const place = { kind: 'source', role: 'supplier', nameFr: 'Moisson' } as const
      const [made] = known ? [known] : await tx.insert(location).values(place).returning()
      const supplierId = made?.id ?? 0
      if (!known) {
        await tx.insert(supplierTerms).values({ supplierId, leadTimeDays: 7, reviewDays: 28 })
        await tx.insert(itemSupply).values({ itemId, supplierId })
      }
      const draft = { supplierId, draftedOn: sentOn, expectedOn: happenedOn }
      const [sent] = await tx.insert(order).values(draft).returning()
      const orderId = sent?.id ?? 0
      const [line] = await tx
        .insert(orderLine)
        .values({ orderId, itemId, quantity: 48 })
        .returning()
      await tx.update(order).set({ sentOn }).where(eq(order.id, orderId))
      const expiresOn = addDays(happenedOn, lifeDays)
      const [pack] = await tx.insert(lot).values({ itemId, kind: 'real', expiresOn }).returning()
      const move = { itemId, lotId: pack?.id ?? 0, quantity: 48, orderLineId: line?.id ?? 0 }
      const way = { fromId: supplierId, toId: world.places.central }
      const heading = { kind: 'receipt', happenedOn, orderId } as const
      await post(tx, heading, [{ ...move, ...way }], world.recording())
    })
  }

  test('is what past deliveries had: no more is ordered than is used within it, and why says so', async () => {
    await tenJuicesADay()
    await delivered(20)
    await delivered(28)
    await delivered(24)
    const { facts, order: advised, needed } = await adviceOf(world, 'juice')
    // The middle one, the day it arrives included.
    expect(facts.supply.lifeAtReceiptDays).toBe(25)
    expect(advised.units).toBeLessThan(needed)
    expect(advised.limits).toMatchObject([{ kind: 'expiry' }])
    const chloe = await clientOf(world, 'coordinator')
    const { text } = await chloe.get(`/items/${facts.item.id}`)
    expect(text).toContain('What is delivered can be given for about 25 days')
  })

  test('is unknown before any delivery: nothing is held back', async () => {
    await tenJuicesADay()
    const { facts, order: advised } = await adviceOf(world, 'juice')
    expect(facts.supply.lifeAtReceiptDays).toBeNull()
    expect(advised.limits).toEqual([])
  })
})

describe('the page', () => {
  beforeEach(async () => {
    await tenJuicesADay({ left: 300 })
    await stockUp(world, [{ code: 'juice', quantity: 100, expiresOn: '2026-11-27' }])
  })

  test('is linked from the board with its count', async () => {
    const chloe = await clientOf(world, 'coordinator')
    const { text } = await chloe.get('/alerts')
    expect(text).toContain('Give first (1)')
    expect(text).toContain('50 will not be used by ')
  })

  test('is a spreadsheet too', async () => {
    const chloe = await clientOf(world, 'coordinator')
    const { text } = await chloe.get('/alerts/expiry.csv')
    expect(text.split('\n')[1]).toBe(
      'juice,Juice,can,"November 27, 2026",2026-11-27,2026-11-27,Stockroom 100,100,50,20,10',
    )
  })

  test('costs two statements once the board is known', async () => {
    const chloe = await clientOf(world, 'coordinator')
    await chloe.get('/alerts')
    expect(await statementsOf(world.database, () => chloe.get('/alerts/expiry'))).toHaveLength(2)
  })
})
