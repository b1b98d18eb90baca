import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { entriesOf, ledger } from '#test/support/ledger.ts'
import { bringBack, give, stopAt, stopsMade, takeBag } from '#test/support/outreach.ts'
import { setPar, type World } from '#test/support/world.ts'

/** What the bar at the foot of a page takes back. */
const undoIn = (html: string) =>
  html.match(/<form[^>]*action="(\/(?:entries|changes)\/\d+\/reversal)"/)?.[1] ?? 'no undo'

onBothEngines('a visit that was opened by mistake', (open) => {
  let world: World
  let omar: Client
  let chloe: Client
  let shift: string
  let visit: string

  beforeEach(async () => {
    world = await open()
    omar = await clientOf(world, 'outreach')
    chloe = await clientOf(world, 'coordinator')
    await setPar(world, world.bags.bag1, { cond: 20, cooker: 10 })
    await ledger(world, 'donor -> central C28 100, cooker 100')
    shift = await takeBag(omar, world.bags.bag1)
    visit = await stopAt(omar, shift, world.venues.sky)
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const takeBack = (by = omar, at = visit) => by.post(`${at}/reversal`, {})
  const stops = () => stopsMade(world)
  const id = (code: string) => String(world.item(code).id)
  const lastGiven = async () => (await entriesOf(world, 'hand-out')).at(-1) ?? 0

  test('is taken back in one tap, on its page or among the stops', async () => {
    const onShift = (await omar.get(shift)).text
    expect(fieldsOf(onShift, `${visit}/reversal`)).toHaveProperty('requestId')
    expect((await omar.get(visit)).text).toContain(`action="${visit}/reversal"`)
    expect((await takeBack()).location).toBe(shift)
    expect(await stops()).toBe('')
    expect((await omar.get(shift)).text).not.toContain(`action="${visit}/reversal"`)
    expect((await omar.get(visit)).location).toBe(shift)
  })

  test('counts nowhere: not as the last visit, not as a stop, not as a first visit', async () => {
    const unvisited = async () =>
      (await chloe.get('/venues')).text.match(/Not visited yet/g)?.length ?? 0
    expect(await unvisited()).toBe(3)
    await takeBack()
    expect(await unvisited()).toBe(4)
    expect((await omar.get(`/bags/${world.bags.bag1}`)).text).toContain('0 stops')
    const { text } = await omar.get(await stopAt(omar, shift, world.venues.park))
    expect(text).toContain('stop 1')
    const copy = JSON.parse((await omar.get('/working-copy.json')).text)
    expect(copy.shift.visits).toEqual([
      { venue: world.venues.park, day: '2026-11-23', contacts: 0 },
    ])
    expect((await chloe.get(`/venues/${world.venues.sky}`)).text).not.toContain('afternoon')
  })

  test('stays while something is given, and says what to take back', async () => {
    await give(omar, world, visit, 'cond 2')
    await omar.post(visit, { contacts: '3', version: '1' })
    const { text } = await omar.get(visit)
    expect(text).toContain('Recorded here: 2 External condom and 3 people.')
    expect(text).not.toContain(`action="${visit}/reversal"`)
    expect((await omar.get(shift)).text).not.toContain(`${visit}/reversal`)
    const refused = await takeBack()
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Take that back first')
    await omar.post(`${visit}/hand-outs`, { entry: String(await lastGiven()), quantity: '0' })
    expect((await takeBack()).status).toBe(422)
    await omar.post(visit, { contacts: '0', version: '2' })
    expect((await takeBack()).location).toBe(shift)
  })

  test('stays while something was asked for in vain', async () => {
    await omar.post(`${visit}/unmet`, { item: id('nalox') })
    expect((await omar.get(visit)).text).toContain('Recorded here: asked for, none left')
    expect((await omar.get(shift)).text).not.toContain(`${visit}/reversal`)
    expect((await takeBack()).status).toBe(422)
    await omar.post('/unmet/1/reversal', {})
    expect((await takeBack()).status).toBe(303)
  })

  test('comes back by its undo', async () => {
    await takeBack()
    const undo = undoIn((await omar.get(shift)).text)
    expect((await omar.post(undo, {})).location).toBe(visit)
    expect(await stops()).toBe('Sky 0')
  })

  test.each<[string, () => Promise<unknown>]>([
    ['given', () => give(omar, world, visit, 'cond 1')],
    ['asked for', () => omar.post(`${visit}/unmet`, { item: id('nalox') })],
    ['counted', () => omar.post(visit, { contacts: '0', version: '9', step: '1' })],
    ['started again', () => stopAt(omar, shift, world.venues.sky)],
  ])('is a visit after all when something is %s there', async (_, record) => {
    await takeBack()
    await record()
    expect(await stops()).toMatch(/^Sky \d$/)
    expect((await omar.get(visit)).status).toBe(200)
  })

  test('comes back with a hand-out whose taking back is taken back', async () => {
    await give(omar, world, visit, 'cond 1')
    const { location } = await omar.post(`/entries/${await lastGiven()}/reversal`, {})
    await takeBack()
    expect((await omar.post(`${location}/reversal`, {})).status).toBe(303)
    expect(await stops()).toBe('Sky 0')
  })

  test('is taken back afterwards too, when the bag is back', async () => {
    await bringBack(omar, shift)
    expect((await omar.get(shift)).text).toContain(`action="${visit}/reversal"`)
    expect((await takeBack(chloe)).location).toBe(shift)
    expect(await stops()).toBe('')
  })

  test('is for the people of its shift, and for the office', async () => {
    await world.write((tx) => tx.run(sql`delete from shift_person`))
    expect((await omar.get(visit)).text).not.toContain(`${visit}/reversal`)
    expect((await takeBack()).status).toBe(422)
    expect(await stops()).toBe('Sky 0')
    expect((await takeBack(chloe)).status).toBe(303)
    const undo = undoIn((await chloe.get(shift)).text)
    const others = await omar.post(undo, {})
    expect(others.status).toBe(422)
    expect(await stops()).toBe('')
  })

  test('is taken back once, however often it is sent', async () => {
    const requestId = crypto.randomUUID()
    const sent = await Promise.all(
      [1, 2, 3].map(() => omar.post(`${visit}/reversal`, { requestId })),
    )
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await takeBack()).status).toBe(303)
    expect(await stops()).toBe('')
  })

  test.each<[string, string, Record<string, string>, number]>([
    ['a visit that is none', '/visits/9999/reversal', {}, 404],
    ['no request', '', { requestId: '' }, 422],
    ['a field it does not have', '', { colour: 'red' }, 422],
  ])('is refused with %s', async (_, path, fields, status) => {
    expect((await omar.post(path || `${visit}/reversal`, fields)).status).toBe(status)
    expect(await stops()).toBe('Sky 0')
  })

  test('is refused by the database itself while it holds something', async () => {
    await give(omar, world, visit, 'cond 1')
    const takeBackAll = () =>
      world.write((tx) => tx.run(sql`update visit set taken_back_on = '2026-11-23'`))
    await expect(takeBackAll()).rejects.toThrow('visitHolds')
  })
})
