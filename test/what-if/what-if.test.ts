import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import {
  item,
  itemSupply,
  location,
  order,
  orderLine,
  supplierTerms,
} from '#src/db/schema/index.ts'
import { adviceOf, handedOut } from '#test/alerts/story.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let chloe: Client
beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 200 })
})
afterEach(() => world.close())

const page = (query: string, code = 'cond') =>
  chloe.get(`/items/${world.item(code).id}/what-if?${query}`)

/** A line of the table: as it is, and supposed. */
async function line(query: string, label: string): Promise<string[]> {
  const { text } = await page(query)
  const plain = text.replace(/<\/?b>/g, '')
  const [, saved, supposed] =
    plain.match(
      new RegExp(`<th scope="row">${label}</th><td class="n">(.*?)</td><td class="n">(.*?)</td>`),
    ) ?? []
  return [saved ?? '', supposed ?? '']
}

describe('supposing nothing', () => {
  test('answers what the board answers', async () => {
    const { order: advised } = await adviceOf(world, 'cond')
    expect(await line('', 'Order')).toEqual([String(advised.units), String(advised.units)])
    expect((await page('')).text).toContain(`Order the same: ${advised.packs} gross`)
  })

  test('with the fields as they stand, or with nonsense in them, is supposing nothing', async () => {
    const { facts, leadTimeDays } = await adviceOf(world, 'cond')
    const asItIs = `service=95&leadTime=${leadTimeDays}&review=${facts.supply.reviewDays}&extra=&cut=0`
    for (const query of [asItIs, 'service=150&leadTime=x&review=&extra=moon%209&cut=-3&more=1']) {
      const { status, text } = await page(query)
      expect(status).toBe(200)
      expect(text).toContain('Order the same')
    }
  })
})

describe('supposing', () => {
  test('a longer delivery orders more, in packs, and says how many', async () => {
    const { text } = await page('leadTime=21')
    const [, more, then, now] = text.match(/Order (\d+) gross more: (\d+) instead of (\d+)\./) ?? []
    expect(Number(more)).toBeGreaterThan(0)
    expect(Number(then)).toBe(Number(now) + Number(more))
    expect(await line('leadTime=21', 'Delivery takes, in days')).toEqual(['7', '21'])
  })

  test('that it may run out more often orders no more', async () => {
    const [saved = '', supposed = ''] = await line('service=60', 'Order up to')
    expect(Number(supposed)).toBeLessThan(Number(saved))
  })

  test('one more opening a week uses more', async () => {
    const [saved = '', supposed = ''] = await line(
      'extra=outreach%207',
      'Expected use until the order after this one',
    )
    // Two Sundays more of 40 until 14 December, or three.
    expect(Number(supposed) - Number(saved)).toBeGreaterThan(60)
    expect(Number(supposed) - Number(saved)).toBeLessThan(160)
  })

  test('one opening more is offered on the days that a service that uses it is closed', async () => {
    const { text } = await page('')
    expect(text).toContain('Outreach, Sunday')
    expect(text).not.toContain('Outreach, Monday')
    expect(text).not.toContain('Drop-in, Sunday')
  })

  test('a cut leaves less of what is on its way, and orders the rest again', async () => {
    const supplierId = await world.write(async (tx) => {
      const place = { kind: 'source', role: 'supplier', nameFr: 'Cactus' } as const
      const [made] = await tx.insert(location).values(place).returning()
      const id = made?.id ?? 0
      await tx.insert(supplierTerms).values({ supplierId: id, leadTimeDays: 7, reviewDays: 14 })
      await tx.insert(itemSupply).values({ itemId: world.item('cond').id, supplierId: id })
      return id
    })
    await world.write(async (tx) => {
      const draftedOn = addDays(world.today(), -3)
      const [sent] = await tx
        .insert(order)
        .values({ supplierId, draftedOn, expectedOn: addDays(world.today(), 4) })
        .returning()
      const orderId = sent?.id ?? 0
      const itemId = world.item('cond').id
      await tx.insert(orderLine).values({ orderId, itemId, quantity: 1440 })
      await tx.update(order).set({ sentOn: draftedOn }).where(eq(order.id, orderId))
    })
    expect((await page('')).text).toContain('Still nothing to order')
    const [, needed] = await line('cut=80', 'Needed')
    expect(Number(needed)).toBeGreaterThan(0)
    expect(await line('cut=80', 'Supply cut, in percent')).toEqual(['0%', '80%'])
  })

  test('saves nothing', async () => {
    const before = await adviceOf(world, 'cond')
    await page('service=60&leadTime=30&review=60&extra=outreach%207&cut=50')
    const after = await adviceOf(world, 'cond')
    expect(after.order).toEqual(before.order)
    const [row] = await world.database.read((db) =>
      db
        .select()
        .from(item)
        .where(eq(item.id, world.item('cond').id)),
    )
    expect(row?.serviceLevelPercent).toBe(95)
  })
})

describe('the page', () => {
  test('says what is missing where there is no forecast', async () => {
    expect((await page('', 'cooker')).text).toContain('Too few data for a forecast')
  })

  test('is none for what is built, or only looked at', async () => {
    expect((await page('', 'inj')).status).toBe(404)
    expect((await page('', 'loose')).status).toBe(404)
    expect((await chloe.get('/items/9999/what-if')).status).toBe(404)
  })

  test('draws both courses, and says them as a table', async () => {
    const { text } = await page('leadTime=21')
    expect(text).toContain('class="compared"')
    expect(text).toContain('Thin line: as it is.')
  })
})
