import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lotsOfItem } from '#src/ledger/on-hand.ts'
import { type OnOrder, onOrder } from '#src/ledger/on-order.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let sam: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
})
afterEach(() => world.close())

const today = '2026-11-23'
const box = () => String(world.item('1cc').packs.find(({ size }) => size === 100)?.id)

/** 7 boxes of 100 syringes and 240 screens. */
const wanted = () => ({
  supplier: 'Cactus',
  'lines.0.item': 'Syringe 1 cc 28G ½″',
  'lines.0.quantity': '7',
  'lines.0.pack': box(),
  'lines.0.price': '0.12',
  'lines.1.item': 'screen',
  'lines.1.quantity': '240',
  'lines.1.pack': '',
  'lines.1.price': '',
})

const arrived = (quantity: string) => ({
  receivedOn: today,
  placeId: String(world.places.central),
  'lines.0.item': '1cc',
  'lines.0.quantity': quantity,
  'lines.0.pack': '',
  'lines.0.lotCode': 'C1120',
  'lines.0.expiresOn': '2028-08-31',
})

async function syringes(): Promise<number> {
  const lots = await world.database.read((db) => lotsOfItem(db, world.item('1cc').id))
  return lots.reduce((sum, { quantity }) => sum + quantity, 0)
}

async function toCome(code = '1cc'): Promise<Pick<OnOrder, 'quantity' | 'expectedOn'> | undefined> {
  const lines = await world.database.read(onOrder)
  const line = lines.find(({ itemId }) => itemId === world.item(code).id)
  return line && { quantity: line.quantity, expectedOn: line.expectedOn }
}

async function seen(id = 1): Promise<string> {
  const { text } = await sam.get(`/orders/${id}`)
  return text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
}

async function sent(fields: Record<string, string> = {}) {
  await sam.post('/orders', wanted())
  const days = { seen: await seen(), sentOn: today, expectedOn: '', ...fields }
  return sam.post('/orders/1/sending', days)
}

describe('an order', () => {
  test('is a draft first: nothing is on its way until it is sent', async () => {
    expect(await sam.post('/orders', wanted())).toMatchObject({
      status: 303,
      location: '/orders/1',
    })
    expect(await toCome()).toBeUndefined()
    const { text } = await sam.get('/orders/1')
    expect(text).toContain('7 boxes × 100 = 700 syringes')
    expect(text).toContain('$84.00')
  })

  test('at 6.5 ¢ a condom says so, and adds up to the cent', async () => {
    const condoms = {
      ...{ 'lines.0.item': 'cond', 'lines.0.quantity': '2', 'lines.0.price': '9,36' },
      'lines.0.pack': String(world.item('cond').packs.find(({ size }) => size === 144)?.id),
      'lines.0.priceFor': '144',
      ...{ 'lines.1.quantity': '5', 'lines.1.price': '0.065', 'lines.1.priceFor': '' },
    }
    await sam.post('/orders', { ...wanted(), ...condoms })
    const { text } = await sam.get('/orders/1')
    expect(text).toContain('gross of 144 at $9.36 = $0.065 each')
    expect(text).toContain('$18.72')
    // Half a cent up, each line and their sum: 18.72 and 0.325.
    expect(text).toContain('$0.33')
    expect(text).toContain('$19.05')
  })

  test('at a price that no unit has alone keeps the price of the pack', async () => {
    await sam.post('/orders', { ...wanted(), 'lines.0.price': '10', 'lines.0.priceFor': '144' })
    const { text } = await sam.get('/orders/1')
    expect(text).toContain('144 syringes at $10.00 ≈ $0.0694 each')
    expect(text).toContain('$48.61')
    expect(fieldsOf(text, '/orders/1')).toMatchObject({
      ...{ 'lines.0.price': '10.00', 'lines.0.priceFor': '144' },
    })
  })

  test('with a price of which no box is the last keeps it as it was typed when refused', async () => {
    const half = { 'lines.0.quantity': '1.5', 'lines.0.price': '0,065', 'lines.0.priceFor': '100' }
    const { text } = await sam.post('/orders', { ...wanted(), ...half })
    expect(text).toContain('box of 100 at $0.065 = $0.00065 each')
    expect(text).toContain('value="0,065"')
  })

  test('sent twice by a double tap is one order', async () => {
    const once = { ...wanted(), requestId: '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b11' }
    const answers = await Promise.all([sam.post('/orders', once), sam.post('/orders', once)])
    expect(answers.map(({ location }) => location)).toEqual(['/orders/1', '/orders/1'])
  })

  test('that was sent is on order, a usual delay of a week away', async () => {
    expect((await sent()).status).toBe(303)
    expect(await toCome()).toEqual({ quantity: 700, expectedOn: '2026-11-30' })
  })

  test('sent with a day on which it should come is expected on that day', async () => {
    await sent({ expectedOn: '2026-12-04' })
    expect(await toCome()).toEqual({ quantity: 700, expectedOn: '2026-12-04' })
  })

  test('can be told in both languages, to copy', async () => {
    await sam.post('/orders', wanted())
    const { text } = await sam.get('/orders/1')
    expect(text).toContain('- Syringe 1 cc 28G ½″: 7 boxes × 100 = 700 syringes')
    expect(text).toContain('- Seringue 1 cc 28G ½″\u00a0: 7 boîtes × 100 = 700 seringues')
  })

  test('is late when its day has passed and something is still to come', async () => {
    await sent()
    world.pass(24 * 8)
    expect((await sam.get('/orders/1')).status).toBe(303)
    sam = await clientOf(world, 'stock')
    expect((await sam.get('/orders')).text).toContain('Late')
  })
})

describe('a draft', () => {
  test('is changed whole, and the change can be undone', async () => {
    await sam.post('/orders', wanted())
    const change = { ...wanted(), 'lines.0.quantity': '9', seen: await seen() }
    expect((await sam.post('/orders/1', change)).status).toBe(303)
    const page = await sam.get('/orders/1')
    expect(page.text).toContain('= 900 syringes')
    const undo = page.text.match(/action="(\/changes\/\d+\/reversal)"/)?.[1] ?? ''
    await sam.post(undo, {})
    expect((await sam.get('/orders/1')).text).toContain('= 700 syringes')
  })

  test('that somebody else changed meanwhile is not overwritten', async () => {
    await sam.post('/orders', wanted())
    const opened = await seen()
    await sam.post('/orders/1', { ...wanted(), 'lines.0.quantity': '9', seen: opened })
    const late = await sam.post('/orders/1', { ...wanted(), 'lines.0.quantity': '2', seen: opened })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Somebody else changed this')
    expect(late.text).toContain('= 900 syringes')
  })

  test('cannot be received before it is sent', async () => {
    await sam.post('/orders', wanted())
    expect((await sam.post('/orders/1/receipts', arrived('100'))).status).toBe(404)
    expect(await syringes()).toBe(0)
  })

  test('that was sent is not changed any more, not even by undoing an older change', async () => {
    await sam.post('/orders', wanted())
    await sam.post('/orders/1', { ...wanted(), 'lines.0.quantity': '9', seen: await seen() })
    const undo =
      (await sam.get('/orders/1')).text.match(/action="(\/changes\/\d+\/reversal)"/)?.[1] ?? ''
    await sam.post('/orders/1/sending', { seen: await seen(), sentOn: today, expectedOn: '' })
    const change = await sam.post('/orders/1', { ...wanted(), seen: await seen() })
    expect(change.text).toContain('the supplier has it as it is')
    expect((await sam.post(undo, {})).status).toBe(422)
    expect(await toCome()).toMatchObject({ quantity: 900 })
  })
})

describe('a receipt', () => {
  test('in part lowers what is to come and raises the stock', async () => {
    await sent()
    const answer = await sam.post('/orders/1/receipts', arrived('300'))
    expect(answer).toMatchObject({ status: 303, location: '/orders/1' })
    expect(await syringes()).toBe(300)
    expect(await toCome()).toMatchObject({ quantity: 400 })
  })

  test('taken back puts its units back to still to come', async () => {
    await sent()
    await sam.post('/orders/1/receipts', arrived('300'))
    await sam.post('/entries/1/reversal', {})
    expect(await syringes()).toBe(0)
    expect(await toCome()).toMatchObject({ quantity: 700 })
    await sam.post('/entries/2/reversal', {})
    expect(await toCome()).toMatchObject({ quantity: 400 })
  })

  test('of more than was ordered is booked, and says so', async () => {
    await sent()
    await sam.post('/orders/1/receipts', arrived('720'))
    expect(await syringes()).toBe(720)
    expect(await toCome()).toBeUndefined()
    expect((await sam.get('/orders/1')).text).toContain('20 more than ordered')
  })

  test('of something that was not ordered is booked, and says so', async () => {
    await sent()
    await sam.post('/orders/1/receipts', {
      ...arrived('10'),
      'lines.0.item': 'cooker',
      'lines.0.lotCode': '',
      'lines.0.expiresOn': '',
    })
    expect((await sam.get('/orders/1')).text).toContain('Not on the order')
    expect(await toCome()).toMatchObject({ quantity: 700 })
  })

  test('leaves alone the lines whose quantity was left blank', async () => {
    await sent()
    const line = { 'lines.1.item': 'screen', 'lines.1.quantity': '', 'lines.1.pack': '' }
    await sam.post('/orders/1/receipts', { ...arrived('700'), ...line })
    expect(await toCome('screen')).toMatchObject({ quantity: 240 })
  })

  test.each([
    ['without its lot number', { 'lines.0.lotCode': '' }, 'copy the number from the pack'],
    ['without its date', { 'lines.0.expiresOn': '' }, 'copy the date from the pack'],
    ['of one and a half', { 'lines.0.quantity': '1.5' }, 'whole numbers'],
    ['without its quantity', { 'lines.0.quantity': '' }, 'Enter a quantity'],
    [
      'of nothing at all',
      { 'lines.0.quantity': '', 'lines.0.lotCode': '', 'lines.0.expiresOn': '' },
      'at least one line',
    ],
    ['tomorrow', { receivedOn: '2026-11-24' }, 'has not happened'],
    ['into a place that is none', { placeId: '999' }, 'not here any more'],
    ['with a field that is not on the form', { extra: '1' }, 'out of date'],
  ])('%s is refused with a sentence, and keeps what was typed', async (_, change, sentence) => {
    await sent()
    const answer = await sam.post('/orders/1/receipts', { ...arrived('300'), ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await syringes()).toBe(0)
  })
})

describe('the end of an order', () => {
  test('closed short, nothing more is to come and what is missing stays in sight', async () => {
    await sent()
    await sam.post('/orders/1/receipts', arrived('350'))
    await sam.post('/orders/1/closing', { seen: await seen() })
    expect(await toCome()).toBeUndefined()
    const { text } = await sam.get('/orders/1')
    expect(text).toContain('Closed short')
    expect(text).toContain('<b>350</b>')
    expect(text).toContain('of what was ordered came')
  })

  test('cancelled, nothing is on order, and undoing it brings it back', async () => {
    await sent()
    await sam.post('/orders/1/cancellation', { seen: await seen() })
    expect(await toCome()).toBeUndefined()
    const { text } = await sam.get('/orders')
    const undo = text.match(/action="(\/changes\/\d+\/reversal)"/)?.[1] ?? ''
    await sam.post(undo, {})
    expect(await toCome()).toMatchObject({ quantity: 700 })
  })

  test('that has arrived in part is not cancelled but closed', async () => {
    await sent()
    await sam.post('/orders/1/receipts', arrived('300'))
    const answer = await sam.post('/orders/1/cancellation', { seen: await seen() })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Some of this order has arrived')
    expect(await toCome()).toMatchObject({ quantity: 400 })
  })

  test('comes once: a closed order is not cancelled', async () => {
    await sent()
    await sam.post('/orders/1/closing', { seen: await seen() })
    const again = await sam.post('/orders/1/cancellation', { seen: '4' })
    expect(again.status).toBe(422)
  })

  test('sent back to draft is refused once something arrived', async () => {
    await sent()
    const { text } = await sam.get('/orders')
    const undo = text.match(/action="(\/changes\/\d+\/reversal)"/)?.[1] ?? ''
    await sam.post('/orders/1/receipts', arrived('300'))
    expect((await sam.post(undo, {})).status).toBe(422)
    expect(await toCome()).toMatchObject({ quantity: 400 })
  })
})

describe('an order that cannot be', () => {
  test.each([
    ['without a supplier', { supplier: '' }, 'Fill this in'],
    ['of nothing', { 'lines.0.quantity': '0' }, 'at least 1'],
    ['of half a box', { 'lines.0.quantity': '0.5' }, 'whole numbers'],
    ['of a million millions', { 'lines.0.quantity': '1000000000000' }, 'ten million'],
    ['of an unknown item', { 'lines.0.item': 'Unicorn' }, 'No item has this name'],
    ['of one item on two lines', { 'lines.1.item': '1cc' }, 'on another line already'],
    ['in a pack of another item', { 'lines.0.pack': '1' }, 'another item'],
    ['at a price in words', { 'lines.0.price': 'cheap' }, 'price in dollars'],
    ['at a price of five decimals', { 'lines.0.price': '0.06125' }, 'four decimals'],
    ['at a price for no units', { 'lines.0.priceFor': '0' }, 'whole number'],
    ['with a NUL in the supplier', { supplier: 'a\u0000b' }, 'ordinary letters'],
    ['with a field that is not on the form', { extra: '1' }, 'out of date'],
    ['without a request id', { requestId: '' }, 'out of date'],
  ])('%s is refused with a sentence, and keeps what was typed', async (_, change, sentence) => {
    const answer = await sam.post('/orders', { ...wanted(), ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(answer.text).toContain('value="240"')
    expect((await sam.get('/orders/1')).status).toBe(404)
  })

  test.each([
    ['tomorrow', { sentOn: '2026-11-24' }, 'has not happened'],
    ['to come before it was sent', { expectedOn: '2026-11-20' }, 'before it was sent'],
    ['on a day that is none', { sentOn: '2026-02-30' }, 'day that exists'],
  ])('sent %s stays a draft', async (_, days, sentence) => {
    const answer = await sent(days)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await toCome()).toBeUndefined()
  })
})
