import { afterEach, beforeEach, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { entriesOf, holds, ledger, lotNamed, told } from '#test/support/ledger.ts'
import { bringBack, stopAt, stopsMade, takeBag } from '#test/support/outreach.ts'
import { setPar, type World } from '#test/support/world.ts'

onBothEngines('typing in the paper pile', (open) => {
  let world: World
  let sam: Client
  let omar: Client

  beforeEach(async () => {
    world = await open()
    sam = await clientOf(world, 'stock')
    omar = await clientOf(world, 'outreach')
    await setPar(world, world.bags.bag1, { cond: 20, cooker: 10 })
    await ledger(world, 'donor -> central C28 100, cooker 100')
  })
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  const saturday = '2026-11-21'
  /** Previews, then saves what was previewed. */
  const typeIn = async (by: Client, lines: string, more: Record<string, string> = {}) => {
    const head = { day: world.today(), bagId: String(world.bags.bag1), lines, ...more }
    const { text } = await by.post('/late-entry/preview', head)
    const people = Object.entries(more).filter(([name]) => name.startsWith('people.'))
    return by.post('/late-entry', {
      ...{ ...fieldsOf(text, '/late-entry'), lines },
      ...Object.fromEntries(people),
    })
  }
  const withOmar = () => ({ [`people.p${world.people.outreach}`]: 'on' })
  const given = async () => told(world, ...(await entriesOf(world, 'hand-out')))
  const later = async (hours: number) => {
    world.pass(hours)
    sam = await clientOf(world, 'stock')
    omar = await clientOf(world, 'outreach')
  }

  test('finds the shift of that bag and day, and draws from its bag', async () => {
    await takeBag(omar, world.bags.bag1)
    const saved = await typeIn(omar, 'sky 6cond 2 cooker\nparc 1cond')
    expect(saved.status).toBe(303)
    expect(await given()).toBe('bag1 -> sky C28 6 / bag1 -> sky cooker 2 / bag1 -> park C28 1')
    expect(await holds(world, 'bag1')).toBe('C28 13, cooker 8')
  })

  test('of a bag that is back finds what its return could not explain, on its own day', async () => {
    const shift = await takeBag(omar, world.bags.bag1)
    const cookers = await lotNamed(world, 'cooker')
    await bringBack(omar, shift, {
      [`counts.l${cookers}.counted`]: '7',
      [`reasons.i${world.item('cooker').id}.reason`]: 'unlogged',
    })
    await later(48)
    await typeIn(sam, 'sky 3cooker', { day: '2026-11-23' })
    expect(await given()).toContain('unlogged -> bag1 cooker 3 / bag1 -> sky cooker 3')
    expect(await holds(world, 'bag1')).toBe('C28 20, cooker 7')
    const { text } = await sam.get('/late-entry')
    expect(text).toContain('Monday')
    expect(text).toMatch(/Nov\.? 25|25 Nov/)
  })

  const stops = () => stopsMade(world)
  const undo = async (by: Client) => {
    const { text } = await by.get('/late-entry')
    const [, path = ''] = text.match(/action="(\/(?:entries|changes)\/\d+\/reversal)"/) ?? []
    return by.post(path, {})
  }

  test('is undone whole: what was given, the people met, and the stops it began', async () => {
    const shift = await takeBag(omar, world.bags.bag1)
    await stopAt(omar, shift, world.venues.park)
    await typeIn(omar, 'sky 6cond 2 pers\nparc 1cond 3 pers')
    expect(await stops()).toBe('Parc 3, Sky 2')
    const { location } = await undo(omar)
    expect(await stops()).toBe('Parc 0')
    expect(await holds(world, 'bag1')).toBe('C28 20, cooker 10')
    await omar.post(`${location}/reversal`, {})
    expect(await stops()).toBe('Parc 3, Sky 2')
    expect(await holds(world, 'bag1')).toBe('C28 13, cooker 10')
    await omar.post(`/entries/${(await entriesOf(world, 'hand-out')).at(-1)}/reversal`, {})
    expect(await stops()).toBe('Parc 0')
  })

  test('is undone where nothing was given too', async () => {
    await takeBag(omar, world.bags.bag1)
    await typeIn(omar, 'sky\nparc 3 pers')
    expect(await stops()).toBe('Sky 0, Parc 3')
    expect((await undo(omar)).status).toBe(303)
    expect(await stops()).toBe('')
    expect((await undo(omar)).status).toBe(303)
    expect(await stops()).toBe('Sky 0, Parc 3')
  })

  test('leaves a stop that it began when more was recorded there since', async () => {
    const shift = await takeBag(omar, world.bags.bag1)
    await typeIn(omar, 'sky 6cond 2 pers')
    const visit = await stopAt(omar, shift, world.venues.sky)
    await omar.post(visit, { contacts: '2', version: '2', step: '1' })
    const [entry] = await entriesOf(world, 'hand-out')
    await omar.post(`/entries/${entry}/reversal`, {})
    expect(await stops()).toBe('Sky 1')
  })

  test('of a day the book does not know makes its shift, and the bag owes what was given', async () => {
    const preview = await sam.post('/late-entry/preview', {
      ...{ day: saturday, bagId: String(world.bags.bag1), lines: 'sky 6cond' },
      ...withOmar(),
    })
    expect(preview.text).toContain('one is made')
    expect(preview.text).toContain('to be counted')
    const saved = await typeIn(sam, 'sky 6cond', { day: saturday, ...withOmar() })
    expect(saved.location).toContain(`day=${saturday}&bag=${world.bags.bag1}`)
    expect(await holds(world, 'bag1')).toBe('C? -6')
    // The stockroom that packed it without a word answers for it at the count.
    const unknown = await lotNamed(world, 'C?')
    const counted = await bringBack(sam, '/shifts/1', {
      [`counts.l${unknown}.counted`]: '0',
      [`reasons.i${world.item('cond').id}.reason`]: 'packed',
    })
    expect(counted.status).toBe(303)
    expect(await holds(world, 'bag1')).toBe('nothing')
    expect(await holds(world, 'central')).toBe('C28 94, cooker 100')
  })

  test('of an unknown day while the bag is out comes out of it, and leaves it with who has it', async () => {
    const shift = await takeBag(omar, world.bags.bag1)
    const chloe = { [`people.p${world.people.coordinator}`]: 'on' }
    const saved = await typeIn(sam, 'sky 6cond', { day: saturday, ...chloe })
    expect(saved.status).toBe(303)
    expect(await holds(world, 'bag1')).toBe('C28 14, cooker 10')
    expect((await omar.get(shift)).text).toContain('Bring the bag back')
    expect((await sam.get('/shifts/2')).text).toContain('Typed in later')
  })

  test('adds to the shift it made, a line after the other', async () => {
    await typeIn(sam, 'sky 6cond', { day: saturday, ...withOmar() })
    await typeIn(sam, 'parc 1cooker', { day: saturday, ...withOmar() })
    await typeIn(sam, 'sky 1cond', { day: '2026-11-22', ...withOmar() })
    expect(await entriesOf(world, 'check-out')).toHaveLength(1)
    expect(await holds(world, 'bag1')).toBe('C? -7, cooker -1')
  })

  test('keeps day, bag, people and place for the next line', async () => {
    const { location } = await typeIn(sam, 'sky 6cond', { day: saturday, ...withOmar() })
    const { text } = await sam.get(location ?? '')
    const fields = fieldsOf(text, '/late-entry')
    expect(fields).toMatchObject({
      ...{ day: saturday, bagId: String(world.bags.bag1), ...withOmar() },
      venueId: String(world.venues.sky),
    })
    await sam.post('/late-entry', {
      ...fieldsOf(
        (await sam.post('/late-entry/preview', { ...fields, lines: '2cooker' })).text,
        '/late-entry',
      ),
      lines: '2cooker',
    })
    expect(await given()).toContain('bag1 -> sky cooker 2')
  })

  test('saves nothing that was not previewed as it is', async () => {
    await takeBag(omar, world.bags.bag1)
    const head = { day: world.today(), bagId: String(world.bags.bag1) }
    const unseen = await omar.post('/late-entry', { ...head, lines: 'sky 6cond', shown: '' })
    expect(unseen.status).toBe(200)
    expect(unseen.text).toContain('6\u00a0× External condom')
    expect(await given()).toBe('nothing')
  })

  test('of a stop that is recorded already says so', async () => {
    await takeBag(omar, world.bags.bag1)
    await typeIn(omar, 'sky 6cond')
    const head = { day: world.today(), bagId: String(world.bags.bag1), lines: 'sky 6cond' }
    const { text } = await omar.post('/late-entry/preview', head)
    expect(text).toContain('Already recorded there that day: 6')
  })

  test('counts who was met, and a stop where nothing was given', async () => {
    const shift = await takeBag(omar, world.bags.bag1)
    await typeIn(omar, 'sky 4 people\nparc')
    const { text } = await omar.get(shift)
    expect(text).toContain('4 people')
    expect(text).toContain('Parc')
    expect((await omar.get('/visits/1')).text).toContain('value="4"')
  })

  test('is undone whole, and the bag is in again', async () => {
    await typeIn(sam, 'sky 6cond\nparc 2cooker', { day: saturday, ...withOmar() })
    const [entry] = await entriesOf(world, 'hand-out')
    expect((await sam.post(`/entries/${entry}/reversal`, {})).status).toBe(303)
    expect(await holds(world, 'bag1')).toBe('nothing')
    expect((await sam.get('/bags')).text).not.toContain('Not back yet')
    expect((await sam.get('/late-entry')).text).toContain('taken back')
    // The day is unknown again: typed once more, it has a shift of its own.
    await typeIn(sam, 'sky 5cond', { day: saturday, ...withOmar() })
    expect(await holds(world, 'bag1')).toBe('C? -5')
  })

  test('sent twice is recorded once', async () => {
    await takeBag(omar, world.bags.bag1)
    const head = { day: world.today(), bagId: String(world.bags.bag1), lines: 'sky 6cond' }
    const fields = fieldsOf((await omar.post('/late-entry/preview', head)).text, '/late-entry')
    const sent = { ...fields, lines: 'sky 6cond' }
    await omar.post('/late-entry', sent)
    expect((await omar.post('/late-entry', sent)).status).toBe(303)
    expect(await holds(world, 'bag1')).toBe('C28 14, cooker 10')
  })

  test('of somebody else’s shift is not a worker’s to do: their own is made instead', async () => {
    const { text } = await sam.get(`/bags/${world.bags.bag1}/check-out`)
    await sam.post('/shifts', {
      ...fieldsOf(text, '/shifts'),
      [`people.p${world.people.coordinator}`]: 'on',
    })
    expect((await typeIn(omar, 'sky 6cond')).status).toBe(303)
    expect((await omar.get('/shifts/2')).text).toContain('Omar')
    expect(await holds(world, 'bag1')).toBe('C28 14, cooker 10')
  })

  test('outside shows what was typed today, and no history', async () => {
    await typeIn(omar, 'sky 6cond', { day: saturday })
    expect((await omar.get('/late-entry')).text).toContain('6\u00a0× ')
    await later(24)
    expect((await omar.get('/late-entry')).text).not.toContain('6\u00a0× ')
    expect((await sam.get('/late-entry')).text).toContain('6\u00a0× ')
  })

  test.each<[string, Record<string, string>, string]>([
    ['no line', { lines: ' \n ' }, 'Enter at least one line'],
    ['a place nobody knows', { lines: 'skie 6cond' }, 'Did you mean sky?'],
    ['an item nobody knows', { lines: 'sky 6conf' }, 'Did you mean cond?'],
    ['zero', { lines: 'sky 0cond' }, 'leave it out'],
    ['a fraction', { lines: 'sky 1.5cond' }, 'whole numbers'],
    ['less than nothing', { lines: 'sky -3cond' }, 'no sign'],
    ['far too many', { lines: 'sky 10000cond' }, 'Check the number'],
    ['more lines than a sheet has', { lines: 'sky\n'.repeat(31) }, 'at most 30 lines'],
    ['tomorrow', { day: '2026-11-24' }, 'has not happened yet'],
    ['a day that does not exist', { day: '2026-02-30' }, 'a day that exists'],
    ['another century', { day: '1926-11-21' }, 'too far back'],
    ['no bag', { bagId: '' }, 'Choose one'],
    ['a bag that is none', { bagId: '1' }, 'This is not here any'],
    ['nobody', {}, 'Say who was out'],
    ['a field it does not have', { colour: 'red' }, 'out of date'],
  ])('is refused for %s, and keeps what was typed', async (_, wrong, why) => {
    const typed = { day: saturday, bagId: String(world.bags.bag1), lines: 'sky 6cond', ...wrong }
    const { text } = await sam.post('/late-entry/preview', typed)
    const { shown = '' } = fieldsOf(text, '/late-entry')
    const answer = await sam.post('/late-entry', { ...typed, shown })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(why)
    expect(answer.text).toContain(typed.lines.trim())
    expect(await given()).toBe('nothing')
  })
})
