import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { onHandOf } from '#test/support/book.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
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
const count2 = (fields: Record<string, string>) => sam.post('/stocktakes/2/lines', fields)
const asOfIn = (page: string) => page.match(/name="asOf" value="(\d+)"/)?.[1] ?? ''
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

  test('of a moved line, recounted to the same number, believes the second count', async () => {
    await count({ [stems]: '38' })
    await transferOut(5)
    await count({ [stems]: '38' })
    await post()
    expect(await onHandOf(world, 'stem')).toBe(38)
    expect(await entriesOf('count')).toEqual([{ role: 'lost', quantity: 7 }])
  })

  test('asks again for what moved between opening the sheet and saving it', async () => {
    const asOf = asOfIn((await sam.get('/stocktakes/1')).text)
    await transferOut(5)
    await count({ asOf, [stems]: '40' })
    expect((await sam.get('/stocktakes/1')).text).toContain('count it again')
    await post()
    expect(await onHandOf(world, 'stem')).toBe(45)
    expect(await entriesOf('count')).toEqual([])
  })

  test('never sends again what somebody else counted: every field begins blank', async () => {
    await count({ [stems]: '38' })
    const { text } = await sam.get('/stocktakes/1')
    expect(text).toContain('counted 38 stems')
    expect(text).not.toContain('value="38"')
  })

  test('of a lot found twice is refused: the second would replace the first', async () => {
    const found = {
      ...{ 'lines.0.item': '1cc', 'lines.0.quantity': '200', 'lines.0.lotCode': 'C1120' },
      'lines.0.expiresOn': '2028-08-31',
    }
    const both = {
      ...found,
      ...{ 'lines.1.item': '1cc', 'lines.1.quantity': '100', 'lines.1.lotCode': 'C1120' },
      'lines.1.expiresOn': '2028-08-31',
    }
    const answer = await count(both)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#lines-1-item"')
    await count(found)
    expect((await count({ ...found, 'lines.0.quantity': '100' })).text).toContain('counted already')
    await post()
    expect(await onHandOf(world, '1cc')).toBe(200)
  })

  test('of a lot that does not exist is refused', async () => {
    const answer = await count({ 'counts.l99999': '4' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('not here any more')
  })

  test('of a bag waits until the bag is in', async () => {
    const bag = world.bags.bag1
    await start(bag)
    await count2({ [stems]: '3' })
    const page = (await sam.get(`/bags/${bag}/check-out`)).text
    await sam.post('/shifts', { ...fieldsOf(page, '/shifts'), 'people.p1': 'on' })
    expect((await sam.post('/stocktakes/2/posting', {})).text).toContain('out already')
    expect((await count2({ [stems]: '4' })).text).toContain('out already')
    expect((await start(bag)).status).toBe(422)
  })

  test('taken back is left to the one begun after it: no difference is booked twice', async () => {
    await count({ [stems]: '38' })
    await post()
    await start()
    await sam.post('/entries/2/reversal', {})
    expect((await post()).text).toContain('later count')
    expect((await count({ [stems]: '37' })).status).toBe(422)
    expect((await start()).location).toBe('/stocktakes/2')
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
