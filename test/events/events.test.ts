import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { entriesOf, holds, ledger } from '#test/support/ledger.ts'
import { openWorld, type World } from '#test/support/world.ts'

type Typed = Record<string, string>

/** A clinic evening of the day after tomorrow, as its form is filled. @returns its page */
const newEvent = async (by: Client, typed: Typed = {}) => {
  const { text } = await by.get('/places/new?kind=venue&role=event')
  return by.post('/places', {
    ...{ ...fieldsOf(text, '/places'), nameFr: 'Soirée dentaire', startsOn: '2026-11-25' },
    ...typed,
  })
}

onBothEngines('an event', (open) => {
  let world: World
  let chloe: Client
  let omar: Client
  let page: string

  beforeEach(async () => {
    world = await open()
    chloe = await clientOf(world, 'coordinator')
    await ledger(world, 'donor -> central C28 10, C29 10, cooker 5')
    page = (await newEvent(chloe)).location ?? ''
    world.pass(48)
    omar = await clientOf(world, 'outreach')
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const give = (code: string, quantity: string) =>
    omar.post(`${page}/hand-outs`, { item: String(world.item(code).id), quantity })

  test('is tallied from the stockroom, first to expire first, for the service of events', async () => {
    expect((await give('cond', '12')).location).toBe(page)
    expect(await holds(world, 'central')).toBe('C29 8, cooker 5')
    const [use] = await world.database.read((db) =>
      db.all<{ stream: string; day: string; quantity: number }>(sql`
        select stream, day, quantity from consumption_by_day`),
    )
    expect(use).toEqual({ stream: 'events', day: '2026-11-25', quantity: 12 })
  })

  test('gives no more than there is, and says what there is', async () => {
    const answer = await give('cooker', '6')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('has 5 cookers')
    expect(await entriesOf(world, 'hand-out')).toEqual([])
  })

  test('counts who came, and what was asked for in vain', async () => {
    await omar.post(page, { contacts: '0', version: '1', step: '1' })
    await omar.post(page, { contacts: '9', version: '2' })
    const item = String(world.item('nalox').id)
    expect((await omar.post(`${page}/unmet`, { item })).location).toBe(page)
    const { text } = await omar.get(page)
    expect(text).toContain('value="9"')
    expect(text).toContain('asked 1')
    expect((await omar.post('/unmet/1/reversal', {})).location).toBe(page)
    expect((await omar.get(page)).text).not.toContain('asked 1')
  })

  test('takes a tap back, and changes one', async () => {
    await give('cond', '3')
    const [entry] = await entriesOf(world, 'hand-out')
    await omar.post(`${page}/hand-outs`, { entry: String(entry), quantity: '5' })
    expect(await holds(world, 'central')).toBe('C28 5, C29 10, cooker 5')
    await omar.post(`${page}/hand-outs`, { item: String(world.item('cond').id), change: 'less' })
    expect(await holds(world, 'central')).toBe('C28 6, C29 10, cooker 5')
  })

  test('that is over keeps what is recorded later on its last day', async () => {
    world.pass(72)
    omar = await clientOf(world, 'outreach')
    expect((await omar.get(page)).text).toContain('kept on Wednesday')
    await give('cond', '1')
    const [entry] = await entriesOf(world, 'hand-out')
    const { text } = await omar.get(`/entries/${entry}`)
    expect(text).toContain('November 25')
    expect(text).toContain('November 28')
  })

  test('tapped twice by one request is given once', async () => {
    const tap = { item: String(world.item('cond').id), requestId: crypto.randomUUID() }
    await omar.post(`${page}/hand-outs`, tap)
    await omar.post(`${page}/hand-outs`, tap)
    expect(await holds(world, 'central')).toBe('C28 9, C29 10, cooker 5')
  })
})

describe('events', () => {
  let world: World
  let chloe: Client

  beforeEach(async () => {
    world = await openWorld()
    chloe = await clientOf(world, 'coordinator')
  })
  afterEach(() => world.close())

  test('begin on their day: before it nothing is recorded', async () => {
    const page = (await newEvent(chloe)).location ?? ''
    expect((await chloe.get(page)).text).toContain('has not begun')
    const item = String(world.item('cond').id)
    const answer = await chloe.post(`${page}/hand-outs`, { item })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('begins on Wednesday')
  })

  test('are listed with their days, and beside them the work that has none', async () => {
    await newEvent(chloe, { endsOn: '2026-11-27' })
    const form = fieldsOf((await chloe.get('/places/new?kind=venue')).text, '/places')
    await chloe.post('/places', { ...form, nameFr: 'Dépanneur', role: 'neighbour' })
    const { text } = await chloe.get('/events')
    expect(text).toContain('Nov 25 – Nov 27')
    expect(text).toContain('Dépanneur')
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get('/events')).text).not.toContain('New event')
  })

  test('of a neighbour are tallied on any day, from the central stockroom', async () => {
    const form = fieldsOf((await chloe.get('/places/new?kind=venue')).text, '/places')
    await chloe.post('/places', { ...form, nameFr: 'Dépanneur', role: 'neighbour' })
    await ledger(world, 'donor -> central pamph 30')
    const [, page = ''] =
      (await chloe.get('/events')).text.match(
        /href="(\/events\/\d+)" aria-label="Record at Dépanneur"/,
      ) ?? []
    const item = String(world.item('pamph').id)
    expect((await chloe.post(`${page}/hand-outs`, { item, quantity: '4' })).status).toBe(303)
    expect(await holds(world, 'central')).toBe('pamph 26')
    expect((await chloe.get('/events')).text).toMatch(/last (Nov 23|23 Nov)/)
  })

  test('are edited without losing their days or their stockroom', async () => {
    const id = (await newEvent(chloe)).location?.split('/').at(-1)
    const fields = fieldsOf((await chloe.get(`/places/${id}/edit`)).text, `/places/${id}`)
    expect(fields).toMatchObject({ startsOn: '2026-11-25', feederId: String(world.places.central) })
    expect((await chloe.post(`/places/${id}`, { ...fields, nameEn: 'Dentist' })).status).toBe(303)
    expect((await chloe.get(`/events/${id}`)).text).toContain('Wednesday')
  })

  test.each<[string, Typed, string]>([
    ['no name', { nameFr: '' }, 'Give a name'],
    ['a day that does not exist', { startsOn: '2026-02-30' }, 'a day that exists'],
    ['an end before its beginning', { endsOn: '2026-11-24' }, 'before the first'],
    ['an end without a beginning', { startsOn: '', endsOn: '2026-11-24' }, 'before the first'],
    ['a stockroom that is none', { feederId: '9999' }, 'not here any'],
    ['a field it does not have', { colour: 'red' }, 'out of date'],
  ])('are refused with %s, and what was typed is kept', async (_, wrong, why) => {
    const answer = await newEvent(chloe, wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
    expect(answer.text).toContain(`value="${wrong.startsOn ?? '2026-11-25'}"`)
  })

  test.each<[string, Typed, string]>([
    ['a fraction', { quantity: '1.5' }, 'whole numbers'],
    ['nothing', { quantity: '0' }, 'at least 1'],
    ['an item nobody has', { item: '9999' }, 'not here any'],
    ['no item', { item: '' }, 'Choose one'],
  ])('take no tap of %s', async (_, wrong, why) => {
    const page = (await newEvent(chloe, { startsOn: world.today() })).location ?? ''
    await ledger(world, 'donor -> central C28 10')
    const item = String(world.item('cond').id)
    const answer = await chloe.post(`${page}/hand-outs`, { item, quantity: '1', ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
  })

  test('are none of a bar, and of no place at all', async () => {
    expect((await chloe.get(`/events/${world.venues.sky}`)).status).toBe(404)
    expect((await chloe.get('/events/9999')).status).toBe(404)
    const answer = await chloe.post(`/events/${world.venues.sky}/hand-outs`, { item: '1' })
    expect(answer.status).toBe(404)
  })
})
