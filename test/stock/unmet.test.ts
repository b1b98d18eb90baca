import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '#src/day.ts'
import { person, unmet } from '#src/db/schema/index.ts'
import { handedOut } from '#test/alerts/story.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { stopAt, takeBag } from '#test/support/outreach.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let omar: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  omar = await clientOf(world, 'outreach')
})
afterEach(() => world.close())

const path = (code: string) => `/items/${world.item(code).id}/unmet`

/** So many asked for in vain, a fact each. */
async function asked(code: string, quantities: readonly number[], on: Day, venue = 'sky') {
  const { venues, places } = world
  const venueId = venue === 'sky' ? venues.sky : places.floor
  await world.write((tx) =>
    tx.insert(unmet).values(
      quantities.map((quantity) => ({
        ...{ itemId: world.item(code).id, quantity, venueId },
        ...{ happenedOn: on, recordedOn: world.today(), requestId: crypto.randomUUID() },
      })),
    ),
  )
}

function words(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return main.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
}

const rows = (html: string) => html.split('<tr').length - 2

test('each fact is listed with its day and place, and with no name of who noted it', async () => {
  const shift = await takeBag(omar, world.bags.bag1)
  const visit = await stopAt(omar, shift, world.venues.sky)
  await omar.post(`${visit}/unmet`, { item: String(world.item('cond').id), quantity: '3' })
  await asked('cond', [4], '2026-11-20', 'drop-in')
  const page = (await sam.get(path('cond'))).text
  expect(words(page)).toContain('7 condoms in all')
  expect(words(page)).toMatch(
    /November 23, 2026 Sky Outreach 3 condoms .*November 20, 2026 recorded Nov 23 .* Drop-in 4 condoms/,
  )
  expect(page).toContain(`href="${visit}"`)
  expect(words(page)).not.toContain('Omar')
})

test('one taken back stays in the list, with what takes it back, and counts no more', async () => {
  await asked('cond', [5, 2], '2026-11-20')
  const list = (await sam.get(path('cond'))).text
  const taken = await sam.post('/unmet/1/reversal', fieldsOf(list, '/unmet/1/reversal'))
  expect(taken.location).toBe(path('cond'))
  const page = (await sam.get(path('cond'))).text
  expect(words(page)).toContain('2 condoms in all')
  expect(words(page)).toMatch(/−5 condoms takes one back .* 5 condoms Taken back/)
  expect(page).not.toContain('/unmet/1/reversal')
})

test('can be narrowed to a service and to days, and the sum follows', async () => {
  await asked('cond', [5], '2026-11-20')
  await asked('cond', [3], '2026-11-10')
  await asked('cond', [2], '2026-11-20', 'drop-in')
  const sums = async (query: string) =>
    words((await sam.get(`${path('cond')}${query}`)).text).match(/(\d+) condoms? in all/)?.[1]
  expect(await sums('')).toBe('10')
  expect(await sums('?stream=outreach')).toBe('8')
  expect(await sums('?from=2026-11-15&to=2026-11-21')).toBe('7')
  expect(await sums('?from=2026-11-15&stream=drop-in')).toBe('2')
  expect(await sums('?from=yesterday&to=2026-02-30&stream=x&before=-1')).toBe('10')
})

test('a long list is read a page at a time, none twice, whatever was recorded late', async () => {
  for (let day = 1; day <= 60; day++) await asked('cond', [1], addDays('2026-11-22', -(day % 30)))
  const first = (await sam.get(path('cond'))).text
  expect(rows(first)).toBe(50)
  const next = first.match(/href="([^"]*before=\d+)"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = (await sam.get(next)).text
  expect(rows(second)).toBe(10)
  expect(words(second)).toContain('60 condoms in all')
  const ids = [...`${first}${second}`.matchAll(/\/unmet\/(\d+)\/reversal/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(60)
})

test('with nothing asked in vain it says what is listed here; with a filter, to choose another', async () => {
  expect(words((await sam.get(path('cond'))).text)).toContain(
    'When somebody asks and there is none, “Asked for, none left” is tapped',
  )
  const narrowed = await sam.get(`${path('cond')}?stream=events`)
  expect(words(narrowed.text)).toContain('Choose other days or another service.')
})

test('is for the office, and in French too', async () => {
  await asked('cond', [5], '2026-11-20')
  expect((await omar.get(path('cond'))).status).toBe(403)
  expect((await sam.get('/items/99999/unmet')).status).toBe(404)
  await world.write((tx) => tx.update(person).set({ language: 'fr' }))
  expect(words((await sam.get(path('cond'))).text)).toContain('5 condoms en tout')
})

test('the card of an item opens it, and so does the term of why so many are ordered', async () => {
  await handedOut(world, { code: 'cooker', aDay: 10, weeks: 8, left: 5 })
  await asked('cooker', [6], '2026-11-20')
  const card = (await sam.get(`/items/${world.item('cooker').id}`)).text
  expect(card).toContain(`href="${path('cooker')}"`)
  const term = card.match(/href="([^"]*\/unmet\?[^"]*)">6</)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(words((await sam.get(term)).text)).toContain('6 cookers in all')
})

test('what kits asked for stands beside the item’s own, each with its entries', async () => {
  await handedOut(world, { code: 'cooker', aDay: 10, weeks: 8, left: 5 })
  await handedOut(world, { code: 'inj', aDay: 2, weeks: 8, left: 3 })
  await asked('inj', [3], '2026-11-20')
  const card = (await sam.get(`/items/${world.item('cooker').id}`)).text
  const why = card.slice(card.indexOf('id="why"'))
  const kit = world.item('inj').id
  expect(words(`<main${why}`)).toMatch(
    /Handed out on its own .* 400 .*\+ Injection kit\S* 80 kits × 4 320 .*= Handed out 720/,
  )
  expect(why).toContain(`/distribution/entries?item=${kit}&amp;from=`)
  expect(why).toMatch(new RegExp(`/items/${kit}/unmet\\?[^"]*">12<`))
})
