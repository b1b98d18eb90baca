// What is not counted: levels and use are noted beside the tally, and clothes are given by size.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { item, location, observation } from '#src/db/schema/index.ts'
import { roughItems } from '#src/dropin/kitchen.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

let world: World
let door: Client

beforeEach(async () => {
  world = await openWorld()
  world.pass(52)
  door = await clientOf(world, 'coordinator')
  await door.post('/drop-in/nights', { reason: '' })
})
afterEach(() => world.close())

const id = (code: string) => String(world.item(code).id)
const note = (code: string, what: string) =>
  door.post('/drop-in/observations', { item: id(code), what })
const bread = async () => {
  const items = await world.database.read((db) => roughItems(db, world.today()))
  return items.find(({ code }) => code === 'bread')
}
const placesSeen = () =>
  world.database.read((db) =>
    db
      .select({ role: location.role })
      .from(observation)
      .innerJoin(location, eq(location.id, observation.locationId)),
  )

test('a level is noted in one tap, and shows', async () => {
  expect((await note('bread', '1')).location).toBe('/drop-in')
  expect(await bread()).toMatchObject({ level: 1, seen: [{ kind: 'level', amount: 1 }] })
  expect((await door.get('/drop-in')).text).toMatch(
    /value="1" aria-pressed="true" aria-label="Bread and pastries: Low"/,
  )
})

test('what was used adds up over the night, and the last of it is taken back', async () => {
  await note('bread', 'use')
  await note('bread', 'use')
  expect((await door.get('/drop-in')).text).toContain('used 2 crates')
  await door.post('/drop-in/observations/2/reversal', {})
  expect((await door.get('/drop-in')).text).toContain('used 1 crate')
  expect((await door.post('/drop-in/observations/2/reversal', {})).status).toBe(422)
})

test('food is noted in the kitchen and clothes in their bank, until they were seen elsewhere', async () => {
  await note('bread', '3')
  await note('loose', '2')
  expect(await placesSeen()).toEqual([{ role: 'kitchen' }, { role: 'clothing-bank' }])
  const sam = await clientOf(world, 'stock')
  await sam.post(`/items/${id('bread')}/observations`, {
    ...{ what: '3', amount: '', happenedOn: world.today() },
    placeId: String(world.places.shelves),
  })
  await note('bread', '0')
  expect((await placesSeen()).at(-1)).toEqual({ role: 'drop-in-shelves' })
})

test('what was noted on another day is not the night’s to take back', async () => {
  await note('bread', '2')
  world.pass(24)
  door = await clientOf(world, 'coordinator')
  await door.post('/drop-in/nights', { reason: '' })
  expect(await bread()).toMatchObject({ level: 2, seen: [] })
  expect((await door.post('/drop-in/observations/1/reversal', {})).status).toBe(422)
})

test.each([
  ['an item that is counted', 'cond', '2', 'not here any more'],
  ['a level there is none of', 'bread', '4', 'Choose one'],
  ['nothing', 'bread', '', 'Choose one'],
])('given %s is refused with a sentence', async (_, code, what, sentence) => {
  const answer = await note(code, what)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
})

test('sizes of one thing share a tile, which opens into them and stays open', async () => {
  await setPar(world, world.places.shelves, { cond: 50, undl: 6, sock: 10, undm: 6 })
  await ledger(world, 'donor -> shelves undm 4, undl 2, sock 5')
  const tiles = async () => {
    const { text } = await door.get('/drop-in')
    return [...text.matchAll(/<details( open="")?><summary class="add"><span>([^<]*)/g)].map(
      ([, open, name]) => `${name}${open ? ', open' : ''}`,
    )
  }
  expect(await tiles()).toEqual(['Underwear'])
  await door.post('/drop-in/hand-outs', { item: id('undm'), change: 'more' })
  expect(await tiles()).toEqual(['Underwear, open'])
  expect(await holds(world, 'shelves')).toBe('sock 5, undl 2, undm 3')
  await door.post('/drop-in/hand-outs', { item: id('sock'), change: 'more' })
  expect(await tiles()).toEqual(['Underwear'])
})

test('a size that is alone on the shelves is a tile like the others', async () => {
  await ledger(world, 'donor -> shelves undm 4')
  expect((await door.get('/drop-in')).text).not.toContain('<summary class="add">')
})

test('bags of groceries are given here, and nowhere else', async () => {
  await ledger(world, 'donor -> shelves groc 3')
  await door.post('/drop-in/hand-outs', { item: id('groc'), quantity: '2' })
  expect(await holds(world, 'shelves')).toBe('groc 1')
  const [groceries] = await world.database.read((db) =>
    db.select().from(item).where(eq(item.code, 'groc')),
  )
  expect(groceries).toMatchObject({ allowedAtDropIn: true, allowedInBags: false })
})
