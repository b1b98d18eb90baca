import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { handedOut } from '#test/alerts/story.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { takeBag } from '#test/support/outreach.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

let world: World
let sam: Client
beforeEach(async () => {
  world = await openWorld()
  sam = await clientOf(world, 'stock')
  // 40 a day from Monday to Friday in the street, 20 on the four evenings of the drop-in.
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 90 })
  await handedOut(world, {
    ...{ code: 'cond', aDay: 20, weeks: 8, left: 20, weekdays: [3, 4, 5, 6] },
    atDropIn: 'at the drop-in',
  })
})
afterEach(() => world.close())

const inAWeek = '2026-11-30'

const page = (query = '') =>
  sam.get(`/rationing?item=${world.item('cond').id}&until=${inAWeek}&${query}`)

/** Name, need, there, to have, move, lasts: the cells of each row. */
async function rows(query = ''): Promise<string[][]> {
  const { text } = await page(query)
  const [, body = ''] = text.match(/<tbody[^>]*>(.*?)<\/tbody>/s) ?? []
  return body
    .split('</tr>')
    .map((row) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
        cell.replace(/<[^>]+>/g, ''),
      ),
    )
    .filter((row) => row.length > 0)
}

const numbers = (table: string[][], column: number) => table.map((row) => Number(row[column]))

describe('condoms that are short', () => {
  test('are shared between bags and drop-in by days of need, to the last one', async () => {
    await setPar(world, world.bags.bag1, { cond: 120 })
    await setPar(world, world.bags.bag2, { cond: 60 })
    const table = await rows()
    expect(table.map(([name]) => name)).toEqual(['Sac 1', 'Sac 2', 'Drop-in'])
    const [needs, gets] = [numbers(table, 1), numbers(table, 3)]
    // 200 in the street, two thirds of it from the larger bag, and 80 inside.
    expect(Math.abs((needs[0] ?? 0) - 133)).toBeLessThan(7)
    expect(Math.abs((needs[2] ?? 0) - 80)).toBeLessThan(5)
    expect(gets.reduce((sum, each) => sum + each, 0)).toBe(110)
    for (const [index, got] of gets.entries()) {
      expect(Math.abs(got - (110 * (needs[index] ?? 0)) / 280)).toBeLessThan(2)
    }
    expect((await page()).text).toContain('110 condoms for')
  })

  test('what a bag holds stays in it, and counts', async () => {
    await setPar(world, world.bags.bag1, { cond: 60 })
    await setPar(world, world.bags.bag2, { cond: 60 })
    await takeBag(await clientOf(world, 'outreach'), world.bags.bag1)
    const [first, second, inside] = await rows()
    expect(first?.slice(2, 5)).toEqual(['60', '60', 'nothing'])
    // 30 in the stockroom and 20 on the shelves are left for the others.
    expect(Number(second?.[3]) + Number(inside?.[3])).toBe(50)
  })

  test('are taken back from shelves that have more than their share', async () => {
    await stockUp(world, [{ code: 'cond', quantity: 60, placeId: world.places.shelves }])
    const table = await rows('available=110')
    expect(table.at(-1)?.[4]).toMatch(/^take back \d+$/)
  })

  test('are enough for everybody when there is enough', async () => {
    const { text } = await page('available=2000')
    expect(text).toContain('There is enough')
    const table = await rows('available=2000')
    expect(numbers(table, 3)).toEqual(numbers(table, 1))
    for (const row of table) expect(row[5]).toBe('7 of 7 days')
  })

  test('stay where they are when nobody else needs them', async () => {
    await stockUp(world, [{ code: 'cond', quantity: 500, placeId: world.places.shelves }])
    await setPar(world, world.bags.bag1, { cond: 120 })
    const [bag, inside] = await rows()
    expect(inside?.slice(2, 3)).toEqual(['520'])
    // The stockroom has 90, and the street needs about 200: the shelves give only what is missing.
    const missing = Number(bag?.[3]) - 90
    expect(inside?.[4]).toBe(`take back ${missing}`)
    expect(Number(inside?.[3])).toBe(520 - missing)
    await stockUp(world, [{ code: 'cond', quantity: 1000 }])
    expect((await rows()).at(-1)?.slice(2, 5)).toEqual(['520', '520', 'nothing'])
  })

  test('are posted in both languages', async () => {
    const { text } = await page('available=100')
    expect(text).toContain('lang="fr-CA"')
    expect(text).toMatch(/External condom: 100 to share until Monday, November 30\./)
    expect(text).toMatch(/Condom externe\u00a0: 100 à partager d’ici lundi 30 novembre\./)
    expect(text).toContain('Drop-in: ')
    expect(text).toContain('Site fixe\u00a0: ')
  })
})

describe('components of kits', () => {
  test('are shared with the kits to build, once those that are ready have gone', async () => {
    await handedOut(world, { code: 'inj', aDay: 5, weeks: 8, left: 0 })
    await stockUp(world, [{ code: 'cooker', quantity: 40 }])
    const { text } = await sam.get(`/rationing?item=${world.item('cooker').id}&until=${inAWeek}`)
    expect(text).toContain('To build: ')
  })
})

describe('the page', () => {
  test('proposes what is short now, and any item', async () => {
    const { text } = await sam.get('/rationing')
    expect(text).toContain('Short now')
    expect(text).toContain(`href="/rationing?item=${world.item('cond').id}"`)
  })

  test('shares until the next order could arrive, where nobody says until when', async () => {
    const { text } = await sam.get(`/rationing?item=${world.item('cond').id}`)
    expect(text).toContain(`value="${addDays(world.today(), 7)}"`)
  })

  test('does not mind nonsense, and knows no item that is not counted', async () => {
    const nonsense = 'available=many&until=yesterday'
    expect((await sam.get(`/rationing?item=${world.item('cond').id}&${nonsense}`)).status).toBe(200)
    expect((await sam.get('/rationing?item=moon')).status).toBe(200)
    expect((await sam.get(`/rationing?item=${world.item('loose').id}`)).status).toBe(404)
  })

  test('says so where nobody is expected to use any', async () => {
    const { text } = await sam.get(`/rationing?item=${world.item('soap').id}`)
    expect(text).toContain('Nobody is expected to use any until then')
  })

  test('costs three statements once the items are known', async () => {
    await page()
    expect(await statementsOf(world.database, () => page())).toHaveLength(3)
  })
})
