import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { onHandOf } from '#test/support/book.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { builtInLot, openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let stems: string

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  stems = `counts.l${await builtInLot(world, 'stem')}`
  await stockUp(world, [
    { code: 'stem', quantity: 40 },
    { code: 'push', quantity: 500 },
  ])
  await start()
})
afterEach(() => world.close())

const start = (placeId = world.places.central) =>
  sam.post('/stocktakes', { placeId: String(placeId) })
const count = (fields: Record<string, string>) => sam.post('/stocktakes/1/lines', fields)
const post = () => sam.post('/stocktakes/1/posting', {})
const transferOut = (quantity: number) =>
  stockUp(world, [{ code: 'stem', quantity, placeId: world.places.central }])

const entriesOf = (kind: string) =>
  world.database.read((db) =>
    db.all<{ role: string; quantity: number }>(sql`
      select place.role, quantity from movement
      join entry on entry.id = entry_id and entry.kind = ${kind} and entry.sign = 1
      join location as place on place.id = iif(to_id = ${world.places.central}, from_id, to_id)`),
  )

describe('a count', () => {
  test('is blind: the sheet does not say what the book expects', async () => {
    const sheet = await sam.get('/stocktakes/1')
    expect(sheet.text).toContain('Pyrex stem')
    expect(sheet.text).not.toContain('>40<')
    expect(sheet.text).not.toContain('value="40"')
  })

  test('of two fewer books two as lost', async () => {
    await count({ [stems]: '38' })
    expect((await sam.get('/stocktakes/1')).text).toContain('−2')
    expect((await post()).status).toBe(303)
    expect(await onHandOf(world, 'stem')).toBe(38)
    expect(await entriesOf('count')).toEqual([{ role: 'lost', quantity: 2 }])
    expect(await world.database.read(verify)).toEqual([])
  })

  test('of three more books three as found', async () => {
    await count({ [stems]: '43' })
    await post()
    expect(await onHandOf(world, 'stem')).toBe(43)
    expect(await entriesOf('count')).toEqual([{ role: 'found', quantity: 3 }])
  })

  test('of zero is an answer, blank is not', async () => {
    await count({ [stems]: '0', [`counts.l${await builtInLot(world, 'push')}`]: '' })
    await post()
    expect(await onHandOf(world, 'stem')).toBe(0)
    expect(await onHandOf(world, 'push')).toBe(500)
  })

  test('keeps what moves after a line was counted: final = counted + moved since', async () => {
    await count({ [stems]: '38' })
    await transferOut(5)
    expect((await sam.get('/stocktakes/1')).text).toContain('count it again')
    await post()
    expect(await onHandOf(world, 'stem')).toBe(43)
  })

  test('recounts a moved line alone, against what is there now', async () => {
    await count({ [stems]: '38' })
    await transferOut(5)
    await count({ [stems]: '45' })
    await post()
    expect(await onHandOf(world, 'stem')).toBe(45)
    expect(await entriesOf('count')).toEqual([])
  })

  test('of a lot that was not on the sheet adds it, from before the book when it is the first', async () => {
    await count({
      ...{ 'lines.0.item': '1cc', 'lines.0.quantity': '2', 'lines.0.lotCode': 'C1120' },
      'lines.0.expiresOn': '2028-08-31',
      'lines.0.pack': String(world.item('1cc').packs.find(({ size }) => size === 100)?.id),
    })
    await post()
    expect(await onHandOf(world, '1cc')).toBe(200)
    expect(await entriesOf('count')).toEqual([{ role: 'opening', quantity: 200 }])
  })

  test('is posted once, and taken back is open again', async () => {
    await count({ [stems]: '38' })
    await post()
    expect((await post()).text).toContain('posted already')
    await sam.post('/entries/2/reversal', {})
    expect(await onHandOf(world, 'stem')).toBe(40)
    expect((await sam.get('/stocktakes/1')).text).toContain('Save what is counted')
  })

  test('started again in the same place goes on with the one that is open', async () => {
    expect((await start()).location).toBe('/stocktakes/1')
    expect((await start(world.places.shelves)).location).toBe('/stocktakes/2')
  })

  test('with nothing counted is not posted', async () => {
    expect((await post()).text).toContain('Nothing is counted yet')
  })

  test('of a place that cannot be counted is refused', async () => {
    expect((await start(world.venues.sky)).status).toBe(422)
  })

  test.each([
    ['a half', '1.5', 'whole numbers'],
    ['a negative number', '-1', 'digits only'],
    ['letters', 'many', 'digits only'],
    ['a million millions', '1000000000000', 'ten million'],
  ])('of %s is refused, and the others stay typed', async (_, typed, sentence) => {
    const push = `counts.l${await builtInLot(world, 'push')}`
    const answer = await count({ [stems]: typed, [push]: '499' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(answer.text).toContain('value="499"')
    expect((await post()).text).toContain('Nothing is counted yet')
  })
})
