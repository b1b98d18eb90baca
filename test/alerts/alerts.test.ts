import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, daysFrom } from '#src/day.ts'
import {
  item,
  itemSupply,
  location,
  observation,
  order,
  orderLine,
  person,
  serviceException,
  supplierTerms,
  unmet,
} from '#src/db/schema/index.ts'
import { reverse } from '#src/ledger/reverse.ts'
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

/** Delivers in a week; an order every two weeks. */
async function supplierOf(code: string): Promise<number> {
  return world.write(async (tx) => {
    const [made] = await tx
      .insert(location)
      .values({ kind: 'source', role: 'supplier', nameFr: 'Cactus' })
      .returning()
    const supplierId = made?.id ?? 0
    await tx.insert(supplierTerms).values({ supplierId, leadTimeDays: 7, reviewDays: 14 })
    await tx.insert(itemSupply).values({ itemId: world.item(code).id, supplierId })
    return supplierId
  })
}

/** An order sent days ago, due in some days (before today: below zero). */
async function ordered(code: string, quantity: number, { dueIn = 3 } = {}): Promise<number> {
  const supplierId = await supplierOf(code)
  return world.write(async (tx) => {
    const days = { sentOn: addDays(today, -30), expectedOn: addDays(today, dueIn) }
    const [sent] = await tx
      .insert(order)
      .values({ supplierId, draftedOn: days.sentOn, ...days, sentOn: null })
      .returning()
    const orderId = sent?.id ?? 0
    await tx.insert(orderLine).values({ orderId, itemId: world.item(code).id, quantity })
    await tx.update(order).set({ sentOn: days.sentOn }).where(eq(order.id, orderId))
    return orderId
  })
}

describe('the board', () => {
  test('40 condoms a night for 8 weeks and 120 left run out in about 3 open days, and are red', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const { level, counted, reason } = await alertOf(world, 'cond')
    expect(level).toBe('now')
    expect(counted).toMatchObject({ usable: 120, lasts: { median: 3 }, orderBy: today })
    expect(reason).toMatchObject({ kind: 'rate', rate: 40, leadTimeDays: 7 })
  })

  test('orders in whole packs: enough until the order after this one can arrive', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const { counted } = await alertOf(world, 'cond')
    // 15 open days until 14 December: 600 and a margin, less 120, in gross of 144.
    expect(counted?.order.pack?.size).toBe(144)
    expect(counted?.order.units).toBe((counted?.order.packs ?? 0) * 144)
    expect(counted?.order.units).toBeGreaterThanOrEqual(480)
    expect(counted?.order.units).toBeLessThan(900)
  })

  test('enough for the weeks to come is enough', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 2000 })
    expect(await alertOf(world, 'cond')).toMatchObject({ level: 'enough' })
  })

  test('what was never handed out says so, and asks for nothing', async () => {
    await stockUp(world, [{ code: 'cooker', quantity: 50 }])
    const { level, reason, counted } = await alertOf(world, 'cooker')
    expect({ level, reason, order: counted?.order.units }).toEqual({
      ...{ level: 'few', reason: { kind: 'neverUsed' }, order: 0 },
    })
  })

  test('names the likely day, and those between which it is likely', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const { counted } = await alertOf(world, 'cond')
    // Monday, Tuesday and Wednesday: 40 each.
    expect(counted?.runsOut?.on).toBe('2026-11-25')
    const { from = '', on = '', until } = counted?.runsOut ?? {}
    expect(from <= on && on <= (until ?? '')).toBe(true)
    await handedOut(world, { code: 'lube', aDay: 30, weeks: 8, left: 0 })
    expect((await alertOf(world, 'lube')).counted?.runsOut).toBeNull()
  })

  test('an item that ran out before it had a forecast is red: a person says how many', async () => {
    await handedOut(world, { code: 'cooker', aDay: 5, weeks: 1, left: 0 })
    expect(await alertOf(world, 'cooker')).toMatchObject({
      ...{ level: 'now', reason: { kind: 'noneLeft', days: 5 } },
    })
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/alerts?level=now')).text).toContain('Say how many')
    await stockUp(world, [{ code: 'cooker', quantity: 1 }])
    expect(await alertOf(world, 'cooker')).toMatchObject({ level: 'few' })
  })

  test('too few days for a forecast: the minimum that a person set speaks', async () => {
    const minMax = { minimumStock: 100, maximumStock: 400 }
    await world.write((tx) =>
      tx
        .update(item)
        .set(minMax)
        .where(eq(item.id, world.item('cooker').id)),
    )
    await stockUp(world, [{ code: 'cooker', quantity: 60 }])
    const { level, reason, counted } = await alertOf(world, 'cooker')
    expect({ level, reason }).toEqual({
      ...{ level: 'soon', reason: { kind: 'belowMinimum', minimum: 100 } },
    })
    expect(counted?.order.units).toBe(340)
  })

  test('a rough item is as urgent as it was last seen', async () => {
    expect(await alertOf(world, 'loose')).toMatchObject({ level: 'few' })
    const see = (amount: number, happenedOn: string) =>
      world.write((tx) =>
        tx.insert(observation).values({
          ...{ requestId: world.newId(), itemId: world.item('loose').id, kind: 'level', amount },
          ...{ locationId: world.places.central, happenedOn, recordedOn: today },
        }),
      )
    await see(3, '2026-11-10')
    await see(0, '2026-11-20')
    expect(await alertOf(world, 'loose')).toMatchObject({
      ...{ level: 'now', reason: { kind: 'seen', level: 0, on: '2026-11-20' }, counted: null },
    })
  })

  test('kits are built, not ordered', async () => {
    await expect(alertOf(world, 'inj')).rejects.toThrow('not on the board')
  })
})

describe('what is on order', () => {
  test('is never ordered again', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    await ordered('cond', 2016)
    const { level, counted, reason } = await alertOf(world, 'cond')
    expect(level).toBe('coming')
    expect(counted?.order.units).toBe(0)
    expect(reason).toMatchObject({ kind: 'onOrder', quantity: 2016, on: '2026-11-26' })
  })

  test('and late is asked for, not trusted', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    await ordered('cond', 2016, { dueIn: -9 })
    const { level, reason, counted } = await alertOf(world, 'cond')
    expect({ level, kind: reason.kind }).toEqual({ level: 'soon', kind: 'onOrder' })
    expect(counted?.order.units).toBe(0)
  })

  test('counts again once the order is closed short: the need is back', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const orderId = await ordered('cond', 2016)
    await world.write((tx) =>
      tx.update(order).set({ closedOn: today }).where(eq(order.id, orderId)),
    )
    const { level, reason } = await alertOf(world, 'cond')
    expect({ level, kind: reason.kind }).toEqual({ level: 'now', kind: 'shortSupplier' })
  })
})

describe('the rate of an item', () => {
  test('is not diluted by closed nights', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const before = await adviceOf(world, 'cond')
    await world.write((tx) =>
      tx.insert(serviceException).values(
        daysFrom('2026-09-07', '2026-09-25').map((day) => ({
          ...{ stream: 'outreach' as const, day, open: false },
        })),
      ),
    )
    const after = await adviceOf(world, 'cond')
    expect(after.levelTerms?.ratePerOpenDay).toBe(before.levelTerms?.ratePerOpenDay)
    expect(before.levelTerms).toMatchObject({ ratePerOpenDay: 40, openDaysInStock: 40 })
  })

  test('falls when a hand-out is taken back, and is as before when that is taken back', async () => {
    const entries = await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const rate = async () => (await adviceOf(world, 'cond')).levelTerms?.ratePerOpenDay
    const [back] = await world.write((tx) => reverse(tx, entries[3] ?? 0, world.recording()))
    expect(await rate()).toBe(39)
    await world.write((tx) => reverse(tx, back ?? 0, world.recording()))
    expect(await rate()).toBe(40)
  })

  test('counts what was asked for with none left', async () => {
    await handedOut(world, { code: 'juice', aDay: 10, weeks: 8, left: 0 })
    await world.write((tx) =>
      tx.insert(unmet).values({
        ...{ requestId: world.newId(), happenedOn: '2026-11-20', recordedOn: '2026-11-20' },
        ...{ itemId: world.item('juice').id, venueId: world.venues.sky, quantity: 14 },
      }),
    )
    const { reason, level } = await alertOf(world, 'juice')
    expect({ level, reason }).toEqual({ level: 'now', reason: { kind: 'askedInVain', units: 14 } })
    expect((await adviceOf(world, 'juice')).levelTerms).toMatchObject({ unmet: 14 })
  })

  test('of two services is the sum of both, each on its own evenings', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 100 })
    await handedOut(world, {
      ...{ code: 'cond', aDay: 20, weeks: 8, left: 20, weekdays: [3, 4, 5, 6] },
      atDropIn: 'at the drop-in',
    })
    const { levelTerms, lasts, facts } = await adviceOf(world, 'cond')
    // 5 × 40 and 4 × 20 a week, on the six days that either opens.
    expect(levelTerms?.ratePerOpenDay).toBeCloseTo(280 / 6, 0)
    expect(facts.usable).toBe(120)
    // Monday and Tuesday 40 each, then 60 on Wednesday.
    expect(lasts.median).toBe(3)
  })

  test('is of days in stock: weeks with nothing to give do not halve it', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 0 })
    world.pass(24 * 28)
    await stockUp(world, [{ code: 'cond', quantity: 100 }])
    const { levelTerms } = await adviceOf(world, 'cond')
    expect(levelTerms?.ratePerOpenDay).toBeGreaterThan(35)
  })

  test('of a component holds what goes out in kits, and ready kits serve first', async () => {
    // Four cookers in each injection kit, and none handed out alone.
    await handedOut(world, { code: 'inj', aDay: 5, weeks: 8, left: 50 })
    await stockUp(world, [{ code: 'cooker', quantity: 40 }])
    const { levelTerms, facts, lasts } = await adviceOf(world, 'cooker')
    expect(levelTerms?.ratePerOpenDay).toBe(20)
    expect(facts).toMatchObject({ usable: 40, inKits: 200 })
    // Ten open days of ready kits, then two more of cookers.
    expect(lasts.median).toBe(12)
  })
})

describe('one advice', () => {
  test('the board and the card say the same', async () => {
    await handedOut(world, { code: 'inj', aDay: 5, weeks: 8, left: 50 })
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    await ordered('cond', 144)
    for (const code of ['cond', 'cooker', 'swab']) {
      const [row, card] = [await alertOf(world, code), await adviceOf(world, code)]
      expect(row.level).toBe(card.level)
      expect(row.counted?.order.units).toBe(card.order.units)
      expect(row.counted?.lasts).toEqual(card.lasts)
    }
  })

  test('its terms recompute to the level they are shown to make', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const { levelTerms: terms, freshOrderUpTo, needed, position } = await adviceOf(world, 'cond')
    if (!terms) throw new Error('there is no forecast')
    const rate = Math.round((100 * (terms.handedOut + terms.unmet)) / terms.openDaysInStock) / 100
    expect(rate).toBe(terms.ratePerOpenDay)
    const expected = rate * terms.openDaysToCover + terms.recentChange
    expect(expected).toBeCloseTo(terms.expected, 6)
    expect(terms.expected - terms.expectedDonations + terms.margin).toBeCloseTo(freshOrderUpTo, 6)
    expect(needed).toBe(freshOrderUpTo - position.position)
  })

  test('costs the page six statements, whatever the history, and one until something is written', async () => {
    const chloe = await clientOf(world, 'coordinator')
    const statements = () => statementsOf(world.database, () => chloe.get('/alerts'))
    // The first of all reads every item; later only those that changed.
    await statements()
    await handedOut(world, { code: 'inj', aDay: 5, weeks: 20, left: 50 })
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 60, left: 120 })
    expect(await statements()).toHaveLength(6)
    expect(await statements()).toHaveLength(1)
  })
})

describe('the page', () => {
  test('shows the most pressing first, with the reason and the order', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const chloe = await clientOf(world, 'coordinator')
    const { text } = await chloe.get('/alerts')
    expect(text).toContain('about 3 days')
    expect(text).toContain('40 a day; delivery takes 7 days.')
    expect(text.indexOf('External condom')).toBeLessThan(text.indexOf('Pyrex stem'))
  })

  test('knows at once of what is written, and of a new day', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/alerts')).text).toContain('about 3 days')
    await stockUp(world, [{ code: 'cond', quantity: 40 }])
    expect((await chloe.get('/alerts')).text).toContain('about 4 days')
    const closed = { stream: 'outreach', state: 'closed', day: today, until: '2026-12-24' }
    await chloe.post('/calendar/exceptions', { ...closed, factor: '100', reason: '' })
    expect((await chloe.get('/alerts')).text).not.toContain('Order now</span>')
    expect((await (await clientOf(world, 'admin')).get('/alerts')).text).toContain('about 4 days')
  })

  test('is in the language of whoever looks', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/alerts')).text).toContain('about 3 days')
    await world.write((tx) => tx.update(person).set({ language: 'fr' }))
    const { text } = await chloe.get('/alerts')
    expect(text).toContain('environ 3 jours')
    expect(text).not.toContain('about 3 days')
  })

  test('filters by level, and does not mind nonsense', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/alerts?level=now')).text).not.toContain('Pyrex stem')
    expect((await chloe.get('/alerts?level=enough')).text).not.toContain('External condom')
    expect((await chloe.get('/alerts?level=%00')).text).toContain('External condom')
  })

  test('filters by kind and by service, and the counts, the links and the spreadsheet follow', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    await handedOut(world, {
      code: 'juice',
      aDay: 9,
      weeks: 8,
      left: 10,
      atDropIn: 'at the drop-in',
    })
    const chloe = await clientOf(world, 'coordinator')
    const shown = async (query: string) => {
      const [page, sheet] = [
        await chloe.get(`/alerts${query}`),
        await chloe.get(`/alerts.csv${query}`),
      ]
      return ['External condom', 'Juice', 'Pyrex stem'].map((name) => {
        expect(sheet.text.includes(name), `${name} of ${query}`).toBe(page.text.includes(name))
        return page.text.includes(name)
      })
    }
    expect(await shown('?category=food')).toEqual([false, true, false])
    expect(await shown('?stream=outreach&level=now')).toEqual([true, false, false])
    expect(await shown('?stream=drop-in&level=now')).toEqual([false, true, false])
    // What nobody has asked for yet could be for any service.
    expect(await shown('?stream=drop-in')).toEqual([false, true, true])
    expect(await shown('?stream=%00&category=nonsense')).toEqual([true, true, true])
    const { text } = await chloe.get('/alerts?category=food&stream=drop-in')
    expect(text).toContain('href="/alerts?level=now&amp;category=food&amp;stream=drop-in"')
    expect(text).toContain('href="/alerts.csv?category=food&amp;stream=drop-in"')
    expect(text).toMatch(/<b>1<\/b> Order now/)
    expect(text).toContain('Only: Food and drink · Drop-in.')
  })

  test('says so where nothing matches, with the way back', async () => {
    const chloe = await clientOf(world, 'coordinator')
    const { text } = await chloe.get('/alerts?level=now&category=hygiene')
    expect(text).toContain('No item matches')
    expect(text).toContain('Show everything')
  })

  test('is a spreadsheet too', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const chloe = await clientOf(world, 'coordinator')
    const { text, headers } = await chloe.get('/alerts.csv')
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text).toContain('cond,External condom,condom,Order now,120,0,')
  })

  test('is not for outreach workers', async () => {
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get('/alerts')).status).toBe(403)
  })

  test('ticked rows become the lines of a draft, in packs, with their supplier', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    await supplierOf('cond')
    const chloe = await clientOf(world, 'coordinator')
    const { text } = await chloe.get(`/orders/new?item=${world.item('cond').id}`)
    expect(text).toContain('value="External condom"')
    expect(text).toContain('value="Cactus"')
    expect(text).toMatch(/<output[^>]*>\d gross × 144 = <b>\d+<\/b>/)
  })

  test('an order that was sent damps the next level: stock cannot be handed back', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const chloe = await clientOf(world, 'coordinator')
    const line = { 'lines.0.item': 'cond', 'lines.0.quantity': '4', 'lines.0.pack': '' }
    await chloe.post('/orders', { supplier: 'Cactus', ...line, 'lines.0.price': '' })
    const before = await adviceOf(world, 'cond')
    await chloe.post('/orders/1/sending', { seen: '1', sentOn: today, expectedOn: '' })
    const after = await adviceOf(world, 'cond')
    expect(after.lastSentOrderUpTo).toBe(before.orderUpTo)
  })
})
