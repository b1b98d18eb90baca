// Over a shoulder, or in a list of tabs and of pages visited, a worker's page says nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '#src/db/schema/index.ts'
import { access } from '#src/web/access.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { bringBack, give, stopAt, takeBag } from '#test/support/outreach.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

let world: World
let omar: Client
/** One of each thing that a worker's page may be about, by what stands before its id. */
let ids: Readonly<Record<string, string | number>>

beforeAll(async () => {
  world = await openWorld()
  omar = await clientOf(world, 'outreach')
  await stockUp(world, [
    { code: 'cond', quantity: 100 },
    { code: 'nalox', quantity: 10 },
  ])
  for (const bag of [world.bags.bag1, world.bags.bag2]) await setPar(world, bag, { cond: 20 })
  const returned = await takeBag(omar, world.bags.bag2)
  await bringBack(omar, returned)
  const shift = await takeBag(omar, world.bags.bag1)
  const visit = await stopAt(omar, shift, world.venues.sky)
  await give(omar, world, visit, 'cond 2')
  await omar.post('/drop-in/visits/0', { contacts: '3', version: '1' })
  const [, event = ''] = (await omar.get('/events')).text.match(/\/events\/(\d+)/) ?? []
  const today = { happenedOn: world.today() }
  const bin = { venueId: String(world.venues.sky), typeId: '1', swapEveryDays: '', fromId: '' }
  await omar.post('/bins', { ...today, ...bin })
  const gear = { glovesOut: '2', tongsOut: '2', containersOut: '1' }
  await omar.post('/clean-ups', { ...today, ...gear, sector: 'C-3', people: '2' })
  const [, night = ''] = (await omar.get('/drop-in')).text.match(/\/drop-in\/visits\/(\d+)/) ?? []
  ids = {
    ...{ nights: night, bins: 1, 'clean-ups': 1, events: event },
    ...{ items: world.item('cond').id, bags: world.bags.bag1, venues: world.venues.sky },
    ...{ shifts: shift.split('/').at(-1) ?? '', visits: visit.split('/').at(-1) ?? '', entries: 2 },
  }
})
afterAll(() => world.close())

const isOpenTo = (role: Role) =>
  access.filter(
    ([method, , roles]) => method === 'GET' && roles !== 'anyone' && roles.includes(role),
  )

const filled = (path: string) =>
  path.replace(/([\w-]+)\/:id/g, (_, folder: string) => `${folder}/${ids[folder] ?? 'unknown'}`)

const titleOf = (html: string) => html.match(/<title>(.*?)<\/title>/)?.[1]

// What a page asks for by itself has no title, and is in no list.
const pages = isOpenTo('outreach').filter(([, path]) => !path.endsWith('.json'))

test.each(pages.map(([, path]) => path))(
  'the title of %s says nothing to a worker, and it can be hidden',
  async (path) => {
    const answer = await omar.get(filled(path))
    if (answer.status === 303) return expect(answer.location).toMatch(/^\/(bags|shifts\/\d+)$/)
    expect(answer.status).toBe(200)
    expect(titleOf(answer.text)).toBe('Relais')
    // Its cover has one way out, and the page another.
    expect(answer.text.match(/<section id="cover"/g)).toHaveLength(1)
    expect(answer.text.match(/ data-hide/g)).toHaveLength(2)
  },
)

test.each([
  ['a bag that is in', () => `/bags/${world.bags.bag2}`],
  ['a bag about to be taken', () => `/bags/${world.bags.bag2}/check-out`],
  ['a shift that is over', () => '/shifts/1'],
  ['a search', () => '/search?q=sky'],
  ['a page that is closed to workers', () => '/donations'],
  ['a page that does not exist', () => '/nothing'],
])('nor does the title of %s', async (_, path) => {
  expect(titleOf((await omar.get(path())).text)).toBe('Relais')
})

test('nor the title of a form that is refused', async () => {
  const answer = await omar.post('/shifts', { bagId: String(world.bags.bag2), takeOut: '' })
  expect(answer.status).toBe(422)
  expect(titleOf(answer.text)).toBe('Relais')
})

test('nor does any address hold a name', async () => {
  const { text } = await omar.get('/bags')
  const addresses = [...text.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map(([, path]) => path)
  for (const path of addresses) expect(path).not.toMatch(/sky|sac|cond/i)
})

test('the office keeps its menu on the pages of a shift, and its places above', async () => {
  const sam = await clientOf(world, 'stock')
  for (const path of ['/shifts/:id', '/shifts/:id/return', '/visits/:id'].map(filled)) {
    const { text } = await sam.get(path)
    expect(text).toContain('<nav class="nav" aria-label="Main">')
    expect(text).toContain('<nav class="row" aria-label="Shift">')
    expect(text).not.toContain('class="nav field"')
    expect((await omar.get(path)).text).toContain('class="nav field"')
  }
})
