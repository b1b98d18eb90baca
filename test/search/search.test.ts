import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let omar: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  omar = await clientOf(world, 'outreach')
})
afterEach(() => world.close())

const linksOf = (html: string) =>
  [...html.matchAll(/<li><span><a href="([^"]+)"/g)].map(([, path]) => path)

test.each([
  ['a name in the other language', 'réchaud', () => `/items/${world.item('cooker').id}`],
  ['no accents and no case', 'RECHAUD', () => `/items/${world.item('cooker').id}`],
  ['words in another order', 'cc seringue 28', () => `/items/${world.item('1cc').id}`],
  ['a short code', '1cc', () => `/items/${world.item('1cc').id}`],
  ['part of a bag’s name', 'sac 1', () => `/bags/${world.bags.bag1}`],
  ['a venue’s alias', 'motel', () => `/venues/${world.venues.motel}`],
  ['a stockroom', 'kitchen', () => '/stock?place='],
  ['a donor', 'anonymous', () => `/places/${world.places.donor}/edit`],
])('finds by %s', async (_, words, path) => {
  const page = await sam.get(`/search?q=${encodeURIComponent(words)}`)
  expect(linksOf(page.text)[0]).toContain(path())
})

test('finds a lot by how its number begins, in capitals or not', async () => {
  await stockUp(world, [{ code: '1cc', quantity: 5, lotCode: 'C1120' }])
  expect(linksOf((await sam.get('/search?q=c11')).text)).toEqual([
    expect.stringMatching(/^\/lots\/\d+$/),
  ])
  expect(linksOf((await sam.get('/search?q=%25')).text)).toEqual([])
})

test('shows nobody what they may not open', async () => {
  await stockUp(world, [{ code: '1cc', quantity: 5, lotCode: 'C1120' }])
  expect(linksOf((await omar.get('/search?q=anonym')).text)).toEqual([])
  expect(linksOf((await omar.get('/search?q=c1120')).text)).toEqual([])
  expect(linksOf((await omar.get('/search?q=sky')).text)).toEqual([`/venues/${world.venues.sky}`])
})

test('says what to do before the first word, and when nothing has the name', async () => {
  expect((await sam.get('/search')).text).toContain('Look for anything that has a name')
  const nothing = await sam.get('/search?q=unicorn')
  expect(nothing.text).toContain('Nothing is called “unicorn”')
  expect(nothing.text).toContain('See the whole catalogue')
  const script = await sam.get(`/search?q=${encodeURIComponent('"><script>')}`)
  expect(script.text).not.toContain('<script>')
})
