// A night is closed with what moved; its sheet can be read, printed and counted after.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stocktake, visit } from '#src/db/schema/index.ts'
import { nightSheet } from '#src/dropin/nights/night-sheet.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'

let world: World
let door: Client
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  world.pass(52)
  door = await clientOf(world, 'coordinator')
  chloe = await clientOf(world, 'coordinator')
  await setPar(world, world.places.shelves, { cooker: 20, cond: 50, nalox: 2 })
  await ledger(world, 'donor -> shelves C29 20, cooker 10')
  await door.post('/drop-in/nights', { reason: '' })
})
afterEach(() => world.close())

const id = (code: string) => String(world.item(code).id)
const give = (code: string, quantity: number) =>
  door.post('/drop-in/hand-outs', { item: id(code), quantity: String(quantity) })
const sheet = async (visitId = 1) => {
  const found = await world.database.read((db) => nightSheet(db, visitId))
  return (
    found && {
      people: found.night.contacts,
      moved: found.moved.map(({ nameEn, given, asked }) => `${nameEn} ${given} ${asked}`),
      rough: found.rough.map(({ code, seen }) => `${code} ${seen.map(({ amount }) => amount)}`),
    }
  )
}

test('the sheet counts what was given and not taken back, in the order of the tiles', async () => {
  await give('cond', 6)
  await give('cond', 4)
  await door.post('/drop-in/hand-outs', { item: id('cond'), change: 'less' })
  await give('cooker', 2)
  await door.post('/drop-in/unmet', { item: id('nalox') })
  await door.post('/drop-in/unmet', { item: id('nalox') })
  await door.post('/drop-in/unmet/2/reversal', {})
  await door.post('/drop-in/visits/1', { contacts: '25', version: '1' })
  await door.post('/drop-in/observations', { item: id('bread'), what: '1' })
  expect(await sheet()).toEqual({
    people: 25,
    moved: ['Cooker 2 0', 'External condom 9 0', 'Naloxone nasal, kit of 2 doses 0 1'],
    rough: ['bread 1'],
  })
  const { text } = await door.get('/drop-in/closing')
  expect(text).toContain('25 people')
  expect(text).toContain('9 condoms')
})

test('the device closes it, and keeps nothing of it; the office has the sheet', async () => {
  await give('cond', 3)
  await door.post('/drop-in/closing', {})
  expect((await door.get('/drop-in/closed')).text).not.toContain('condom')
  expect((await door.get('/drop-in/nights/1')).status).toBe(303)
  const page = await chloe.get('/drop-in')
  expect(page.location).toBe('/drop-in/nights/1')
  expect((await chloe.get('/drop-in/nights/1')).text).toContain('3 condoms')
})

test('twice is once', async () => {
  await chloe.post('/drop-in/closing', {})
  expect((await chloe.post('/drop-in/closing', {})).location).toBe('/drop-in/nights/1')
  const [night] = await world.database.read((db) => db.select().from(visit))
  expect(night).toMatchObject({ closedOn: '2026-11-25', version: 2 })
})

test('nothing more is recorded by anybody, and the refusal says why', async () => {
  await chloe.post('/drop-in/closing', {})
  const sends: [string, Record<string, string>][] = [
    ['/drop-in/hand-outs', { item: id('cond') }],
    ['/drop-in/unmet', { item: id('cond') }],
    ['/drop-in/visits/1', { contacts: '3', version: '2' }],
    ['/drop-in/observations', { item: id('bread'), what: '3' }],
  ]
  for (const [path, fields] of sends) {
    const answer = await chloe.post(path, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('The night is closed. Open it again to record more.')
  }
  expect(await sheet()).toEqual({ people: 0, moved: [], rough: [] })
})

test('it is opened again on its page until its day ends', async () => {
  await chloe.post('/drop-in/closing', {})
  expect((await chloe.get('/drop-in/nights/1')).text).toContain('Open it again')
  await chloe.post('/drop-in/nights/1/reopening', {})
  expect((await give('cond', 1)).status).toBe(303)
  world.pass(12)
  chloe = await clientOf(world, 'coordinator')
  const { text } = await chloe.get('/drop-in/nights/1')
  expect(text).toContain('Closed')
  expect(text).not.toContain('Open it again')
})

test('what is left is counted as a count of the shelves', async () => {
  await chloe.post('/drop-in/closing', {})
  const { text } = await chloe.get('/drop-in/nights/1')
  expect(text).toContain('Count what is left')
  await chloe.post('/stocktakes', { placeId: String(world.places.shelves) })
  const counts = await world.database.read((db) => db.select().from(stocktake))
  expect(counts).toMatchObject([{ locationId: world.places.shelves }])
  const omar = await clientOf(world, 'outreach')
  expect((await omar.get('/drop-in/nights/1')).text).not.toContain('Count what is left')
})

test('a night that has not begun has nothing to close', async () => {
  world.pass(24)
  chloe = await clientOf(world, 'coordinator')
  expect((await chloe.get('/drop-in/closing')).text).toContain('Nothing is recorded tonight yet')
  expect((await chloe.post('/drop-in/closing', {})).status).toBe(404)
})

test('a visit outside is no night', async () => {
  await world.write((tx) =>
    tx
      .insert(visit)
      .values({ venueId: world.venues.sky, happenedOn: world.today(), period: 'evening' }),
  )
  expect(await sheet(2)).toBeNull()
  expect((await chloe.get('/drop-in/nights/2')).status).toBe(404)
})

test('the sheet by hand has the tiles in their order, and the day it is for', async () => {
  world.pass(4 * 24)
  chloe = await clientOf(world, 'coordinator')
  const { text } = await chloe.get('/drop-in/sheet')
  // Sunday: the next open evening is Wednesday.
  expect(text).toContain('Wednesday, December 2')
  expect([...text.matchAll(/<th scope="row">([^<]*)/g)].map(([, name]) => name)).toEqual([
    ...['Cooker', 'Condom', 'Nalox'],
    ...['Donated clothes, loose', 'Bread and pastries', 'Fruit and vegetables'],
  ])
})
