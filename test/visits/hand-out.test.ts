import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { consumptionByDay, shiftPerson, stockByDay, visit as visits } from '#src/db/schema/index.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { entriesOf, holds, ledger } from '#test/support/ledger.ts'
import { give, stopAt, takeBag } from '#test/support/outreach.ts'
import { setPar, type World } from '#test/support/world.ts'

onBothEngines('a visit', (open) => {
  let world: World
  let omar: Client
  let shift: string
  let visit: string

  beforeEach(async () => {
    world = await open()
    omar = await clientOf(world, 'outreach')
    await setPar(world, world.bags.bag1, { cond: 20, nalox: 4, cooker: 10 })
    await ledger(world, 'donor -> central C28 12, C29 100, N27 4, cooker 100')
    shift = await takeBag(omar, world.bags.bag1)
    visit = await stopAt(omar, shift, world.venues.sky)
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const tap = (fields: Record<string, string>) => omar.post(`${visit}/hand-outs`, fields)
  const id = (code: string) => String(world.item(code).id)
  const lastGiven = async () => String((await entriesOf(world, 'hand-out')).at(-1))

  const consumed = async (code: string) => {
    const rows = await world.database.read((db) =>
      db
        .select()
        .from(consumptionByDay)
        .where(
          and(
            eq(consumptionByDay.itemId, world.item(code).id),
            eq(consumptionByDay.venueId, world.venues.sky),
          ),
        ),
    )
    return rows.reduce((sum, { quantity }) => sum + quantity, 0)
  }

  test('with nothing given counts as a visit', async () => {
    const rows = await world.database.read((db) => db.select().from(visits))
    expect(rows).toMatchObject([{ venueId: world.venues.sky, happenedOn: '2026-11-23' }])
  })

  test('at the same place the same day is the same visit', async () => {
    expect(await stopAt(omar, shift, world.venues.sky)).toBe(visit)
    expect(await stopAt(omar, shift, world.venues.park)).not.toBe(visit)
  })

  test('after 01:30 belongs to the evening', async () => {
    world.pass(11.5)
    omar = await clientOf(world, 'outreach')
    expect(await stopAt(omar, shift, world.venues.sky)).toBe(visit)
  })

  test('gives one at a tap, first to expire first', async () => {
    await tap({ item: id('cond'), change: 'more' })
    await give(omar, world, visit, 'cond 13')
    expect(await holds(world, 'bag1')).toBe('C29 6, N27 4, cooker 10')
    expect(await consumed('cond')).toBe(14)
    const { text } = await omar.get(visit)
    expect(text).toMatch(/<b>14<\/b>\s*<i>6 left/)
  })

  test('accepts what the bag did not hold: the bag owes it, and the line is flagged', async () => {
    await give(omar, world, visit, 'nalox 6, cooker 12, juice 1')
    expect(await holds(world, 'bag1')).toBe('C28 12, C29 8, J? -1, N? -2, cooker -2')
    const { text } = await omar.get(visit)
    expect(text).toContain('2 over')
    expect(text).toContain('lot not known')
  })

  test('accepts what is past its date, and flags it', async () => {
    await ledger(world, 'donor -> bag1 J25 3')
    await give(omar, world, visit, 'juice 2')
    expect(await holds(world, 'bag1')).toContain('J25 1')
    expect((await omar.get(visit)).text).toContain('past its date')
  })

  test('makes the last tap five or ten', async () => {
    await tap({ item: id('cond'), change: 'more' })
    await tap({ entry: await lastGiven(), quantity: '5' })
    expect(await consumed('cond')).toBe(5)
    await tap({ entry: await lastGiven(), quantity: '10' })
    expect(await consumed('cond')).toBe(10)
  })

  test('takes one back, from the last hand-out that had it', async () => {
    await give(omar, world, visit, 'cond 5, cooker 1, cond 1')
    await tap({ item: id('cond'), change: 'less' })
    expect(await consumed('cond')).toBe(5)
    await tap({ item: id('cond'), change: 'less' })
    expect(await consumed('cond')).toBe(4)
    await tap({ item: id('cond'), change: 'less' })
    expect(await consumed('cond')).toBe(3)
    expect(await consumed('cooker')).toBe(1)
  })

  test('undoes the last, and then the one before', async () => {
    await give(omar, world, visit, 'cond 1, cooker 1')
    await tap({ entry: await lastGiven(), quantity: '5' })
    await tap({ entry: await lastGiven(), quantity: '0' })
    expect(await consumed('cooker')).toBe(0)
    await tap({ entry: await lastGiven(), quantity: '0' })
    expect(await consumed('cond')).toBe(0)
    expect(await holds(world, 'bag1')).toBe('C28 12, C29 8, N27 4, cooker 10')
  })

  test('undoes nothing twice', async () => {
    await give(omar, world, visit, 'cond 1')
    const entry = await lastGiven()
    await tap({ entry, quantity: '0' })
    const again = await tap({ entry, quantity: '0' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('taken back already')
    expect(await consumed('cond')).toBe(0)
  })

  test('counts a tap that is sent twice once', async () => {
    const requestId = crypto.randomUUID()
    await Promise.all([1, 2, 3].map(() => tap({ requestId, item: id('cond'), change: 'more' })))
    expect(await consumed('cond')).toBe(1)
  })

  test('records what was asked for in vain, and takes it back', async () => {
    const asked = async () => {
      const rows = await world.database.read((db) =>
        db
          .select()
          .from(stockByDay)
          .where(eq(stockByDay.itemId, world.item('bin14').id)),
      )
      return rows.reduce((sum, { unmet }) => sum + unmet, 0)
    }
    await omar.post(`${visit}/unmet`, { item: id('bin14') })
    expect(await asked()).toBe(1)
    expect((await omar.get(visit)).text).toContain('asked 1')
    const back = await omar.post('/unmet/1/reversal', {})
    expect(back.location).toBe(visit)
    expect(await asked()).toBe(0)
    expect((await omar.post('/unmet/1/reversal', {})).status).toBe(404)
    expect((await omar.post('/unmet/2/reversal', {})).status).toBe(404)
    expect(await asked()).toBe(0)
  })

  test('counts people, one more or as typed', async () => {
    const contacts = async () =>
      (await world.database.read((db) => db.select().from(visits)))[0]?.contacts
    await omar.post(visit, { contacts: '0', version: '1', step: '1' })
    await omar.post(visit, { contacts: '0', version: '1', step: '1' })
    expect(await contacts()).toBe(2)
    await omar.post(visit, { contacts: '7', version: '3' })
    expect(await contacts()).toBe(7)
    const stale = await omar.post(visit, { contacts: '1', version: '3' })
    expect(stale.status).toBe(422)
    expect(await contacts()).toBe(7)
  })

  test('is written by its own people and the office, and by nobody else', async () => {
    await world.write((tx) => tx.delete(shiftPerson))
    const answers = await Promise.all([
      tap({ item: id('cond'), change: 'more' }),
      omar.post(visit, { contacts: '1', version: '1' }),
      omar.post(`${visit}/unmet`, { item: id('cond') }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422])
    expect(
      (await omar.post(`${shift}/visits`, { venueId: String(world.venues.park) })).status,
    ).toBe(403)
    expect(await entriesOf(world, 'hand-out')).toEqual([])
    const sam = await clientOf(world, 'stock')
    const answer = await sam.post(`${visit}/hand-outs`, { item: id('cond'), change: 'more' })
    expect(answer.status).toBe(303)
  })

  test.each([
    ['nothing', {}, 'Choose one'],
    ['zero', { quantity: '0', item: '1' }, 'at least 1'],
    ['half a unit', { quantity: '0.5', item: '1' }, 'whole numbers'],
    ['letters', { quantity: 'many', item: '1' }, 'digits only'],
    ['a million millions', { quantity: '1000000000000', item: '1' }, 'ten million'],
    ['an item that does not exist', { item: '9999' }, 'not here any more'],
    ['an entry of somebody else', { entry: '1', quantity: '3' }, 'taken back already'],
    ['a field that is not on the form', { item: '1', extra: '1' }, 'out of date'],
  ])('given %s is refused with a sentence', async (_, fields, sentence) => {
    const answer = await tap(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await entriesOf(world, 'hand-out')).toEqual([])
  })

  test('of a rough item is refused: it has observations', async () => {
    expect((await tap({ item: id('loose') })).status).toBe(422)
  })

  test('says no name of a place or a thing in its title', async () => {
    const { text } = await omar.get(visit)
    expect(text).toContain('<title>Relais</title>')
  })
})
