import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Day } from '#src/day.ts'
import { bagOut, location, shift, shiftPerson, visit } from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { exported } from '#test/support/exports.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { builtInLot, openWorld, type World } from '#test/support/world.ts'

let world: World
let sam: Client
let omar: Client

beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  omar = await clientOf(world, 'outreach')
})
afterEach(() => world.close())

function words(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ')
}

function row(html: string, name: string): string {
  const rows = html.split('<tr').map((each) => words(`<tr${each.split('</tr>')[0]}`))
  return rows.find((each) => each.trimStart().startsWith(name))?.trim() ?? 'no such row'
}

/** A visit on a day, with cookers given from the bag. */
async function visited(venueId: number, happenedOn: Day, cookers = 0): Promise<number> {
  const lotId = await builtInLot(world, 'cooker')
  return world.write(async (tx) => {
    const [made] = await tx
      .insert(visit)
      .values({ venueId, happenedOn, period: 'afternoon', contacts: 4 })
      .returning()
    const visitId = made?.id ?? 0
    if (cookers > 0) {
      const goods = { itemId: world.item('cooker').id, lotId, quantity: cookers }
      await post(
        tx,
        { kind: 'hand-out', happenedOn, visitId },
        [{ ...goods, fromId: world.bags.bag1, toId: venueId }],
        world.recording(),
      )
    }
    return visitId
  })
}

const filledBag = () =>
  ledger(world, 'opening -> central cooker 500 / central -> bag1 cooker 300', '2026-01-05')

describe('the venue board', () => {
  test('puts never visited first, then the most overdue, then what has no rhythm', async () => {
    await visited(world.venues.sky, '2026-11-20')
    await visited(world.venues.motel, '2026-11-03')
    const page = words((await omar.get('/venues')).text)
    expect(page).toMatch(/Parc Street Not visited yet Due today/)
    expect(page).toMatch(/Motel Hotel 20 days ago Tuesday, November 3 13 days overdue/)
    expect(page).toMatch(/Sky Bar 3 days ago Friday, November 20 in 4 days Friday, November 27/)
    expect(page).toMatch(/Parc.*Motel.*Sky.*Home/)
  })

  test('counts a visit with nothing given, and remembers what was given before', async () => {
    await filledBag()
    await visited(world.venues.sky, '2026-11-12', 3)
    await visited(world.venues.sky, '2026-11-22')
    expect(row((await omar.get('/venues')).text, 'Sky')).toMatch(
      /yesterday .* 3 × Cooker Thursday, November 12/,
    )
  })

  test('forgets what was taken back', async () => {
    await filledBag()
    await visited(world.venues.sky, '2026-11-12', 3)
    await visited(world.venues.sky, '2026-11-20', 5)
    await sam.post('/entries/4/reversal', {})
    expect(row((await omar.get('/venues')).text, 'Sky')).toContain('3 × Cooker')
  })

  test('can be narrowed to a kind, and holds no place on paper', async () => {
    const bars = words((await omar.get('/venues?kind=bar')).text)
    expect(bars).toContain('Sky')
    expect(row((await omar.get('/venues?kind=bar')).text, 'Parc')).toBe('no such row')
    expect(words((await omar.get('/venues?kind=unlogged')).text)).not.toContain('Given, not')
  })

  test('without venues says who adds one', async () => {
    await world.write((tx) => tx.update(location).set({ retiredOn: '2026-11-01' }))
    expect((await omar.get('/venues')).text).toContain('No venue here yet')
  })
})

describe('a venue’s card', () => {
  test('adds up what was given, month by month', async () => {
    await filledBag()
    await visited(world.venues.sky, '2026-10-31', 3)
    await visited(world.venues.sky, '2026-11-01', 5)
    await visited(world.venues.sky, '2026-11-02', 2)
    const page = (await sam.get(`/venues/${world.venues.sky}`)).text
    expect(row(page, 'Cooker')).toMatch(/^Cooker (0 ){10}3 7 10$/)
    expect(words(page)).toContain('Sunday, November 1, afternoon')
  })

  test('lists visits by the day they happened, a page at a time, late ones in their place', async () => {
    for (let index = 0; index < 11; index++) await visited(world.venues.sky, '2026-11-10')
    await visited(world.venues.sky, '2026-10-01')
    const first = (await sam.get(`/venues/${world.venues.sky}`)).text
    expect(words(first)).not.toContain('October 1,')
    const next = first.match(/href="([^"]*before=\d+)"/)?.[1] ?? ''
    const second = words((await sam.get(next)).text)
    expect(second.match(/November 10/g)).toHaveLength(1)
    expect(second).toContain('October 1,')
  })

  test('outside tells the last visit and nothing before it', async () => {
    await filledBag()
    await visited(world.venues.sky, '2026-10-31', 3)
    await visited(world.venues.sky, '2026-11-20', 5)
    const page = words((await omar.get(`/venues/${world.venues.sky}`)).text)
    expect(page).toMatch(/Last visit 3 days ago Friday, November 20/)
    expect(page).toMatch(/Due in 4 days Friday, November 27/)
    expect(page).toContain('5 × Cooker')
    expect(page).not.toContain('October')
    expect(page).not.toContain('People met')
  })

  test('names the year of a visit that is long ago', async () => {
    await visited(world.venues.sky, '2025-11-20')
    expect(words((await sam.get(`/venues/${world.venues.sky}`)).text)).toContain(
      'November 20, 2025, afternoon',
    )
  })

  test('leads to the shift of whoever has a bag out, and only them', async () => {
    await world.write(async (tx) => {
      const [made] = await tx
        .insert(shift)
        .values({ bagId: world.bags.bag1, startedOn: world.today() })
        .returning()
      const shiftId = made?.id ?? 0
      await tx.insert(shiftPerson).values({ shiftId, personId: world.people.outreach })
      await post(
        tx,
        { kind: 'check-out', happenedOn: world.today(), shiftId },
        [],
        world.recording(),
      )
      expect(await tx.select().from(bagOut)).toHaveLength(1)
    })
    const path = `/venues/${world.venues.sky}`
    expect((await omar.get(path)).text).toContain('action="/shifts/1/visits"')
    expect((await sam.get(path)).text).not.toContain('action="/shifts/1/visits"')
  })

  test.each(['/venues/999', '/venues/x', '/venues/1'])('%s is not a venue', async (path) => {
    expect((await sam.get(path)).status).toBe(404)
    expect((await omar.get(path)).status).toBe(404)
  })
})

describe('the distribution', () => {
  beforeEach(async () => {
    await filledBag()
    await visited(world.venues.sky, '2026-10-31', 3)
    await visited(world.venues.sky, '2026-11-01', 5)
    await visited(world.venues.park, world.today(), 7)
    await ledger(world, 'bag1 -> unlogged cooker 2', '2026-11-20')
  })

  test('shows a month by kind of venue, the first and last day included', async () => {
    expect(row((await sam.get('/distribution')).text, 'Cooker')).toBe('Cooker 5 7 2 14')
    expect(words((await sam.get('/distribution')).text)).toContain('Given, not recorded')
    expect(row((await sam.get('/distribution?month=2026-10')).text, 'Cooker')).toBe('Cooker 3 3')
  })

  test('shows each venue over any days, of one service where asked', async () => {
    const days = 'from=2026-10-31&to=2026-11-01&by=venue'
    expect(row((await sam.get(`/distribution?${days}`)).text, 'Cooker')).toMatch(/^Cooker 8 8$/)
    const dropIn = await sam.get(`/distribution?${days}&stream=drop-in`)
    expect(dropIn.text).toContain('Nothing was given in this period')
  })

  test('a figure opens into the entries that add up to it, reversals included', async () => {
    await sam.post('/entries/4/reversal', {})
    const page = (await sam.get('/distribution?month=2026-11')).text
    expect(row(page, 'Cooker')).toBe('Cooker 7 2 9')
    const path = `/distribution/entries?item=${world.item('cooker').id}&venue=${world.venues.sky}`
    const entries = words((await sam.get(`${path}&from=2026-11-01&to=2026-11-30`)).text)
    expect(entries).toMatch(/Taken back: hand-out .* −5 cookers/)
    expect(entries).toMatch(/Hand-out November 1, 2026 .* Sac 1 → Sky 5 cookers/)
    expect(entries).toContain('They add up to 0 cookers.')
    expect(await holds(world, 'bag1')).toBe('cooker 288')
  })

  test('every link of the table leads to entries', async () => {
    const page = (await sam.get('/distribution')).text
    const paths = [...page.matchAll(/href="(\/distribution\/entries[^"]*)"/g)].map(([, path]) =>
      (path ?? '').replaceAll('&amp;', '&'),
    )
    expect(paths).toHaveLength(4)
    for (const path of paths) {
      expect(words((await sam.get(path)).text)).toContain('Hand-out')
    }
  })

  test('leaves as a spreadsheet by kind of venue, without small counts and what would tell them', async () => {
    const file = await exported(sam, '/distribution.csv?month=2026-11&by=venue')
    expect(file.headers.get('content-disposition')).toContain('2026-11-01-2026-11-30.csv')
    expect(file.text).toContain('Bar,Street,')
    // Five, seven and two: with five alone withheld beside it, the two could not be four.
    expect(file.text).toContain('Cooker,cooker,n/d,n/d,<5,14')
    expect(file.text).not.toContain('Sky')
  })

  test('is for the office', async () => {
    expect((await omar.get('/distribution')).status).toBe(403)
    expect((await omar.get('/distribution/entries?item=1')).status).toBe(403)
  })

  test.each([
    '?month=2026-13&by=x&stream=y',
    '?from=2026-02-30&to=never',
    '?from=2026-12-01&to=2026-01-01',
  ])('a period it cannot read is this month: %s', async (query) => {
    expect(row((await sam.get(`/distribution${query}`)).text, 'Cooker')).toMatch(/14$/)
  })

  test('of no item is not found', async () => {
    expect((await sam.get('/distribution/entries?item=999')).status).toBe(404)
  })
})
