// The shared device by the door: opened by a coordinator for one night, on which nobody is signed in.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { serviceCalendar } from '#src/catalog/calendar.ts'
import {
  entryTrace,
  nightSession,
  oneTimeLink,
  person,
  serviceException,
  session,
  visit,
} from '#src/db/schema/index.ts'
import { verify } from '#src/ledger/verify.ts'
import { tokenHash } from '#src/web/session.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { setPar, type World } from '#test/support/world.ts'

onBothEngines('the device by the door', (open) => {
  let world: World
  /** Chloé's browser, which becomes the door's. */
  let door: Client

  beforeEach(async () => {
    world = await open()
    // Wednesday 25 November, 18:00: an open evening.
    world.pass(52)
    door = await clientOf(world, 'coordinator')
    await setPar(world, world.places.shelves, { cond: 50, nalox: 2 })
    await ledger(world, 'donor -> shelves C29 20')
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const id = (code: string) => String(world.item(code).id)
  const openNight = (fields = {}) => door.post('/drop-in/nights', { reason: '', ...fields })
  const tap = (code = 'cond') => door.post('/drop-in/hand-outs', { item: id(code) })
  const rows = <T>(read: (db: Parameters<typeof serviceCalendar>[0]) => Promise<T>) =>
    world.database.read(read)
  const devices = () => rows((db) => db.select().from(nightSession))
  const nights = () => rows((db) => db.select().from(visit))

  test('is opened by a coordinator, who is then signed out on it', async () => {
    const opened = await openNight()
    expect(opened.status).toBe(303)
    expect(opened.location).toBe('/drop-in')
    expect(opened.headers.get('set-cookie')).toMatch(/^session=.*HttpOnly; SameSite=Lax/)
    expect(opened.headers.get('clear-site-data')).toBe('"cache"')
    expect(await rows((db) => db.select().from(session))).toEqual([])
    expect(await nights()).toMatchObject([{ happenedOn: '2026-11-25', closedOn: null }])
    const tally = await door.get('/drop-in')
    expect(tally.text).toContain('Drop-in tonight')
    expect(tally.text).not.toContain('Chloé')
    expect(tally.text).not.toContain('class="nav"')
  })

  test('is reached from the calendar on an evening that is planned', async () => {
    expect((await door.get('/calendar')).text).toContain('href="/drop-in/opening"')
    world.pass(96)
    door = await clientOf(world, 'coordinator')
    expect((await door.get('/calendar')).text).not.toContain('href="/drop-in/opening"')
  })

  test('counts people, gives, notes what was asked for; and takes it back', async () => {
    await openNight()
    await tap()
    await tap()
    await door.post('/drop-in/hand-outs', { item: id('cond'), change: 'less' })
    expect(await holds(world, 'shelves')).toBe('C29 19')
    await door.post('/drop-in/unmet', { item: id('nalox') })
    expect((await door.post('/drop-in/unmet/1/reversal', {})).status).toBe(303)
    await door.post('/drop-in/visits/1', { contacts: '0', version: '1', step: '1' })
    await door.post('/drop-in/visits/1', { contacts: '12', version: '2' })
    expect((await nights())[0]).toMatchObject({ contacts: 12 })
    expect((await door.get('/drop-in')).text).toContain('Undo: back to 1')
  })

  test('records as the night, and as no person', async () => {
    await openNight()
    await tap()
    const traces = await rows((db) => db.select().from(entryTrace))
    expect(traces.at(-1)?.personId).toBeNull()
  })

  test('opens nothing else, and says the way back', async () => {
    await openNight()
    for (const path of ['/stock', '/venues', '/entries/1', '/account', '/drop-in/opening']) {
      const answer = await door.get(path)
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('<a href="/drop-in">Back to tonight</a>')
    }
    expect((await door.get('/')).location).toBe('/drop-in')
  })

  test('takes nothing back that is of another visit', async () => {
    const omar = await clientOf(world, 'outreach')
    await omar.post('/drop-in/unmet', { item: id('nalox') })
    world.pass(24)
    door = await clientOf(world, 'coordinator')
    await openNight()
    expect((await door.post('/drop-in/unmet/1/reversal', {})).status).toBe(422)
  })

  test('works past midnight, and stops when the business day does', async () => {
    await openNight()
    world.pass(7.5)
    expect((await tap()).status).toBe(303)
    expect(await nights()).toHaveLength(1)
    world.pass(3.49)
    expect((await door.get('/drop-in')).status).toBe(200)
    world.pass(0.01)
    expect((await door.get('/drop-in')).location).toBe('/sign-in?next=%2Fdrop-in')
    expect((await tap()).status).toBe(401)
    expect(await holds(world, 'shelves')).toBe('C29 19')
  })

  test('stops when the night is closed, and goes on when it is opened again', async () => {
    await openNight()
    expect((await door.post('/drop-in/closing', {})).location).toBe('/drop-in/closed')
    expect((await door.get('/drop-in/closed')).text).toContain('The night is closed')
    expect((await tap()).status).toBe(401)
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/drop-in')).location).toBe('/drop-in/nights/1')
    expect((await chloe.post('/drop-in/hand-outs', { item: id('cond') })).status).toBe(422)
    await chloe.post('/drop-in/nights/1/reopening', {})
    expect((await tap()).status).toBe(303)
  })

  test('a night of another day is not opened again', async () => {
    await openNight()
    await door.post('/drop-in/closing', {})
    world.pass(24)
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.post('/drop-in/nights/1/reopening', {})).status).toBe(404)
    expect((await nights())[0]?.closedOn).toBe('2026-11-25')
  })

  test('is ended from another device, and only that one', async () => {
    await openNight()
    const other = await clientOf(world, 'coordinator')
    await other.post('/drop-in/nights', { reason: '' })
    const chloe = await clientOf(world, 'coordinator')
    expect((await chloe.get('/drop-in')).text).toContain('since 18:00, by Chloé')
    const [first] = await devices()
    await chloe.post(`/drop-in/devices/${first?.id}/end`, {})
    expect((await tap()).status).toBe(401)
    expect((await other.get('/drop-in')).status).toBe(200)
    expect((await chloe.post(`/drop-in/devices/${first?.id}/end`, {})).status).toBe(404)
  })

  test('stops with the person who opened it', async () => {
    await openNight()
    await world.write((tx) =>
      tx
        .update(person)
        .set({ disabledOn: '2026-11-25' })
        .where(eq(person.id, world.people.coordinator)),
    )
    expect((await tap()).status).toBe(401)
  })

  test('a clock that was set back ends it', async () => {
    await openNight()
    world.pass(-1.5)
    expect((await tap()).status).toBe(401)
  })

  test('whoever signs in on it takes it out of the night', async () => {
    await openNight()
    await world.write((tx) =>
      tx.insert(oneTimeLink).values({
        ...{ tokenHash: tokenHash('link'), personId: world.people.stock, purpose: 'demo' },
        endsAt: world.clock() + 1,
      }),
    )
    await door.post('/demo-sign-in/link', {})
    expect((await door.get('/stock')).status).toBe(200)
    expect(await devices()).toEqual([])
  })

  test('of an earlier night is forgotten when the next is opened', async () => {
    await openNight()
    world.pass(24)
    door = await clientOf(world, 'coordinator')
    await openNight()
    expect(await devices()).toMatchObject([{ visitId: 2 }])
  })

  test('an evening the calendar has closed needs a reason, which the calendar keeps', async () => {
    // Sunday.
    world.pass(96)
    door = await clientOf(world, 'coordinator')
    expect((await door.get('/drop-in/opening')).text).toContain('The calendar has tonight closed.')
    const refused = await openNight()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('say in a few words why it opens')
    expect(await nights()).toEqual([])
    expect((await openNight({ reason: 'Cold snap' })).status).toBe(303)
    expect(await rows((db) => db.select().from(serviceException))).toMatchObject([
      { stream: 'drop-in', day: '2026-11-29', open: true, factorPercent: 100, reason: 'Cold snap' },
    ])
  })

  test('a holiday that opens all the same becomes an open evening', async () => {
    await door.post('/calendar/exceptions', {
      ...{ stream: 'drop-in', state: 'closed', day: '2026-11-25', until: '' },
      ...{ factor: '100', reason: 'Holiday' },
    })
    await openNight({ reason: 'They came' })
    expect(await rows((db) => db.select().from(serviceException))).toMatchObject([
      { day: '2026-11-25', open: true, reason: 'They came' },
    ])
  })

  test.each([
    ['a reason that is too long', { reason: 'x'.repeat(81) }, 'at most 80'],
    ['a field that is not on the form', { reason: '', role: 'admin' }, 'out of date'],
    ['no request id', { reason: '', requestId: '' }, 'out of date'],
  ])('given %s it stays as it was', async (_, fields, sentence) => {
    const answer = await openNight(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await devices()).toEqual([])
    expect((await door.get('/account')).status).toBe(200)
  })
})
