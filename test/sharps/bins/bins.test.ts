import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { binEvent, recovery } from '#src/db/schema/index.ts'
import { standingBins } from '#src/ledger/bins.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { takeBag } from '#test/support/outreach.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let omar: Client

const place = (change: Readonly<Record<string, string>> = {}) => ({
  ...{ venueId: String(world.venues.sky), typeId: '1', happenedOn: '2026-11-01' },
  ...{ swapEveryDays: '21', fromId: String(world.places.central) },
  ...change,
})

const swap = (change: Readonly<Record<string, string>> = {}) => ({
  ...{ happenedOn: '2026-11-23', outcome: 'swapped', what: '50', amount: '' },
  fromId: String(world.places.central),
  ...change,
})

/** What came back, oldest first: "bin container 21–32–49", "-…" when it takes one back. */
async function recovered(): Promise<string[]> {
  const rows = await world.database.read((db) => db.select().from(recovery))
  return rows.map(
    ({ source, method, low, likely, high, reversesId }) =>
      `${reversesId ? '-' : ''}${source} ${method} ${low}–${likely}–${high}`,
  )
}

const standing = async () => {
  const bins = await world.database.read(standingBins)
  return bins.map(({ venue, emptySince }) => `${venue.nameFr} ${emptySince}`)
}

async function begin(open: () => Promise<World>) {
  world = await open()
  sam = await clientOf(world, 'stock')
  omar = await clientOf(world, 'outreach')
  await stockUp(world, [{ code: 'bin14', quantity: 5, on: '2026-10-01' }])
}

onBothEngines('a bin', (open) => {
  beforeEach(() => begin(open))
  afterEach(async () => {
    expect(await world.database.read(verify)).toEqual([])
    await world.close()
  })

  test('placed at a venue takes one container out of the stockroom, and is in the register', async () => {
    expect(await sam.post('/bins', place())).toMatchObject({ status: 303, location: '/sharps' })
    expect(await holds(world, 'central')).toBe('bin14 4')
    expect(await standing()).toEqual(['Sky 2026-11-01'])
    const { text } = await sam.get('/sharps')
    expect(text).toContain('Sky')
    expect(text).toContain('1 day overdue')
    expect(text).toContain('1 to swap, of 1 bin.')
  })

  test('placed twice by one request stands once, and takes one container', async () => {
    const requestId = crypto.randomUUID()
    const answers = await Promise.all([
      sam.post('/bins', { ...place(), requestId }),
      sam.post('/bins', { ...place(), requestId }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await standing()).toHaveLength(1)
    expect(await holds(world, 'central')).toBe('bin14 4')
  })

  test('that is none of ours leaves the stock alone', async () => {
    await sam.post('/bins', place({ fromId: '' }))
    expect(await standing()).toHaveLength(1)
    expect(await holds(world, 'central')).toBe('bin14 5')
  })

  test('swapped half full gives 21 to 49 sharps, which are never stock, and is empty again', async () => {
    await sam.post('/bins', place())
    const answer = await sam.post('/bins/1/swaps', swap())
    expect(answer.status).toBe(303)
    expect(await recovered()).toEqual(['bin container 21–32–49'])
    expect(await standing()).toEqual(['Sky 2026-11-23'])
    expect(await holds(world, 'central')).toBe('bin14 3')
    expect((await sam.get('/sharps')).text).toContain('none to swap today')
    const { text } = await sam.get('/bins/1')
    expect(text).toContain('about 32 (21 to 49)')
    expect(text).toContain('1 × 1.4 L container, half full')
  })

  test.each([
    ['counted', { what: 'count', amount: '40' }, 'bin count 40–40–40'],
    ['weighed', { what: 'weight', amount: '450' }, 'bin weight 60–100–150'],
    ['found empty', { what: '0' }, 'bin container 0–0–0'],
  ])('%s keeps how it was measured', async (_, change, told) => {
    await sam.post('/bins', place())
    await sam.post('/bins/1/swaps', swap(change))
    expect(await recovered()).toEqual([told])
  })

  test('removed gives what was in it, takes no container, and stands no more', async () => {
    await sam.post('/bins', place())
    await sam.post('/bins/1/swaps', swap({ outcome: 'removed', what: '100' }))
    expect(await recovered()).toEqual(['bin container 42–63–98'])
    expect(await standing()).toEqual([])
    expect(await holds(world, 'central')).toBe('bin14 4')
    const again = await sam.post('/bins/1/swaps', swap())
    expect(again.status).toBe(422)
    expect(again.text).toContain('does not stand there any more')
  })

  test('a swap is taken back with what was in it and the container that stayed', async () => {
    await sam.post('/bins', place())
    await sam.post('/bins/1/swaps', swap())
    expect((await sam.get('/sharps')).text).toContain('action="/bin-events/2/reversal"')
    await sam.post('/bin-events/2/reversal', {})
    expect(await recovered()).toEqual(['bin container 21–32–49', '-bin container 21–32–49'])
    expect(await standing()).toEqual(['Sky 2026-11-01'])
    expect(await holds(world, 'central')).toBe('bin14 4')
    const twice = await sam.post('/bin-events/2/reversal', {})
    expect(twice.text).toContain('already taken back')
  })

  test('that was swapped since cannot be unplaced before the swap is taken back', async () => {
    await sam.post('/bins', place())
    await sam.post('/bins/1/swaps', swap())
    const refused = await sam.post('/bin-events/1/reversal', {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Take that back first')
    await sam.post('/bin-events/2/reversal', {})
    await sam.post('/bin-events/1/reversal', {})
    expect(await standing()).toEqual([])
    expect(await holds(world, 'central')).toBe('bin14 5')
  })

  test('keeps its container while it stands: the entry alone is not taken back, nor put back', async () => {
    await sam.post('/bins', place())
    const refused = await sam.post('/entries/2/reversal', {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('left at a venue as a bin')
    await sam.post('/bin-events/1/reversal', {})
    const again = await sam.post('/entries/3/reversal', {})
    expect(again.status).toBe(422)
    expect(await holds(world, 'central')).toBe('bin14 5')
  })

  test('from a stockroom without one is refused, keeping what was typed', async () => {
    await ledger(world, 'central -> lost bin14 5')
    const answer = await sam.post('/bins', place())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#fromId"')
    expect(answer.text).toContain('value="2026-11-01"')
    expect(await standing()).toEqual([])
  })

  test('out of a bag that is out is part of its shift, and may be one that the bag owes', async () => {
    await setPar(world, world.bags.bag1, { bin14: 1 })
    await takeBag(omar, world.bags.bag1)
    const fromBag = { fromId: String(world.bags.bag1), happenedOn: world.today() }
    expect((await omar.get('/bins/new')).text).toContain('Sac 1')
    await omar.post('/bins', place(fromBag))
    expect(await holds(world, 'bag1')).toBe('nothing')
    await omar.post('/bins/1/swaps', swap({ fromId: String(world.bags.bag1) }))
    expect(await holds(world, 'bag1')).toBe('bin14 -1')
    await omar.post('/bin-events/2/reversal', {})
    expect(await holds(world, 'bag1')).toBe('nothing')
  })

  test('out of a bag that is in, or out with somebody else, is refused', async () => {
    const fromBag = place({ fromId: String(world.bags.bag1) })
    expect((await omar.post('/bins', fromBag)).text).toContain('not out any more')
    const checkOut = fieldsOf((await sam.get(`/bags/${world.bags.bag1}/check-out`)).text, '/shifts')
    const people = { [`people.p${world.people.coordinator}`]: 'on' }
    expect((await sam.post('/shifts', { ...checkOut, ...people })).status).toBe(303)
    expect((await omar.post('/bins', fromBag)).text).toContain('out with somebody else')
    expect(await standing()).toEqual([])
  })

  test('due is said on the board of venues and on the venue’s page, in the office and outside', async () => {
    await sam.post('/bins', place())
    for (const client of [sam, omar]) {
      expect((await client.get('/venues')).text).toContain('href="/bins/1/swap"')
      const { text } = await client.get(`/venues/${world.venues.sky}`)
      expect(text).toContain('1.4 L container')
      expect(text).toContain('href="/bins/1/swap"')
    }
    await sam.post('/bins/1/swaps', swap())
    expect((await sam.get('/venues')).text).not.toContain('Bin to swap')
  })

  test('without a rhythm is never due; its rhythm is changed, read in the log and undone', async () => {
    await sam.post('/bins', place({ swapEveryDays: '' }))
    expect((await sam.get('/sharps')).text).toContain('No rhythm set')
    await sam.post('/bins/1', { version: '1', swapEveryDays: '14' })
    expect((await sam.get('/sharps')).text).toContain('8 days overdue')
    expect((await sam.get('/changes')).text).toContain('Bin 1')
    await sam.post('/changes/1/reversal', {})
    expect((await sam.get('/sharps')).text).toContain('No rhythm set')
  })

  test('tells its history to the office alone', async () => {
    await sam.post('/bins', place())
    expect((await omar.get('/bins/1')).status).toBe(403)
    expect((await omar.get('/bins/1/swap')).status).toBe(200)
    expect((await sam.get('/bins/99')).status).toBe(404)
    expect((await sam.get('/bins/99/swap')).status).toBe(404)
    expect((await sam.post('/bin-events/99/reversal', {})).status).toBe(404)
  })

  test('recorded late shows both days', async () => {
    await sam.post('/bins', place({ happenedOn: '2026-11-20' }))
    expect((await sam.get('/bins/1')).text).toContain('recorded Nov')
  })

  test('what was done with it is never changed or deleted', async () => {
    await sam.post('/bins', place())
    await sam.post('/bins/1/swaps', swap())
    const attempts = [
      () => world.write((tx) => tx.update(binEvent).set({ kind: 'removed' })),
      () => world.write((tx) => tx.delete(binEvent)),
      () => world.write((tx) => tx.update(recovery).set({ likely: 0 })),
      () => world.write((tx) => tx.delete(recovery)),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow()
    expect(await recovered()).toHaveLength(1)
  })
})

describe('a bin', () => {
  beforeEach(() => begin(openWorld))
  afterEach(() => world.close())

  describe('placed', () => {
    test.each([
      ['nowhere', { venueId: '' }, 'Choose one'],
      ['in a bag', { venueId: '99999' }, 'not here any more'],
      ['of no kind', { typeId: '' }, 'Choose one'],
      ['of a kind that is not there', { typeId: '77' }, 'not here any more'],
      ['tomorrow', { happenedOn: '2026-11-24' }, 'has not happened'],
      ['on a day that does not exist', { happenedOn: '2026-02-30' }, 'day that exists'],
      ['to be swapped every zero days', { swapEveryDays: '0' }, 'from 1 to 365'],
      ['to be swapped every half day', { swapEveryDays: '0.5' }, 'from 1 to 365'],
      ['from a place that is no stockroom', { fromId: '88888' }, 'not here any more'],
      ['with a field that is not on the form', { extra: '1' }, 'out of date'],
      ['without a request id', { requestId: '' }, 'out of date'],
    ])('%s is refused with a sentence', async (_, change, said) => {
      const answer = await sam.post('/bins', place(change))
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(said)
      expect(await standing()).toEqual([])
      expect(await holds(world, 'central')).toBe('bin14 5')
    })
  })

  describe('swapped', () => {
    beforeEach(() => sam.post('/bins', place()))

    test.each([
      ['without saying how full it was', { what: '' }, 'Choose one'],
      ['a third full', { what: '33' }, 'Choose one'],
      ['counted without a count', { what: 'count' }, 'blank is not'],
      ['counted in halves', { what: 'count', amount: '1.5' }, 'whole numbers'],
      ['counted below zero', { what: 'count', amount: '-1' }, 'digits only'],
      ['with more than anybody counts', { what: 'count', amount: '100001' }, 'at most 100,000'],
      ['half full and counted', { amount: '12' }, 'Leave this blank'],
      ['lighter than an empty one', { what: 'weight', amount: '149' }, 'alone weigh 150 g'],
      ['before it was placed', { happenedOn: '2026-10-31' }, 'was placed on'],
      ['tomorrow', { happenedOn: '2026-11-24' }, 'has not happened'],
      ['for what nobody knows', { outcome: 'lost' }, 'Choose one'],
      ['from a place that is no stockroom', { fromId: '88888' }, 'not here any more'],
      ['with a field that is not on the form', { extra: '1' }, 'out of date'],
      ['without a request id', { requestId: '' }, 'out of date'],
    ])('%s is refused with a sentence', async (_, change, said) => {
      const answer = await sam.post('/bins/1/swaps', swap(change))
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(said)
      expect(await recovered()).toEqual([])
      expect(await holds(world, 'central')).toBe('bin14 4')
    })
  })
})
