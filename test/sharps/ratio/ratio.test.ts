import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { item } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { post } from '#src/ledger/post.ts'
import { monthsOf, ratioOf, reportYear } from '#src/sharps/ratio/return-ratio.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { exported } from '#test/support/exports.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

describe('a year of reports', () => {
  const today = '2026-11-23'

  test('from April is that of the day, until the end of March', () => {
    const year = { from: '2026-04-01', to: '2027-03-31', year: 2026 }
    expect(reportYear(4, { today, year: null })).toEqual(year)
    expect(reportYear(4, { today: '2027-03-31', year: null })).toEqual(year)
    expect(reportYear(4, { today: '2027-04-01', year: null }).from).toBe('2027-04-01')
  })

  test('may be the calendar’s, and one that was asked for', () => {
    expect(reportYear(1, { today, year: null })).toMatchObject({ to: '2026-12-31' })
    expect(reportYear(4, { today, year: 2023 })).toMatchObject({ to: '2024-03-31' })
  })

  test('shows the months that have begun, the last as not over', () => {
    const months = monthsOf(reportYear(4, { today, year: null }), today, new Map())
    expect(months.map(({ month }) => month)).toHaveLength(8)
    expect(months.at(-1)).toMatchObject({ month: '2026-11', isPartial: true, given: 0 })
    expect(monthsOf(reportYear(4, { today, year: 2025 }), today, new Map())).toHaveLength(12)
    expect(monthsOf(reportYear(4, { today, year: 2030 }), today, new Map())).toEqual([])
  })

  test('has no ratio where nothing was given out', () => {
    expect(ratioOf({ given: 0, low: 3, likely: 3, high: 3 })).toBeNull()
    expect(ratioOf({ given: 200, low: 50, likely: 100, high: 250 })).toEqual({
      ...{ low: 0.25, likely: 0.5, high: 1.25 },
    })
  })
})

let world: World
let chloe: Client

const counted = (happenedOn: string, amount: string) => ({
  ...{ source: 'drop-in', happenedOn, what: 'count', amount, typeId: '', containers: '' },
})

async function begin(open: () => Promise<World>) {
  world = await open()
  chloe = await clientOf(world, 'coordinator')
}

onBothEngines('the return ratio', (open) => {
  beforeEach(() => begin(open))
  afterEach(() => world.close())

  test('is what came back against the syringes given out, with its range', async () => {
    await stockUp(world, [{ code: '1cc', quantity: 1000, on: '2026-05-01' }])
    await given('1cc', 200, '2026-06-10')
    await chloe.post('/recoveries', {
      ...{ source: 'people', happenedOn: '2026-06-20', what: '100', amount: '' },
      ...{ typeId: '1', containers: '2' },
    })
    const { text } = await chloe.get('/sharps/ratio')
    expect(text).toContain('For every 100 syringes given out, about 63 came back (42 to 98)')
    expect(text).toContain('never a condition of supply')
    expect(text).toContain('about 126 (84 to 196)')
    expect(text).toContain('about 63% (42% to 98%)')
  })

  test('counts the needles inside kits by the recipe of the day, and what was taken back not', async () => {
    await stockUp(world, [
      { code: 'inj', quantity: 20, on: '2026-05-01' },
      { code: '3cc', quantity: 20, on: '2026-05-01' },
    ])
    await given('inj', 5, world.today())
    await given('3cc', 4, world.today())
    await chloe.post('/recoveries', counted(world.today(), '12'))
    await chloe.post('/recoveries', counted(world.today(), '90'))
    await chloe.post('/recoveries/2/reversal', {})
    const { text } = await chloe.get('/sharps/ratio')
    // Five kits of four syringes, and four sets.
    expect(text).toContain('data-label="Given out">24<')
    expect(text).toContain('about 50 came back (50 to 50)')
  })
})

describe('the return ratio', () => {
  beforeEach(() => begin(openWorld))
  afterEach(() => world.close())

  test('without anything yet says what will fill it, and is read in the office alone', async () => {
    expect((await chloe.get('/sharps/ratio')).text).toContain('will be added up here by month')
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get('/sharps/ratio')).status).toBe(403)
    expect((await omar.get('/sharps/ratio.csv')).status).toBe(403)
  })

  test('without an item that is a needle says so', async () => {
    await world.write((tx) => tx.update(item).set({ isSharp: false }))
    expect((await chloe.get('/sharps/ratio')).text).toContain('No item is marked as a needle')
  })

  test('of another year is the one asked for; nonsense is this year', async () => {
    await chloe.post('/recoveries', counted('2025-10-03', '321'))
    expect((await chloe.get('/sharps/ratio?year=2025')).text).toContain('321')
    for (const year of ['', 'x', '-1', '1e9', '1999']) {
      const { status, text } = await chloe.get(`/sharps/ratio?year=${year}`)
      expect(status).toBe(200)
      expect(text).toContain('April 2026 to March 2027')
    }
  })

  test('leaves as a spreadsheet without its small counts, nor what would give them away', async () => {
    await stockUp(world, [{ code: '1cc', quantity: 1000, on: '2026-04-01' }])
    await given('1cc', 100, '2026-04-10')
    await given('1cc', 50, '2026-05-10')
    await given('1cc', 80, '2026-06-10')
    for (const [day, amount] of [
      ['2026-04-11', '60'],
      ['2026-05-11', '3'],
      ['2026-06-11', '40'],
    ] as const) {
      await chloe.post('/recoveries', counted(day, amount))
    }
    const { text, headers } = await exported(chloe, '/sharps/ratio.csv')
    expect(headers.get('content-disposition')).toContain('return-ratio-2026-2027.csv')
    const lines = text.trim().split('\n')
    expect(lines[1]).toBe('April 2026,100,60,60,60,60,60,60')
    expect(lines[2]).toMatch(/^May 2026,(n\/d,?){7}$/)
    expect(lines[3]).toMatch(/^June 2026,(n\/d,?){7}$/)
    expect(lines.at(-1)).toBe('The year,230,103,103,103,45,45,45')
  })

  test('takes as many statements whatever the history', async () => {
    const few = await statementsOf(world.database, () => chloe.get('/sharps/ratio'))
    await stockUp(world, [{ code: '1cc', quantity: 1000, on: '2026-04-01' }])
    for (const month of ['04', '05', '06']) await given('1cc', 10, `2026-${month}-10`)
    const many = await statementsOf(world.database, () => chloe.get('/sharps/ratio'))
    expect(many.length).toBeLessThanOrEqual(few.length)
    expect(many.length).toBeLessThanOrEqual(6)
  })
})

/** Hands out at Sky from the stockroom. */
async function given(code: string, quantity: number, on: string) {
  const itemId = world.item(code).id
  await world.write(async (tx) => {
    const [lot] = await lotsIn(tx, { locationId: world.places.central, itemIds: [itemId] })
    const goods = { itemId, lotId: lot?.lotId ?? 0, quantity }
    const places = { fromId: world.places.central, toId: world.venues.sky }
    const heading = { kind: 'hand-out' as const, happenedOn: on }
    return post(tx, heading, [{ ...goods, ...places }], world.recording())
  })
}
