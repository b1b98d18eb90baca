import { afterEach, beforeEach, expect, test } from 'vitest'
import { lotsOfItem } from '#src/ledger/on-hand.ts'
import { observationsOf } from '#src/stock/observations.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import type { World } from '#test/support/world.ts'

let world: World
let sam: Client

const requestId = '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b11'

const gift = () => ({
  requestId,
  donor: 'Pharmacie du Village',
  receivedOn: '2026-11-21',
  placeId: String(world.places.central),
  value: '410',
  'lines.0.item': 'Syringe 1 cc 28G ½″',
  'lines.0.quantity': '2',
  'lines.0.pack': String(world.item('1cc').packs.find(({ size }) => size === 100)?.id),
  'lines.0.lotCode': 'C1120',
  'lines.0.expiresOn': '2028-08-31',
  'lines.1.item': '',
  'lines.1.quantity': '',
  'lines.1.pack': '',
  'lines.1.lotCode': '',
  'lines.1.expiresOn': '',
})

const bread = (line: number, quantity: string) => ({
  [`lines.${line}.item`]: 'bread',
  [`lines.${line}.quantity`]: quantity,
  [`lines.${line}.pack`]: '',
  [`lines.${line}.lotCode`]: '',
  [`lines.${line}.expiresOn`]: '',
})

/** What was seen of the bread, latest first: 'intake 3', 'intake 3, taken back'. */
async function observed(): Promise<string[]> {
  const seen = await world.database.read((db) => observationsOf(db, world.item('bread').id))
  return seen.map(
    ({ kind, amount, reversed }) => `${kind} ${amount}${reversed ? ', taken back' : ''}`,
  )
}

async function syringes(): Promise<number> {
  const lots = await world.database.read((db) => lotsOfItem(db, world.item('1cc').id))
  return lots.reduce((sum, { quantity }) => sum + quantity, 0)
}

onBothEngines('a donation', (open) => {
  beforeEach(async () => {
    world = await open()
    sam = await clientOf(world, 'stock')
  })
  afterEach(() => world.close())

  test('of 2 boxes of 100 puts 200 syringes in the stockroom and says thank you', async () => {
    const answer = await sam.post('/donations', gift())
    expect(answer).toMatchObject({ status: 303, location: '/donations/1' })
    expect(await syringes()).toBe(200)
    const thanks = await sam.get('/donations/1')
    expect(thanks.text).toContain('Pharmacie du Village, thank you')
    expect(thanks.text).toContain('200 syringes')
  })

  test('sent twice counts once and gives the same answer', async () => {
    const answers = await Promise.all([
      sam.post('/donations', gift()),
      sam.post('/donations', gift()),
    ])
    expect(answers.map(({ location }) => location)).toEqual(['/donations/1', '/donations/1'])
    expect(await syringes()).toBe(200)
  })

  test('sent again with another quantity is refused, and keeps what was typed', async () => {
    await sam.post('/donations', gift())
    const again = await sam.post('/donations', { ...gift(), 'lines.0.quantity': '3' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('already saved')
    expect(again.text).toContain('value="3"')
    expect(await syringes()).toBe(200)
  })

  test('can be taken back, and taking that back restores it', async () => {
    await sam.post('/donations', gift())
    await sam.post('/entries/1/reversal', {})
    expect(await syringes()).toBe(0)
    await sam.post('/entries/2/reversal', {})
    expect(await syringes()).toBe(200)
  })

  test('of an item without its lot number says which line and what to do, and saves nothing', async () => {
    const answer = await sam.post('/donations', { ...gift(), 'lines.0.lotCode': '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#lines-0-lotCode"')
    expect(answer.text).toContain('value="Pharmacie du Village"')
    expect(await syringes()).toBe(0)
  })

  test('without a script gets five more rows by a button, and keeps what was typed', async () => {
    const answer = await sam.post('/donations', { ...gift(), more: '10' })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('name="lines.9.item"')
    expect(answer.text).toContain('value="Pharmacie du Village"')
    expect(answer.text).toContain('2 boxes × 100 = <b>200</b>')
    expect(answer.text).not.toContain('role="alert"')
    expect(await syringes()).toBe(0)
  })

  test('recorded two days late shows both days, and the next begins with the same day', async () => {
    await sam.post('/donations', gift())
    const { text } = await sam.get('/donations/1')
    expect(text).toContain('Received Saturday, November 21, recorded Monday, November 23.')
    expect(text).toContain('href="/donations/new?receivedOn=2026-11-21"')
    const next = await sam.get('/donations/new?receivedOn=2026-11-21')
    expect(next.text).toContain('value="2026-11-21"')
  })

  test('of bread and syringes counts the syringes, notes the bread, and thanks for both', async () => {
    await sam.post('/donations', { ...gift(), ...bread(1, '3') })
    expect(await syringes()).toBe(200)
    expect(await observed()).toEqual(['intake 3'])
    const thanks = await sam.get('/donations/1')
    expect(thanks.text).toContain('200 syringes')
    expect(thanks.text).toContain('3 crates')
    expect((await sam.get('/donations')).text).toContain('data-label="Lines">2<')
  })

  test('of bread alone is taken back and put back by its button, and nothing is erased', async () => {
    await sam.post('/donations', { ...gift(), ...bread(0, '4') })
    const given = await sam.get('/donations/1')
    expect(given.text).toContain('4 crates')
    await sam.post('/entries/1/reversal', {})
    expect(await observed()).toEqual(['intake 4, taken back'])
    await sam.post('/entries/2/reversal', {})
    expect(await observed()).toEqual(['intake 4', 'intake 4, taken back'])
    const again = await sam.get('/donations/1')
    expect(again.text.match(/4 crates/g)).toHaveLength(1)
    await sam.post('/entries/3/reversal', {})
    expect(await observed()).toEqual(['intake 4, taken back', 'intake 4, taken back'])
  })

  test('of bread whose note was taken back alone does not thank for it, nor bring it back', async () => {
    await sam.post('/donations', { ...gift(), ...bread(1, '3') })
    await sam.post('/observations/1/reversal', {})
    expect((await sam.get('/donations/1')).text).not.toContain('3 crates')
    await sam.post('/entries/1/reversal', {})
    await sam.post('/entries/2/reversal', {})
    expect(await syringes()).toBe(200)
    expect(await observed()).toEqual(['intake 3, taken back'])
  })

  test('that was taken back says so, and thanks nobody', async () => {
    await sam.post('/donations', gift())
    await sam.post('/entries/1/reversal', {})
    const { text } = await sam.get('/donations/1')
    expect(text).toContain('A donation that was taken back')
    expect(text).toContain('received November 21, 2026, taken back November 23, 2026')
    expect(text).not.toMatch(/thank|The team of|Value as you gave it/i)
    expect(text).toContain('action="/entries/2/reversal"')
    expect(text).toContain('Put this donation back')
  })

  test('is in the list on the day it came, which is not always the day it was recorded', async () => {
    const on = (receivedOn: string, donor: string) =>
      sam.post('/donations', { ...gift(), requestId: crypto.randomUUID(), receivedOn, donor })
    await on('2026-11-23', 'Today')
    await on('2026-11-20', 'Friday')
    await on('2026-11-22', 'Sunday')
    const { text } = await sam.get('/donations')
    const order = ['Today', 'Sunday', 'Friday'].map((donor) => text.indexOf(`>${donor}<`))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(text.match(/recorded Nov/g)).toHaveLength(2)
    const older = await sam.get('/donations?before=3')
    expect(older.text).toContain('>Friday<')
    expect(older.text).not.toMatch(/>(Sunday|Today)</)
  })

  test.each([
    ['zero', { 'lines.0.quantity': '0' }, 'at least 1'],
    ['a negative number', { 'lines.0.quantity': '-3' }, 'digits only'],
    ['one and a half boxes', { 'lines.0.quantity': '1.5' }, 'whole numbers'],
    ['a million millions', { 'lines.0.quantity': '1000000000000' }, 'ten million'],
    ['letters', { 'lines.0.quantity': 'two' }, 'digits only'],
    ['an emoji', { 'lines.0.quantity': '💉' }, 'digits only'],
    ['an unknown item', { 'lines.0.item': 'Unicorn' }, 'No item has this name'],
    ['a NUL in the donor', { donor: 'a\u0000b' }, 'ordinary letters'],
    ['a day in 1900', { receivedOn: '1900-01-01' }, 'too far back'],
    ['a day next year', { receivedOn: '2027-01-01' }, 'has not happened'],
    ['a day that does not exist', { receivedOn: '2026-02-30' }, 'day that exists'],
    ['a place that is not a stockroom', { placeId: '999' }, 'not here any more'],
    ['a pack of another item', { 'lines.0.pack': '1' }, 'another item'],
    ['a field that is not on the form', { extra: '1' }, 'out of date'],
    ['no request id', { requestId: '' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await sam.post('/donations', { ...gift(), ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await syringes()).toBe(0)
  })
})
