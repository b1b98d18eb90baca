import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { location } from '#src/db/schema/index.ts'
import { reverse } from '#src/ledger/reverse.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { exported } from '#test/support/exports.ts'
import { ledger } from '#test/support/ledger.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, type World } from '#test/support/world.ts'
import { built, cells, donated, given, recipeOf, row, stocked, visited } from './story.ts'

let world: World
let chloe: Client

async function begin(open: () => Promise<World>) {
  world = await open()
  chloe = await clientOf(world, 'coordinator')
}

const year = '/reports?length=year&month=2026-04'

onBothEngines('a report', (open) => {
  beforeEach(() => begin(open))
  afterEach(() => world.close())

  test('adds up what was given in each month of the year, what was taken back out of it', async () => {
    await stocked(world, 'cond', 'nalox')
    await given(world, 'cond', 300, '2026-04-10')
    await given(world, 'cond', 500, '2026-05-10', 'park')
    const slip = await given(world, 'cond', 7, '2026-05-11')
    await world.write((tx) => reverse(tx, slip, world.recording()))
    await given(world, 'nalox', 12, '2026-06-01')
    await given(world, 'cond', 999, '2026-03-31')
    const { text } = await chloe.get(year)
    // Seven whole months since April, and November is not over.
    expect(row(text, 'External condom')).toBe('External condom 800 114 999')
    expect(row(text, 'Naloxone nasal')).toContain(' 12 ')
    expect(row(text, 'Doses of naloxone')).toContain(' 24 ')
    expect(text).toContain('April 2026 to March 2027, so far: until November 23, 2026')
  })

  test('takes a kit apart by the recipe of its lot, whatever the recipe has become', async () => {
    await stocked(world, 'stem', 'tube', 'screen', 'push', 'swab', 'cond')
    await built(world, 'crack', 10)
    await given(world, 'crack', 4, world.today())
    await recipeOf(world, 'crack', { stem: 5 })
    await given(world, 'crack', 3, world.today())
    const { text } = await chloe.get('/reports?length=month&month=2026-11')
    expect(row(text, 'Safer-crack kit')).toContain('Safer-crack kit 7')
    expect(row(text, 'Pyrex stem')).toContain('7 of them in kits 7')
    expect(row(text, 'External condom')).toContain('14 of them in kits 14')
  })

  test('counts contacts by kind of venue, visits made and due, and people a night', async () => {
    for (const day of ['2026-10-05', '2026-10-06', '2026-10-20'])
      await visited(world, 'sky', day, 4)
    await visited(world, 'park', '2026-10-12', 9)
    for (const [day, heads] of [
      ['2026-10-07', 20],
      ['2026-10-08', 31],
    ] as const) {
      await visited(world, 'floor', day, heads)
    }
    const { text } = await chloe.get('/reports?length=month&month=2026-10')
    expect(row(text, 'People met')).toContain('People met 21')
    expect(row(text, 'Bar')).toContain('Bar 12')
    expect(row(text, 'Street')).toContain('Street 9')
    expect(row(text, 'Venue visits made')).toContain(' 4')
    // Sky from the 5th: three whole weeks, two of them with a visit. The park from the 12th: two, one of them.
    expect(row(text, 'Visits due')).toContain(' 5')
    expect(row(text, 'of which made in time')).toContain(' 3')
    expect(row(text, 'People at the drop-in')).toContain(' 51')
    expect(row(text, 'a night, on average')).toContain(' 25.5')
  })

  test('lists donations by who gave and what it was worth, losses by how, what came back', async () => {
    const [pharmacy] = await world.write((tx) =>
      tx
        .insert(location)
        .values({ kind: 'source', role: 'donor', nameFr: 'Pharmacie' })
        .returning(),
    )
    const [quiet] = await world.write((tx) =>
      tx
        .insert(location)
        .values({ kind: 'source', role: 'donor', nameFr: 'Jean', anonymous: true })
        .returning(),
    )
    await donated(world, '2026-10-01', { donorId: pharmacy?.id ?? 0, cents: 12_550 })
    await donated(world, '2026-10-02', { donorId: quiet?.id ?? 0, cents: null })
    await ledger(world, 'opening -> central cooker 50 / central -> lost cooker 8', '2026-10-03')
    await ledger(world, 'lost -> central cooker 2', '2026-10-04')
    await ledger(world, 'found -> central cooker 1', '2026-10-05')
    await chloe.post('/recoveries', {
      ...{ source: 'people', happenedOn: '2026-10-06', what: 'count', amount: '17' },
      ...{ typeId: '', containers: '' },
    })
    const { text } = await chloe.get('/reports?length=month&month=2026-10')
    expect(row(text, 'Donations worth')).toBe('Donations worth $125.50 2 –')
    expect(row(text, 'Pharmacie')).toBe('Pharmacie worth $125.50 1 –')
    expect(row(text, 'Donors who are not named')).toContain('value not recorded 1')
    expect(text).not.toContain('Jean')
    expect(row(text, 'Lost')).toContain('Lost 6')
    expect(row(text, 'Found')).toContain(' 1')
    expect(row(text, 'Sharps recovered, about')).toContain(' 17')
  })
})

describe('a report', () => {
  beforeEach(() => begin(openWorld))
  afterEach(() => world.close())

  test('without anything says what will fill it', async () => {
    const { text } = await chloe.get('/reports')
    expect(text).toContain('Nothing was recorded in this period')
    expect(text).not.toContain('/exports"')
  })

  test('says of what nobody records that it is not recorded, and what to do; never 0', async () => {
    await stocked(world, 'cond')
    await given(world, 'cond', 20, '2026-10-10')
    const { text } = await chloe.get('/reports?length=month&month=2026-10')
    expect(row(text, 'Meals')).toBe(
      'Meals Add an item with the code “meal”, and tally it at the drop-in. not recorded –',
    )
    expect(row(text, 'Clean-ups')).toContain('Clean-ups')
    expect(text).not.toMatch(/<b>0<\/b>/)
  })

  test('each figure opens what it was added up from', async () => {
    await stocked(world, 'cond')
    await given(world, 'cond', 20, '2026-10-10')
    await visited(world, 'sky', '2026-10-10', 6)
    const { text } = await chloe.get('/reports?length=quarter&month=2026-10')
    const paths = [...text.matchAll(/<a href="([^"]+)"><b>/g)].map(([, path = '']) => path)
    expect(paths.length).toBeGreaterThan(3)
    for (const path of paths) {
      expect((await chloe.get(path.replaceAll('&amp;', '&'))).status, path).toBe(200)
    }
    expect(paths.some((path) => path.startsWith('/distribution/entries?item='))).toBe(true)
  })

  test('begins where the programme says that its year does', async () => {
    await stocked(world, 'cond')
    await given(world, 'cond', 20, '2026-02-10')
    expect((await chloe.get('/reports')).text).toContain('April 2026 to March 2027')
    const ada = await clientOf(world, 'admin')
    const { text } = await ada.get('/settings')
    const [, version = ''] = text.match(/name="version" value="(\d+)"/) ?? []
    const names = { programmeName: 'R', neutralName: 'R', neutralPage: 'https://meteo.gc.ca' }
    const times = { fiscalYearStart: '1', dayEndsAtHour: '5', retentionMonths: '3' }
    expect((await ada.post('/settings', { version, ...names, ...times })).status).toBe(303)
    expect((await chloe.get('/reports')).text).toContain('January 2026 to December 2026')
  })

  test.each([
    ['a month that does not exist', '?length=year&month=2026-13'],
    ['a month to come', '?length=year&month=2027-05'],
    ['the year 9999', '?length=year&month=9999-01'],
    ['the year 0', '?length=year&month=0000-01'],
    ['a month before any', '?length=year&month=1999-12'],
    ['a day', '?month=2026-11-23'],
    ['an unknown length', '?length=decade'],
    ['nothing', '?length=&month='],
    ['days', '?from=2026-12-01&to=2026-01-01'],
    ['what is no text', '?month[]=1&length[x]=2&month=%00'],
  ])('that cannot be read is this year so far: %s', async (_, query) => {
    await stocked(world, 'cond')
    await given(world, 'cond', 20, '2026-10-10')
    const { status, text } = await chloe.get(`/reports${query}`)
    expect(status).toBe(200)
    expect(text).toContain('April 2026 to March 2027')
  })

  test('is for who plans: the office sees what it needs elsewhere', async () => {
    for (const role of ['stock', 'outreach'] as const) {
      const other = await clientOf(world, role)
      for (const path of ['/reports', '/reports.csv', '/reports/sheet', '/exports']) {
        expect((await other.get(path)).status, `${role} ${path}`).toBe(403)
      }
      expect((await other.post('/exports', { path: '/reports.csv' })).status).not.toBe(303)
    }
  })

  test('takes six statements besides who asks, whatever the history', async () => {
    await stocked(world, 'cond', 'cooker')
    const few = await statementsOf(world.database, () => chloe.get('/reports'))
    for (const month of ['04', '05', '06', '07']) {
      await given(world, 'cond', 10, `2026-${month}-10`)
      await visited(world, 'sky', `2026-${month}-10`, 5)
    }
    const many = await statementsOf(world.database, () => chloe.get('/reports'))
    expect(many.length).toBeLessThanOrEqual(few.length)
    expect(many.length).toBeLessThanOrEqual(8)
  })
})

describe('a report that leaves', () => {
  beforeEach(() => begin(openWorld))
  afterEach(() => world.close())

  const file = '/reports.csv?length=year&month=2026-04'

  test('holds no small count, nor what would give one away', async () => {
    await stocked(world, 'lube', 'nalox')
    for (const [day, quantity] of [
      ['2026-04-10', 30],
      ['2026-05-10', 3],
      ['2026-06-10', 40],
      ['2026-07-10', 50],
    ] as const) {
      await given(world, 'lube', quantity, day)
      await given(world, 'nalox', quantity, day)
    }
    const { text, headers } = await exported(chloe, file)
    expect(headers.get('content-disposition')).toContain('report-2026-04-01-2027-03-31.csv')
    const line = ['30', '<5', 'n/d', '50', '0', '0', '0', '0', '123', '']
    expect(text).toContain(`"Lube, sachet",sachet,${line.join(',')}`)
    // Two doses a kit: what hides the kits hides the doses.
    expect(cells(text, 'Doses of naloxone')).toEqual([
      ...['60', 'n/d', 'n/d', '100', '0', '0', '0', '0', '246', ''],
    ])
    expect(text).toContain('"Nov 2026, so far"')
  })

  test('in a month says the same of it as in its year', async () => {
    await stocked(world, 'lube')
    await given(world, 'lube', 30, '2026-04-10')
    await given(world, 'lube', 3, '2026-05-10')
    await given(world, 'lube', 40, '2026-06-10')
    const lubeIn = async (period: string) =>
      (await exported(chloe, `/reports.csv?${period}`)).text.match(
        /"Lube, sachet",sachet,(.*),/,
      )?.[1]
    expect(await lubeIn('length=month&month=2026-05')).toBe('<5')
    expect(await lubeIn('length=month&month=2026-06')).toBe('n/d')
    expect(await lubeIn('length=quarter&month=2026-06')).toBe('30,<5,n/d,73')
  })

  test('says contacts by kind of venue, never by venue', async () => {
    await visited(world, 'sky', '2026-10-01', 60)
    await visited(world, 'park', '2026-10-02', 3)
    await visited(world, 'motel', '2026-10-03', 12)
    const { text } = await exported(chloe, '/reports.csv?length=month&month=2026-10')
    expect(cells(text, 'People met')).toEqual(['75', ''])
    expect(cells(text, 'Bar')).toEqual(['60', ''])
    expect(cells(text, 'Street')).toEqual(['<5', ''])
    expect(cells(text, 'Hotel')).toEqual(['n/d', ''])
    expect(text).not.toContain('Sky')
  })

  test('hides what is mostly in kits with the kits, and shows what is not', async () => {
    await stocked(world, 'stem', 'tube', 'screen', 'push', 'swab', 'cond')
    await built(world, 'crack', 3)
    await given(world, 'crack', 3, world.today())
    await given(world, 'cond', 4000, world.today())
    const { text } = await exported(chloe, '/reports.csv?length=month&month=2026-11')
    expect(cells(text, 'Safer-crack kit')).toEqual(['<5', ''])
    // Six centimetres of tubing a kit, and none alone: said, they would be three kits.
    expect(text).toMatch(/"Mouthpiece tubing, by the cm",cm,n\/d,/)
    expect(cells(text, 'External condom')).toEqual(['4006', ''])
  })

  test('does not run what somebody was called', async () => {
    const [sly] = await world.write((tx) =>
      tx
        .insert(location)
        .values({ kind: 'source', role: 'donor', nameFr: '=cmd|x', nameEn: '=cmd|x' })
        .returning(),
    )
    await donated(world, '2026-10-01', { donorId: sly?.id ?? 0, cents: 500 })
    const { text } = await exported(chloe, file)
    expect(text).toContain("'=cmd|x")
    expect(text).not.toMatch(/,=cmd/)
  })

  test('as a page is the same, without a link and without a venue', async () => {
    await stocked(world, 'lube')
    await given(world, 'lube', 30, '2026-04-10')
    await given(world, 'lube', 3, '2026-05-10')
    await given(world, 'lube', 40, '2026-06-10')
    const { text, status } = await exported(chloe, '/reports/sheet?length=year&month=2026-04')
    expect(status).toBe(200)
    expect(row(text, 'Lube, sachet')).toBe('Lube, sachet 30 &lt;5 n/d 0 0 0 0 0 73')
    expect(text.slice(text.indexOf('<table'), text.indexOf('</table'))).not.toContain('<a ')
  })
})
