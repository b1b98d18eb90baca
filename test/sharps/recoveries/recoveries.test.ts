import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recovery } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { holds } from '#test/support/ledger.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let omar: Client

const returned = (change: Readonly<Record<string, string>> = {}) => ({
  ...{ source: 'drop-in', happenedOn: '2026-11-21', what: '100', amount: '' },
  ...{ typeId: '2', containers: '2' },
  ...change,
})

/** What counts, by where it came from: "drop-in 300–450–700", less what was taken back. */
async function recovered(): Promise<string[]> {
  const rows = await world.database.read((db) => db.select().from(recovery))
  const undone = new Set(rows.map(({ reversesId }) => reversesId))
  return rows
    .filter(({ id, reversesId }) => reversesId === null && !undone.has(id))
    .map(({ source, low, likely, high }) => `${source} ${low}–${likely}–${high}`)
}

async function begin(open: () => Promise<World>) {
  world = await open()
  sam = await clientOf(world, 'stock')
  omar = await clientOf(world, 'outreach')
}

onBothEngines('what came back', (open) => {
  beforeEach(() => begin(open))
  afterEach(() => world.close())

  test('in two full containers of 5 L is 300 to 700 sharps, and no stock', async () => {
    await stockUp(world, [{ code: 'bin5', quantity: 3 }])
    const answer = await sam.post('/recoveries', returned())
    expect(answer).toMatchObject({ status: 303, location: '/recoveries' })
    expect(await recovered()).toEqual(['drop-in 300–450–700'])
    expect(await holds(world, 'central')).toBe('bin5 3')
    const { text } = await sam.get('/recoveries')
    expect(text).toContain('about 450 (300 to 700)')
    expect(text).toContain('2 × 5 L container, full')
    expect(text).toContain('recorded Nov')
  })

  test('sent twice counts once', async () => {
    const requestId = crypto.randomUUID()
    await Promise.all([
      sam.post('/recoveries', { ...returned(), requestId }),
      sam.post('/recoveries', { ...returned(), requestId }),
    ])
    expect(await recovered()).toHaveLength(1)
  })

  test('handed to an outreach worker is noted and taken back from any page, the same day', async () => {
    const answer = await omar.post('/recoveries', returned({ source: 'people', what: '50' }))
    expect(answer.location).toBe('/sharps')
    const { text } = await omar.get('/sharps')
    expect(fieldsOf(text, '/recoveries/1/reversal')).toHaveProperty('requestId')
    await omar.post('/recoveries/1/reversal', {})
    expect(await recovered()).toEqual([])
  })

  test('of another day is taken back by the office, and by nobody twice', async () => {
    await sam.post('/recoveries', returned())
    world.pass(24)
    const late = await clientOf(world, 'outreach')
    expect((await late.post('/recoveries/1/reversal', {})).status).toBe(404)
    const office = await clientOf(world, 'stock')
    expect((await office.post('/recoveries/1/reversal', {})).status).toBe(303)
    expect((await office.get('/recoveries')).text).toContain('Taken back')
    const twice = await office.post('/recoveries/1/reversal', {})
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('already taken back')
  })

  test('with a bin is taken back with its swap alone', async () => {
    const place = { venueId: String(world.venues.sky), typeId: '1', happenedOn: '2026-11-01' }
    await sam.post('/bins', { ...place, swapEveryDays: '', fromId: '' })
    const swap = { happenedOn: '2026-11-23', outcome: 'swapped', what: '25', amount: '' }
    await sam.post('/bins/1/swaps', { ...swap, fromId: '' })
    const refused = await sam.post('/recoveries/1/reversal', {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('came back with a bin')
    expect(await recovered()).toEqual(['bin 11–16–25'])
    expect((await sam.get('/recoveries')).text).toContain('href="/bins/1"')
  })

  test('stays as it was reckoned when what is known of the container changes', async () => {
    await sam.post('/recoveries', returned())
    const type = fieldsOf((await sam.get('/bin-types/2')).text, '/bin-types/2')
    await sam.post('/bin-types/2', { ...type, densityHigh: '100' })
    expect(await recovered()).toEqual(['drop-in 300–450–700'])
    await sam.post('/recoveries', returned())
    expect(await recovered()).toEqual(['drop-in 300–450–700', 'drop-in 300–450–1000'])
  })
})

describe('what came back', () => {
  beforeEach(() => begin(openWorld))
  afterEach(() => world.close())

  test('is counted without a container', async () => {
    const counted = { what: 'count', amount: '17', typeId: '', containers: '' }
    await sam.post('/recoveries', returned(counted))
    expect(await recovered()).toEqual(['drop-in 17–17–17'])
  })

  test('is a list by the day it came, a page at a time; the office reads it, nobody outside', async () => {
    for (let day = 1; day <= 21; day += 1) {
      const happenedOn = `2026-11-${String(day).padStart(2, '0')}`
      const counted = { what: 'count', amount: String(1000 + day), happenedOn }
      await sam.post('/recoveries', returned(counted))
    }
    const { text } = await sam.get('/recoveries')
    expect(text.indexOf('1,021')).toBeLessThan(text.indexOf('1,001'))
    const older = (await sam.get('/recoveries?before=3')).text
    expect(older).toContain('1,002')
    expect(older).not.toContain('1,003')
    expect((await omar.get('/recoveries')).status).toBe(403)
  })

  test('nothing yet says what to do', async () => {
    expect((await sam.get('/recoveries')).text).toContain('Note a container that was returned')
  })

  test.each([
    ['from nowhere', { source: '' }, 'Choose one'],
    ['from a bin, which has its own form', { source: 'bin' }, 'Choose one'],
    ['tomorrow', { happenedOn: '2026-11-24' }, 'has not happened'],
    ['in 1990', { happenedOn: '1990-01-01' }, 'too far back'],
    ['without a measure', { what: '' }, 'Choose one'],
    ['in containers of no kind', { typeId: '' }, 'Choose one'],
    ['in containers of a kind that is not there', { typeId: '99' }, 'not here any more'],
    ['in no container', { containers: '' }, 'blank is not'],
    ['in zero containers', { containers: '0' }, 'from 1 to 200'],
    ['in half a container', { containers: '0.5' }, 'from 1 to 200'],
    ['in a thousand containers', { containers: '1000' }, 'from 1 to 200'],
    ['weighed without a weight', { what: 'weight' }, 'blank is not'],
    ['weighed in words', { what: 'weight', amount: 'a lot' }, 'digits only'],
    ['lighter than its containers', { what: 'weight', amount: '799' }, 'alone weigh 800 g'],
    ['counted as an emoji', { what: 'count', amount: '💉' }, 'digits only'],
    ['full and counted', { amount: '3' }, 'Leave this blank'],
    ['with a field that is not on the form', { extra: '1' }, 'out of date'],
    ['without a request id', { requestId: '' }, 'out of date'],
  ])('%s is refused with a sentence, keeping what was typed', async (_, change, sentence) => {
    const answer = await sam.post('/recoveries', returned(change))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    if (!('happenedOn' in change)) expect(answer.text).toContain('value="2026-11-21"')
    expect(await recovered()).toEqual([])
  })
})
