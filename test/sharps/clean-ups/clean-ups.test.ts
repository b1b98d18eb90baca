import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cleanUps } from '#src/sharps/clean-ups/queries.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let chloe: Client
let omar: Client

const leaving = (change: Readonly<Record<string, string>> = {}) => ({
  ...{ happenedOn: '2026-11-23', sector: 'c-3', people: '6' },
  ...{ glovesOut: '10', tongsOut: '6', containersOut: '3' },
  ...change,
})

const collected = (change: Readonly<Record<string, string>> = {}) => ({
  ...{ what: '50', amount: '', typeId: '1', containers: '1' },
  ...change,
})

/** Each clean-up with what counts of it: "C-3: 2 times, 63–95–147". */
async function told(): Promise<string[]> {
  const page = { before: null, size: 50, since: null }
  const rows = await world.database.read((db) => cleanUps(db, page))
  return rows.map(
    ({ sector, recoveries, low, likely, high }) =>
      `${sector}: ${recoveries} times, ${low}–${likely}–${high}`,
  )
}

async function begin(open: () => Promise<World>) {
  world = await open()
  chloe = await clientOf(world, 'coordinator')
  omar = await clientOf(world, 'outreach')
}

onBothEngines('a clean-up', (open) => {
  beforeEach(() => begin(open))
  afterEach(() => world.close())

  test('begins with the gear that leaves, and says that it is out', async () => {
    const answer = await chloe.post('/clean-ups', leaving())
    expect(answer).toMatchObject({ status: 303, location: '/clean-ups/1' })
    const { text } = await chloe.get('/clean-ups/1')
    expect(text).toContain('Clean-up C\u20113')
    expect(text).toContain('6 people')
    expect(text).toContain('Gear out')
  })

  test('sums what was collected, by whatever method, less what was taken back', async () => {
    await chloe.post('/clean-ups', leaving())
    await chloe.post('/clean-ups/1/recoveries', collected({ what: '100' }))
    const counted = { what: 'count', amount: '12', typeId: '', containers: '' }
    await chloe.post('/clean-ups/1/recoveries', collected(counted))
    expect(await told()).toEqual(['C-3: 2 times, 54–75–110'])
    expect((await chloe.get('/clean-ups/1')).text).toContain('Collected: about 75 (54 to 110)')
    expect((await chloe.get('/clean-ups')).text).toContain('about 75 (54 to 110)')
    const undone = await chloe.post('/recoveries/1/reversal', {})
    expect(undone.location).toBe('/clean-ups/1')
    expect(await told()).toEqual(['C-3: 1 times, 12–12–12'])
  })

  test('has its gear back once all of it is counted, zero too; the change is undone', async () => {
    await chloe.post('/clean-ups', leaving())
    const form = fieldsOf((await chloe.get('/clean-ups/1')).text, '/clean-ups/1')
    await chloe.post('/clean-ups/1', { ...form, glovesBack: '0', tongsBack: '6' })
    expect((await chloe.get('/clean-ups')).text).toContain('Gear out')
    const again = fieldsOf((await chloe.get('/clean-ups/1')).text, '/clean-ups/1')
    expect(again).toMatchObject({ glovesBack: '0', containersBack: '' })
    await chloe.post('/clean-ups/1', { ...again, containersBack: '1' })
    expect((await chloe.get('/clean-ups')).text).toContain('Gear back')
    expect((await chloe.get('/changes')).text).toContain('Clean-up 1')
    await chloe.post('/changes/2/reversal', {})
    expect((await chloe.get('/clean-ups')).text).toContain('Gear out')
  })

  test('edited by two keeps what each typed', async () => {
    await chloe.post('/clean-ups', leaving())
    const { text } = await chloe.get('/clean-ups/1')
    const [mine, theirs] = [fieldsOf(text, '/clean-ups/1'), fieldsOf(text, '/clean-ups/1')]
    await chloe.post('/clean-ups/1', { ...theirs, people: '7', requestId: crypto.randomUUID() })
    const late = await chloe.post('/clean-ups/1', { ...mine, tongsBack: '5' })
    expect(late.status).toBe(422)
    expect(fieldsOf(late.text, '/clean-ups/1')).toMatchObject({ people: '7', tongsBack: '5' })
  })

  test('that did not take place is struck out, unless something was collected', async () => {
    await chloe.post('/clean-ups', leaving())
    await chloe.post('/clean-ups/1/recoveries', collected())
    const used = await chloe.post('/clean-ups/1/cancellation', { version: '1' })
    expect(used.status).toBe(422)
    expect(used.text).toContain('Take that back first')
    await chloe.post('/recoveries/1/reversal', {})
    expect((await chloe.post('/clean-ups/1/cancellation', { version: '1' })).status).toBe(303)
    expect((await chloe.get('/clean-ups')).text).toContain('Struck out')
    const late = await chloe.post('/clean-ups/1/recoveries', collected())
    expect(late.text).toContain('not here any more')
    await chloe.post('/changes/1/reversal', {})
    expect((await chloe.post('/clean-ups/1/recoveries', collected())).status).toBe(303)
  })
})

describe('a clean-up', () => {
  beforeEach(() => begin(openWorld))
  afterEach(() => world.close())

  test('of yesterday is written up outside; an older one is read in the office alone', async () => {
    await omar.post('/clean-ups', leaving({ happenedOn: '2026-11-22' }))
    await chloe.post('/clean-ups', leaving({ happenedOn: '2026-11-21', sector: 'D-1' }))
    expect((await omar.get('/clean-ups')).text).not.toContain('D-1')
    expect((await omar.post('/clean-ups/1/recoveries', collected())).status).toBe(303)
    expect((await omar.get('/clean-ups/2')).status).toBe(404)
    expect((await omar.post('/clean-ups/2/recoveries', collected())).status).toBe(404)
    expect((await chloe.get('/clean-ups')).text).toContain('D-1')
  })

  test('offers the sectors that others were in, and says what to do when there is none', async () => {
    expect((await chloe.get('/clean-ups')).text).toContain('No clean-up yet')
    await chloe.post('/clean-ups', leaving())
    expect((await chloe.get('/clean-ups/new')).text).toContain('<option value="C-3">')
  })

  test.each([
    ['in no sector', { sector: '' }, 'up to 6 letters'],
    ['at an address', { sector: '1287 rue Amherst' }, 'never an address'],
    ['at a short address', { sector: '12 rue' }, 'never an address'],
    ['with nobody', { people: '0' }, 'from 1 to 500'],
    ['with people by name', { people: 'Léa' }, 'from 1 to 500'],
    ['tomorrow', { happenedOn: '2026-11-24' }, 'has not happened'],
    ['without saying how many gloves', { glovesOut: '' }, 'from 0 to 1000'],
    ['with half a pair of tongs', { tongsOut: '0.5' }, 'from 0 to 1000'],
    ['with containers below zero', { containersOut: '-1' }, 'from 0 to 1000'],
    ['with a field that is not on the form', { extra: '1' }, 'out of date'],
    ['without a request id', { requestId: '' }, 'out of date'],
  ])('%s is refused with a sentence, keeping what was typed', async (_, change, sentence) => {
    const answer = await chloe.post('/clean-ups', leaving({ tongsOut: '17', ...change }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    if (!('tongsOut' in change)) expect(answer.text).toContain('value="17"')
    expect(await told()).toEqual([])
  })

  test.each([
    ['more tongs back than left', { tongsBack: '7' }, 'More came back than left'],
    ['gloves back in words', { glovesBack: 'some' }, 'from 0 to 1000'],
    ['another version', { version: '-1' }, 'out of date'],
    ['no sector any more', { sector: ' ' }, 'up to 6 letters'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
  ])('edited with %s is refused with a sentence', async (_, change, sentence) => {
    await chloe.post('/clean-ups', leaving())
    const form = fieldsOf((await chloe.get('/clean-ups/1')).text, '/clean-ups/1')
    const answer = await chloe.post('/clean-ups/1', { ...form, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })

  test.each([
    ['without a measure', { what: '' }, 'Choose one'],
    ['in containers of no kind', { typeId: '' }, 'Choose one'],
    ['lighter than its container', { what: 'weight', amount: '10' }, 'alone weigh 150 g'],
    ['with a day of its own', { happenedOn: '2026-11-20' }, 'out of date'],
  ])('collected %s is refused with a sentence', async (_, change, sentence) => {
    await chloe.post('/clean-ups', leaving())
    const answer = await chloe.post('/clean-ups/1/recoveries', collected(change))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await told()).toEqual(['C-3: 0 times, 0–0–0'])
  })
})
