// Earlier nights, and what the calendar says of the evenings that were not as planned: forecasts divide by
// the evenings that were open.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, type Day, daysBetween } from '#src/day.ts'
import { serviceException } from '#src/db/schema/index.ts'
import { eveningsOf } from '#src/dropin/nights/evenings.ts'
import { reorderFacts } from '#src/ledger/reorder-facts.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { exported } from '#test/support/exports.ts'
import { ledger } from '#test/support/ledger.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  await ledger(world, 'donor -> shelves C29 100', '2026-11-16')
})
afterEach(() => world.close())

/** 20:00 of a day from Monday 23 November on, with so many people. */
async function hold(day: Day, people: number) {
  await goTo(day)
  await chloe.post('/drop-in/visits/0', { contacts: String(people), version: '1' })
}

async function goTo(day: Day) {
  world.pass(24 * daysBetween(world.today(), day))
  chloe = await clientOf(world, 'coordinator')
}

const say = (day: Day, was: string) => chloe.post('/drop-in/evenings', { day, was })
const evenings = async (days = 7) => {
  const to = world.today()
  const found = await world.database.read((db) =>
    eveningsOf(db, { from: addDays(to, 1 - days), to, today: to }),
  )
  return found.evenings.map(({ day, state, night }) => `${day} ${state} ${night?.contacts ?? '-'}`)
}
/** How open the drop-in was on a day, as the forecast of condoms takes it. */
const exposure = async (day: Day) => {
  const facts = await world.database.read((db) => reorderFacts(db, { today: world.today() }))
  const { channels, startOn } = facts.find(({ item }) => item.code === 'cond') ?? {}
  const channel = channels?.find(({ stream }) => stream === 'drop-in')
  return channel?.open[daysBetween(startOn ?? day, day)]
}
const exceptions = () => world.database.read((db) => db.select().from(serviceException))

test('evenings are as planned or not: held, extra, missed', async () => {
  await hold('2026-11-25', 22)
  await hold('2026-11-27', 31)
  await hold('2026-11-29', 9)
  expect(await evenings(6)).toEqual([
    '2026-11-29 extra 9',
    '2026-11-28 missed -',
    '2026-11-27 held 31',
    '2026-11-26 missed -',
    '2026-11-25 held 22',
  ])
  const { text } = await chloe.get('/drop-in/nights')
  expect(text).toContain('3 nights, 21 people on average, from 9 to 31.')
  expect(text).toContain('Planned, nothing recorded')
})

test('past midnight belongs to the evening', async () => {
  await hold('2026-11-25', 22)
  world.pass(11.5)
  chloe = await clientOf(world, 'coordinator')
  await chloe.post('/drop-in/visits/1', { contacts: '22', version: '2', step: '1' })
  expect(await evenings(1)).toEqual(['2026-11-25 held 23'])
})

test('an evening that was planned counts as open until somebody says that it did not open', async () => {
  await goTo('2026-11-27')
  expect(await exposure('2026-11-25')).toBe(1)
  expect((await say('2026-11-25', 'closed')).location).toBe('/drop-in/nights')
  expect(await exposure('2026-11-25')).toBe(0)
  expect(await exposure('2026-11-26')).toBe(1)
  expect((await evenings(3)).at(-1)).toBe('2026-11-25 closed -')
})

test('saying that it was open after all takes that back, and leaves the calendar as planned', async () => {
  await goTo('2026-11-27')
  await say('2026-11-25', 'closed')
  await say('2026-11-25', 'open')
  expect(await exposure('2026-11-25')).toBe(1)
  expect(await exceptions()).toEqual([])
})

test('an extra night that was recorded, and not opened, is counted as open in one tap', async () => {
  await hold('2026-11-24', 8)
  await goTo('2026-11-26')
  expect(await exposure('2026-11-24')).toBe(0)
  await say('2026-11-24', 'open')
  expect(await exposure('2026-11-24')).toBe(1)
  expect((await evenings(3)).at(-1)).toBe('2026-11-24 held 8')
})

test('a night that was opened with its reason counts as open by itself', async () => {
  await goTo('2026-11-24')
  await chloe.post('/drop-in/nights', { reason: 'Cold snap' })
  await goTo('2026-11-26')
  expect(await exposure('2026-11-24')).toBe(1)
})

test('an evening on which something was recorded was not closed', async () => {
  await hold('2026-11-25', 22)
  const refused = await say('2026-11-25', 'closed')
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Something was recorded on Wednesday, November 25: it was open.')
})

test('saying it twice changes nothing more', async () => {
  await goTo('2026-11-27')
  await say('2026-11-25', 'closed')
  await say('2026-11-25', 'closed')
  expect(await exceptions()).toMatchObject([{ day: '2026-11-25', open: false, version: 1 }])
})

test('a busier evening that did not open can be taken back whole', async () => {
  await goTo('2026-11-24')
  await chloe.post('/calendar/exceptions', {
    ...{ stream: 'drop-in', state: 'open', day: '2026-11-25', until: '' },
    ...{ factor: '160', reason: 'Clinic' },
  })
  await goTo('2026-11-27')
  await say('2026-11-25', 'closed')
  expect(await exposure('2026-11-25')).toBe(0)
  const { text } = await chloe.get('/drop-in/nights')
  const [, path = ''] = text.match(/action="(\/changes\/\d+\/reversal)"/) ?? []
  await chloe.post(path, {})
  expect(await exposure('2026-11-25')).toBe(1.6)
})

test('the spreadsheet has a row an evening', async () => {
  await hold('2026-11-25', 22)
  await goTo('2026-11-26')
  const { text } = await exported(chloe, '/drop-in/nights.csv')
  expect(text.split('\n').slice(0, 3)).toEqual([
    'Day,People,As planned,Planned,Reason',
    '2026-11-26,,Tonight,1,',
    '2026-11-25,22,Held,1,',
  ])
})

test('a night of few leaves without its headcount, nor what the sum of its month would tell', async () => {
  await hold('2026-11-25', 22)
  await hold('2026-11-26', 3)
  await hold('2026-11-27', 31)
  const { text } = await exported(chloe, '/drop-in/nights.csv')
  expect(text).toContain('2026-11-27,31,')
  expect(text).toContain('2026-11-26,<5,')
  expect(text).toContain('2026-11-25,n/d,')
})

test('a season is on the page, and the one before it is behind a link', async () => {
  await hold('2026-11-25', 22)
  await goTo('2027-03-03')
  const { text } = await chloe.get('/drop-in/nights')
  expect(text).not.toContain('November 25')
  const [, path = ''] = text.match(/href="(\/drop-in\/nights\?until=[^"]*)"/) ?? []
  expect((await chloe.get(path)).text).toContain('November 25')
})

test('workers read it and change nothing', async () => {
  await hold('2026-11-27', 22)
  const omar = await clientOf(world, 'outreach')
  const { text } = await omar.get('/drop-in/nights')
  expect(text).toContain('Planned, nothing recorded')
  expect(text).not.toContain('It did not open')
})

test.each([
  ['a day to come', { day: '2026-12-02', was: 'open' }, 'has not happened yet'],
  ['no day', { day: '', was: 'open' }, 'day'],
  ['neither open nor closed', { day: '2026-11-25', was: 'maybe' }, 'Choose one'],
  ['a field that is not on the form', { day: '2026-11-25', was: 'open', x: '1' }, 'out of date'],
])('given %s nothing changes', async (_, fields, sentence) => {
  await goTo('2026-11-27')
  const answer = await chloe.post('/drop-in/evenings', fields)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
  expect(await exceptions()).toEqual([])
})
