import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { itemSupply, location, pack } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let sam: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
})
afterEach(() => world.close())

const packsOf = (code: string) =>
  world.database.read((db) =>
    db
      .select()
      .from(pack)
      .where(eq(pack.itemId, world.item(code).id))
      .orderBy(pack.size),
  )
const carton = { nameFr: 'carton', nameEn: 'carton', size: '50' }

describe('a pack', () => {
  test('is added to an item and counts its base units', async () => {
    const path = `/items/${world.item('1cc').id}/packs`
    expect(await sam.post(path, carton)).toMatchObject({ status: 303, location: path })
    expect((await packsOf('1cc')).map(({ size }) => size)).toEqual([10, 50, 100, 500])
    expect((await sam.get(path)).text).toContain('50 syringes')
  })

  test('of a size the item has already is refused, also when that one is retired', async () => {
    const path = `/items/${world.item('1cc').id}/packs`
    expect((await sam.post(path, { ...carton, size: '100' })).text).toContain(
      'a pack of 100 already',
    )
    const [bag] = await packsOf('1cc')
    await sam.post(`/packs/${bag?.id}/retirement`, { version: '1' })
    const again = await sam.post(path, { ...carton, size: '10' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Bring it back instead')
  })

  test('is renamed, retired and brought back; each can be undone', async () => {
    const [bag] = await packsOf('1cc')
    const path = `/packs/${bag?.id}`
    await sam.post(path, { ...carton, size: '10', version: '1' })
    expect((await packsOf('1cc'))[0]).toMatchObject({ nameEn: 'carton', size: 10, version: 2 })
    await sam.post(`${path}/retirement`, { version: '2' })
    expect((await packsOf('1cc'))[0]?.retiredOn).toBe('2026-11-23')
    await sam.post(`${path}/restoration`, { version: '3' })
    expect((await packsOf('1cc'))[0]?.retiredOn).toBeNull()
    await sam.post('/changes/3/reversal', {})
    expect((await packsOf('1cc'))[0]?.retiredOn).toBe('2026-11-23')
  })

  test('that somebody else changed is refused and shows their change', async () => {
    const [bag] = await packsOf('1cc')
    await sam.post(`/packs/${bag?.id}`, { ...carton, size: '12', version: '1' })
    const late = await sam.post(`/packs/${bag?.id}`, { ...carton, size: '20', version: '1' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('10 → 12')
    expect(late.text).toContain('value="20"')
  })

  test.each([
    ['a size of 1', { size: '1' }, 'from 2 to 1000000'],
    ['half a unit', { size: '2.5' }, 'from 2 to 1000000'],
    ['two million units', { size: '2000000' }, 'from 2 to 1000000'],
    ['no size', { size: '' }, 'from 2 to 1000000'],
    ['no name', { nameFr: '', nameEn: '' }, 'name in one language'],
    ['an escape in the name', { nameFr: '\u001b[31m' }, 'ordinary letters'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const path = `/items/${world.item('1cc').id}/packs`
    const answer = await sam.post(path, { ...carton, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await packsOf('1cc')).toHaveLength(3)
  })

  test('of an item that does not exist is not found', async () => {
    expect((await sam.post('/items/9999/packs', carton)).status).toBe(404)
    expect((await sam.get('/packs/9999')).status).toBe(404)
  })
})

describe('who supplies an item', () => {
  let path: string
  let ministry: number
  let boxOf100: string

  beforeEach(async () => {
    path = `/items/${world.item('1cc').id}/supplies`
    const [made] = await world.write((tx) =>
      tx
        .insert(location)
        .values({ kind: 'source', role: 'supplier', nameFr: 'Ministère' })
        .returning(),
    )
    ministry = made?.id ?? 0
    boxOf100 = String((await packsOf('1cc')).find(({ size }) => size === 100)?.id)
  })

  const line = (more: Readonly<Record<string, string>> = {}) => ({
    seen: '0',
    'lines.0.supplierId': String(ministry),
    'lines.0.packId': boxOf100,
    'lines.0.price': '0.12',
    'lines.0.minimum': '100',
    'lines.0.maximum': '5000',
    'lines.1.supplierId': '',
    'lines.1.packId': '',
    'lines.1.price': '',
    'lines.1.minimum': '',
    'lines.1.maximum': '',
    ...more,
  })
  const blanks = Object.fromEntries(
    ['packId', 'price', 'minimum', 'maximum'].map((field) => [`lines.0.${field}`, '']),
  )
  const supplies = () => world.database.read((db) => db.select().from(itemSupply))

  test('is a list with pack, price and what an order may hold', async () => {
    expect((await sam.post(path, line())).status).toBe(303)
    expect(await supplies()).toMatchObject([
      { supplierId: ministry, price: 1200, priceUnits: 1, minimumOrder: 100, maximumOrder: 5000 },
    ])
    const page = await sam.get(path)
    expect(page.text).toContain('value="0.12"')
    expect(page.text).toContain('value="5000"')
  })

  test('has the price of a pack to the hundredth of a cent, and says it again', async () => {
    await sam.post(path, line({ 'lines.0.price': '12,3456', 'lines.0.priceFor': '100' }))
    expect(await supplies()).toMatchObject([{ price: 123_456, priceUnits: 100 }])
    const page = await sam.get(path)
    expect(page.text).toContain('value="12.3456"')
    expect(page.text).toContain('box of 100 at $12.3456 = $0.123456 each')
    expect((await sam.get('/changes')).text).toContain('$12.3456 for 100')
  })

  test('is replaced whole: a blank row takes a supplier off, and that can be undone', async () => {
    await sam.post(path, line())
    await sam.post(path, line({ seen: '1', 'lines.0.supplierId': '', ...blanks }))
    expect(await supplies()).toEqual([])
    await sam.post('/changes/2/reversal', {})
    expect(await supplies()).toMatchObject([{ supplierId: ministry, price: 1200, priceUnits: 1 }])
  })

  test('changed by somebody else meanwhile is refused and shows their list', async () => {
    await sam.post(path, line())
    const late = await sam.post(path, line({ 'lines.0.price': '0.15' }))
    expect(late.status).toBe(422)
    expect(late.text).toContain('Ministère')
    expect(late.text).toContain('value="0.15"')
    expect(late.text).toContain('name="seen" value="1"')
  })

  test('asks for a supplier first when there is none', async () => {
    await world.write((tx) =>
      tx.update(location).set({ retiredOn: '2026-11-23' }).where(eq(location.id, ministry)),
    )
    expect((await sam.get(path)).text).toContain('No supplier yet')
  })

  test.each([
    ['a donor as supplier', { 'lines.0.supplierId': '1' }, 'not here any more'],
    ['a pack of another item', { 'lines.0.packId': '1' }, 'not here any more'],
    ['a price in words', { 'lines.0.price': 'cheap' }, 'price in dollars'],
    ['a maximum below the minimum', { 'lines.0.maximum': '10' }, 'below the minimum'],
    ['a price of five decimals', { 'lines.0.price': '0.06125' }, 'four decimals'],
    ['a price for half a unit', { 'lines.0.priceFor': '0.5' }, 'whole number'],
    ['a minimum of zero', { 'lines.0.minimum': '0' }, 'at least 1'],
    ['a row without its supplier', { 'lines.1.price': '3' }, 'Choose one'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await sam.post(path, line(change))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await supplies()).toEqual([])
  })

  test('named twice is refused', async () => {
    const answer = await sam.post(path, line({ 'lines.1.supplierId': String(ministry) }))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('twice')
  })
})
