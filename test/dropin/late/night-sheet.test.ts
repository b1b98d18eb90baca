import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { entriesOf, holds, ledger, told } from '#test/support/ledger.ts'
import { setPar, type World } from '#test/support/world.ts'

/** The Saturday before the world begins. */
const saturday = '2026-11-21'

onBothEngines('a night sheet typed in afterwards', (open) => {
  let world: World
  let chloe: Client

  beforeEach(async () => {
    world = await open()
    chloe = await clientOf(world, 'coordinator')
    await setPar(world, world.places.shelves, { cond: 50, cooker: 20 })
    await ledger(world, 'donor -> shelves C28 40, cooker 10', '2026-11-20')
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  type Typed = Readonly<Record<string, string>>
  const line = (code: string, what: 'given' | 'asked') => `lines.i${world.item(code).id}.${what}`
  const kitchen = (code: string, what: 'level' | 'used') => `rough.i${world.item(code).id}.${what}`
  const typeIn = (typed: Typed, day = saturday) =>
    chloe.post('/drop-in/late-sheet', { day, ...typed })
  const sheet = () => ({
    ...{ people: '22', [line('cond', 'given')]: '30', [line('cooker', 'given')]: '4' },
    ...{ [line('cond', 'asked')]: '2', [line('nalox', 'asked')]: '1' },
    ...{ [kitchen('bread', 'level')]: '1', [kitchen('bread', 'used')]: '3' },
  })

  /** What counts of the evenings: people, units given, asked for in vain, seen of rough items. */
  const evenings = async () => {
    const rows = await world.database.read((db) =>
      db.all<{ told: string }>(sql`
        select happened_on || ': ' || contacts || ' people, '
          || (select coalesce(sum(quantity), 0) from consumption_by_day where day = happened_on)
          || ' given, ' || (select coalesce(sum(unmet), 0) from stock_by_day where day = happened_on)
          || ' asked, ' || (select coalesce(sum(iif(reverses_id is null, 1, -1)), 0) from observation
            where observation.happened_on = visit.happened_on) || ' seen' as told
        from visit where taken_back_on is null order by happened_on`),
    )
    return rows.map(({ told }) => told).join(' / ')
  }
  const whole = `${saturday}: 22 people, 34 given, 3 asked, 2 seen`
  const undo = async (page: string) => {
    const { text } = await chloe.get(page)
    const [, path = ''] = text.match(/action="(\/(?:entries|changes)\/\d+\/reversal)"/) ?? []
    return chloe.post(path, {})
  }

  test('is kept on its day, with everything on it, and both days are shown', async () => {
    const { text: form } = await chloe.get(`/drop-in/late-sheet?day=${saturday}`)
    expect(form).toContain('Nothing is recorded of this evening yet')
    const { location } = await typeIn(sheet())
    expect(location).toBe('/drop-in/nights/1')
    expect(await evenings()).toBe(whole)
    expect(await holds(world, 'shelves')).toBe('C28 10, cooker 6')
    const { text } = await chloe.get('/drop-in/nights/1')
    expect(text).toContain('22 people')
    expect(text).toContain('Recorded later')
    expect(text).toMatch(/External condom 30/)
    expect((await chloe.get('/late-entry')).text).toMatch(/Saturday|Nov 21|21 Nov/)
    expect((await chloe.get('/drop-in/nights')).text).toContain('/drop-in/nights/1')
  })

  test('adds to what is there, though the night was closed', async () => {
    await chloe.post('/drop-in/visits/0', { contacts: '12', version: '1' })
    await chloe.post('/drop-in/hand-outs', { item: String(world.item('cond').id), quantity: '5' })
    await chloe.post('/drop-in/closing', {})
    world.pass(24)
    chloe = await clientOf(world, 'coordinator')
    const { text } = await chloe.get('/drop-in/nights/1')
    expect(text).toContain('href="/drop-in/late-sheet?day=2026-11-23"')
    const form = await chloe.get('/drop-in/late-sheet?day=2026-11-23')
    expect(form.text).toContain('Recorded so far: 12 people')
    await typeIn({ people: '3', [line('cond', 'given')]: '2' }, '2026-11-23')
    expect(await evenings()).toBe('2026-11-23: 15 people, 7 given, 0 asked, 0 seen')
  })

  test('is undone whole, with the evening it began, and comes back whole', async () => {
    await typeIn(sheet())
    const { location } = await undo('/drop-in/nights/1')
    expect(await evenings()).toBe('')
    expect(await holds(world, 'shelves')).toBe('C28 40, cooker 10')
    expect((await chloe.get('/drop-in/nights/1')).status).toBe(404)
    expect((await chloe.get('/visits/1')).location).toBe('/drop-in/nights')
    await chloe.post(`${location}/reversal`, {})
    expect(await evenings()).toBe(whole)
    expect((await chloe.get('/visits/1')).location).toBe('/drop-in/nights/1')
    await undo('/drop-in/nights/1')
    expect(await evenings()).toBe('')
    await typeIn(sheet())
    expect(await evenings()).toBe(whole)
  })

  test('with nothing given is undone whole too', async () => {
    const { [line('cond', 'given')]: _, [line('cooker', 'given')]: __, ...rest } = sheet()
    await typeIn(rest)
    expect(await evenings()).toBe(`${saturday}: 22 people, 0 given, 3 asked, 2 seen`)
    expect((await undo('/drop-in/nights/1')).location).toBe('/visits/1')
    expect(await evenings()).toBe('')
    await undo('/drop-in/nights')
    expect(await evenings()).toBe(`${saturday}: 22 people, 0 given, 3 asked, 2 seen`)
  })

  test('with nothing but what there was none of is undone, and leaves the evening that was there', async () => {
    await typeIn({ people: '9' })
    await typeIn({ [line('cond', 'asked')]: '2', [line('nalox', 'asked')]: '1' })
    expect(await evenings()).toBe(`${saturday}: 9 people, 0 given, 3 asked, 0 seen`)
    await undo('/drop-in/nights/1')
    expect(await evenings()).toBe(`${saturday}: 9 people, 0 given, 0 asked, 0 seen`)
  })

  test('leaves the evening when something else is recorded of it', async () => {
    await typeIn(sheet())
    await typeIn({ people: '1' })
    const [entry] = await entriesOf(world, 'hand-out')
    await chloe.post(`/entries/${entry}/reversal`, {})
    expect(await evenings()).toBe(`${saturday}: 1 people, 0 given, 0 asked, 0 seen`)
  })

  test('nobody came: the evening was held all the same', async () => {
    await typeIn({ people: '0' })
    expect(await evenings()).toBe(`${saturday}: 0 people, 0 given, 0 asked, 0 seen`)
  })

  test('gives what was good that evening, though it is past its date by now', async () => {
    await ledger(world, 'donor -> shelves J26 3', '2026-11-20')
    world.pass(24 * 60)
    chloe = await clientOf(world, 'coordinator')
    await typeIn({ [line('juice', 'given')]: '2' })
    expect(await told(world, ...(await entriesOf(world, 'hand-out')))).toBe(
      'shelves -> floor J26 2',
    )
  })

  test('gives no more than the shelves have, at its field, and records nothing then', async () => {
    const answer = await typeIn({ ...sheet(), [line('cooker', 'given')]: '11' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Drop-in shelves has 10 cookers')
    expect(answer.text).toContain(`href="#${line('cooker', 'given').replaceAll('.', '-')}"`)
    expect(answer.text).toContain('value="22"')
    expect(await evenings()).toBe('')
  })

  test('sent twice by one request is one sheet', async () => {
    const requestId = crypto.randomUUID()
    await Promise.all([1, 2].map(() => typeIn({ requestId, ...sheet() })))
    expect(await evenings()).toBe(whole)
  })

  test('does not hide how the kitchen is now', async () => {
    const what = { item: String(world.item('bread').id), what: '3' }
    await chloe.post('/drop-in/observations', what)
    await typeIn({ [kitchen('bread', 'level')]: '0' })
    const { text } = await chloe.get('/drop-in')
    expect(text).toMatch(/aria-pressed="true" aria-label="Bread[^"]*: Full"/)
  })

  test.each<[string, () => Typed, string]>([
    ['nothing on it', () => ({ people: '' }), 'at least one line'],
    ['a day to come', () => ({ people: '2', day: '2026-11-29' }), 'not happened yet'],
    [
      'tonight, which has a page of its own',
      () => ({ people: '2', day: '2026-11-23' }),
      'not happened',
    ],
    ['a day that does not exist', () => ({ people: '2', day: '2026-02-30' }), 'exists'],
    ['a fraction', () => ({ [line('cond', 'given')]: '1.5' }), 'whole numbers'],
    ['too many people', () => ({ people: '1000' }), 'from 0 to 999'],
    ['an item nobody has', () => ({ 'lines.i9999.given': '1' }), 'not here any'],
    ['an item nobody asked for', () => ({ 'lines.i9999.asked': '1' }), 'not here any'],
    ['a rough item counted', () => ({ [line('bread', 'given')]: '1' }), 'has 0'],
    ['a level there is not', () => ({ [kitchen('bread', 'level')]: '9' }), 'Choose one'],
    ['a counted item by its level', () => ({ [kitchen('cond', 'level')]: '1' }), 'not here any'],
    ['a field it does not have', () => ({ people: '2', colour: 'red' }), 'out of date'],
  ])('is refused with %s', async (_, typed, why) => {
    const answer = await typeIn(typed())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
    expect(await evenings()).toBe('')
  })

  test('is for coordinators', async () => {
    for (const role of ['outreach', 'stock'] as const) {
      const other = await clientOf(world, role)
      expect((await other.get('/drop-in/late-sheet')).status).toBe(403)
      expect((await other.post('/drop-in/late-sheet', { day: saturday, people: '2' })).status).toBe(
        403,
      )
      expect((await other.get('/drop-in/nights')).text).not.toContain('late-sheet')
    }
  })
})
