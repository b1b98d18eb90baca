import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { allLots } from '#src/ledger/on-hand.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  await stockUp(world, [
    { code: 'cond', quantity: 100, expiresOn: '2026-10-31' },
    { code: 'cond', quantity: 40, expiresOn: '2028-06-30' },
    { code: 'cond', quantity: 300, expiresOn: '2029-03-31' },
    { code: 'juice', quantity: 24, expiresOn: '2027-04-30' },
  ])
})
afterEach(() => world.close())

const requestId = '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b21'

const toShelves = () => ({
  requestId,
  fromId: String(world.places.central),
  toId: String(world.places.shelves),
  happenedOn: '2026-11-23',
  'lines.0.item': 'External condom',
  'lines.0.quantity': '100',
  'lines.0.pack': '',
  'lines.1.item': '',
  'lines.1.quantity': '',
  'lines.1.pack': '',
})

/** "2028-06-30 40" for each lot of an item in a place. */
async function held(code: string, placeId: number): Promise<string[]> {
  const lots = await world.database.read(allLots)
  return lots
    .filter((each) => each.itemId === world.item(code).id && each.locationId === placeId)
    .map(({ expiresOn, quantity }) => `${expiresOn} ${quantity}`)
}

async function lotOf(code: string, expiresOn: string): Promise<string> {
  const lots = await world.database.read(allLots)
  const found = lots.find(
    (each) => each.itemId === world.item(code).id && each.expiresOn === expiresOn,
  )
  return String(found?.lotId)
}

describe('a transfer', () => {
  test('of 100 condoms takes the 40 that expire first, and no expired one', async () => {
    const answer = await sam.post('/transfers', toShelves())
    expect(answer).toMatchObject({ status: 303, location: '/transfers' })
    expect(await held('cond', world.places.shelves)).toEqual(['2028-06-30 40', '2029-03-31 60'])
    expect(await held('cond', world.places.central)).toEqual(['2026-10-31 100', '2029-03-31 240'])
    const { text } = await sam.get('/transfers')
    expect(text).toContain('Stockroom → Drop-in shelves')
    expect(text).toContain('External condom 100')
  })

  test('sent twice moves once', async () => {
    await Promise.all([sam.post('/transfers', toShelves()), sam.post('/transfers', toShelves())])
    expect(await held('cond', world.places.shelves)).toEqual(['2028-06-30 40', '2029-03-31 60'])
  })

  test('of more than can be used says what is there and what is past its date', async () => {
    const answer = await sam.post('/transfers', { ...toShelves(), 'lines.0.quantity': '400' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Stockroom has 340 condoms of External condom that can be used')
    expect(answer.text).toContain('100 more are past the date')
    expect(await held('cond', world.places.shelves)).toEqual([])
  })

  test('of one item on two lines shares what is there between them', async () => {
    const answer = await sam.post('/transfers', {
      ...toShelves(),
      'lines.0.quantity': '200',
      'lines.1.item': 'cond',
      'lines.1.quantity': '200',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#lines-1-quantity"')
    expect(answer.text).toContain('Stockroom has 140 condoms')
  })

  test('can be taken back, and taking that back moves it again', async () => {
    await sam.post('/transfers', toShelves())
    await sam.post('/entries/2/reversal', {})
    expect(await held('cond', world.places.shelves)).toEqual([])
    await sam.post('/entries/3/reversal', {})
    expect(await held('cond', world.places.shelves)).toEqual(['2028-06-30 40', '2029-03-31 60'])
    const { text } = await sam.get('/transfers')
    expect(text).toContain('Taken back')
  })

  test('goes into a bag that is in, and back out of it', async () => {
    const [bag] = Object.values(world.bags)
    const toBag = { ...toShelves(), toId: String(bag) }
    await sam.post('/transfers', toBag)
    expect(await held('cond', bag ?? 0)).toEqual(['2028-06-30 40', '2029-03-31 60'])
    await sam.post('/transfers', {
      ...{ ...toShelves(), requestId: '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b22' },
      ...{ fromId: String(bag), 'lines.0.quantity': '70' },
    })
    expect(await held('cond', bag ?? 0)).toEqual(['2029-03-31 30'])
  })

  test('of a bag of groceries into an outreach bag is refused by name', async () => {
    const [bag] = Object.values(world.bags)
    await stockUp(world, [{ code: 'groc', quantity: 5 }])
    const answer = await sam.post('/transfers', {
      ...toShelves(),
      ...{ toId: String(bag), 'lines.0.item': 'groc', 'lines.0.quantity': '1' },
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Bag of groceries may not go in bags')
  })

  test('fills the shelves to par with what the stockroom can give, and says what is short', async () => {
    await setPar(world, world.places.shelves, { cond: 240, juice: 48 })
    await stockUp(world, [
      { code: 'cond', quantity: 40, expiresOn: '2029-03-31', placeId: world.places.shelves },
    ])
    const { text } = await sam.get(`/transfers/new?fill=${world.places.shelves}`)
    expect(text).toMatch(/name="lines.0.quantity"[^>]*value="200"/)
    expect(text).toMatch(/name="lines.1.quantity"[^>]*value="24"/)
    expect(text).toContain('Stockroom is short of: Juice 24.')
  })

  test.each([
    ['no quantity', { 'lines.0.quantity': '' }, 'Enter a quantity'],
    ['zero', { 'lines.0.quantity': '0' }, 'at least 1'],
    ['half a condom', { 'lines.0.quantity': '0.5' }, 'whole numbers'],
    ['no line', { 'lines.0.item': '', 'lines.0.quantity': '' }, 'at least one line'],
    ['the place it leaves', { toId: '1', fromId: '1' }, 'another place'],
    ['a place that does not exist', { toId: '999' }, 'not here any more'],
    ['bread, which is not counted', { 'lines.0.item': 'bread' }, 'No item has this name'],
    ['a day to come', { happenedOn: '2026-12-01' }, 'has not happened'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await sam.post('/transfers', { ...toShelves(), ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await held('cond', world.places.shelves)).toEqual([])
  })
})

const expired = async () => ({
  requestId,
  placeId: String(world.places.central),
  reason: 'expired',
  happenedOn: '2026-11-23',
  'lines.0.item': 'External condom',
  'lines.0.quantity': '100',
  'lines.0.pack': '',
  'lines.0.lot': await lotOf('cond', '2026-10-31'),
})

describe('a loss', () => {
  test('writes off the expired lot and nothing else', async () => {
    const answer = await sam.post('/losses', await expired())
    expect(answer).toMatchObject({ status: 303, location: '/transfers' })
    expect(await held('cond', world.places.central)).toEqual(['2028-06-30 40', '2029-03-31 300'])
    expect((await sam.get('/transfers')).text).toContain('Stockroom → Expired')
  })

  test('needs no lot where the place has only one', async () => {
    await sam.post('/losses', {
      ...(await expired()),
      ...{ reason: 'damaged', 'lines.0.item': 'juice', 'lines.0.quantity': '4', 'lines.0.lot': '' },
    })
    expect(await held('juice', world.places.central)).toEqual(['2027-04-30 20'])
  })

  test('asks which lot where the place has several, and offers the expired one first', async () => {
    const answer = await sam.post('/losses', { ...(await expired()), 'lines.0.lot': '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#lines-0-lot"')
    expect(answer.text).toMatch(/The only one there<\/option><option[^>]*>2026-10-31 · expired/)
  })

  test('of everything expired in a place is filled in by one click', async () => {
    const list = await sam.get('/losses/new')
    expect(list.text).toContain(`href="/losses/new?expired=${world.places.central}"`)
    const { text } = await sam.get(`/losses/new?expired=${world.places.central}`)
    expect(text).toMatch(/name="lines.0.quantity"[^>]*value="100"/)
    expect(text).not.toMatch(/name="lines.1.quantity"[^>]*value="[0-9]/)
  })

  test('where nothing is expired says so, and where else something is', async () => {
    const { text } = await sam.get(`/losses/new?expired=${world.places.shelves}`)
    expect(text).toContain('Nothing in Drop-in shelves is past its date.')
    expect(text).toContain(`href="/losses/new?expired=${world.places.central}"`)
    await sam.post('/losses', await expired())
    const blank = await sam.get('/losses/new?expired=')
    expect(blank.text).toContain('Nothing on hand is past its date.')
  })

  test('of more than the lot has names what is there', async () => {
    const answer = await sam.post('/losses', { ...(await expired()), 'lines.0.quantity': '101' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Stockroom has 100 condoms')
  })

  test('of one lot on two lines shares what is there between them', async () => {
    const line = await expired()
    const answer = await sam.post('/losses', {
      ...line,
      ...{ 'lines.1.item': 'cond', 'lines.1.quantity': '1', 'lines.1.lot': line['lines.0.lot'] },
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Stockroom has 0 condoms')
  })

  test.each([
    ['an unknown reason', { reason: 'eaten' }, 'Choose one'],
    ['a lot of another item', { 'lines.0.item': 'juice' }, 'Stockroom has 0 cans'],
    ['a lot that does not exist', { 'lines.0.lot': '99999' }, 'Stockroom has 0 condoms'],
    ['letters for a lot', { 'lines.0.lot': 'x' }, 'Choose one'],
    ['a venue for a place', { placeId: '3' }, 'not here any more'],
    ['no quantity', { 'lines.0.quantity': '' }, 'Enter a quantity'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await sam.post('/losses', { ...(await expired()), ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await held('cond', world.places.central)).toContain('2026-10-31 100')
  })
})
