import { setImmediate as everyoneAnswered } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { advisedAnew, advisedItems, itemsOfTurn } from '#src/advice/advised-items.ts'
import { wallTime } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import { type AsOf, written } from '#src/db/remembered.ts'
import { setting } from '#src/db/schema/index.ts'
import { handedOut } from '#test/alerts/story.ts'
import { story, tell } from '#test/support/book-story.ts'
import { clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { ledger } from '#test/support/ledger.ts'
import { stopAt, takeBag } from '#test/support/outreach.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, setPar, timeZone, type World } from '#test/support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** What a request finds now. */
async function asOf(): Promise<AsOf> {
  const { database, today } = world
  const [found] = await database.read((db) => db.select(written).from(setting))
  if (!found) throw new Error('there are no settings')
  return { database, today: today(), clock: wallTime(world.clock(), timeZone), written: found }
}

async function known() {
  const now = await asOf()
  return advisedItems(now)
}

function anew() {
  return advisedAnew(world.database, { today: world.today() })
}

/** Each reads so many items; the last fewer. */
const turnsFor = (items: number) => Math.ceil((items + 1) / itemsOfTurn)

test('whatever people do, what is remembered of the items is what would be reckoned anew', async () => {
  await setPar(world, world.bags.bag1, { cond: 20, nalox: 4, cooker: 10, crack: 3 })
  await handedOut(world, { code: 'cond', aDay: 20, weeks: 8, left: 300 })
  await handedOut(world, { code: 'inj', aDay: 5, weeks: 8, left: 50 })
  await known()
  for (const steps of fc.sample(story(4), { seed: 20261123, numRuns: 12 })) {
    await tell(world, steps)
    expect(await known()).toEqual(await anew())
  }
})

test('an edit, a delivery and a new day change what they touch', async () => {
  await handedOut(world, { code: 'cond', aDay: 20, weeks: 8, left: 300 })
  await known()
  const chloe = await clientOf(world, 'coordinator')
  const closed = { stream: 'outreach', state: 'closed', day: '2026-11-24', until: '2026-12-24' }
  await chloe.post('/calendar/exceptions', { ...closed, factor: '100', reason: '' })
  expect(await known()).toEqual(await anew())
  const line = { 'lines.0.item': 'cond', 'lines.0.quantity': '144', 'lines.0.pack': '' }
  await chloe.post('/orders', { supplier: 'Cactus', ...line, 'lines.0.unitPrice': '' })
  await chloe.post('/orders/1/sending', { seen: '1', sentOn: world.today(), expectedOn: '' })
  expect(await known()).toEqual(await anew())
  world.pass(24)
  expect(await known()).toEqual(await anew())
})

test('a hand-out of one item leaves the others as they were, and costs three statements', async () => {
  await ledger(world, 'opening -> central cooker 50, swab 50')
  const before = await known()
  await ledger(world, 'central -> sky cooker 3')
  const now = await asOf()
  const sent = await statementsOf(world.database, () => advisedItems(now))
  expect(sent).toHaveLength(3)
  const after = await known()
  const [cooker, swab] = [world.item('cooker').id, world.item('swab').id]
  expect(after.get(cooker)?.facts.usable).toBe(47)
  expect(after.get(swab)).toBe(before.get(swab))
})

test('what is edited of something else changes no item, and costs one statement', async () => {
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 600 })
  const chloe = await clientOf(world, 'coordinator')
  const aside = `/alerts/${world.item('cond').id}/snooze`
  const page = (await chloe.get(aside)).text
  const before = await known()
  const wait = { ...fieldsOf(page, aside), wait: 'day', untilOn: '2026-11-30' }
  expect((await chloe.post(aside, wait)).status).toBe(303)
  await setPar(world, world.bags.bag1, { cond: 20 })
  const omar = await clientOf(world, 'outreach')
  const shift = await takeBag(omar, world.bags.bag2)
  const visit = await stopAt(omar, shift, world.venues.sky)
  expect((await omar.post(visit, { contacts: '3', version: '1' })).status).toBe(303)
  const now = await asOf()
  expect(await statementsOf(world.database, () => advisedItems(now))).toHaveLength(1)
  const after = await known()
  for (const [id, advised] of after) expect(advised).toBe(before.get(id))
})

test('whoever waits for a page waits for a few items at most, however many there are', async () => {
  const { database } = world
  let turns = 0
  let others = 0
  const counted: Database = {
    ...database,
    read: (work) => {
      turns++
      return database.read(work)
    },
  }
  let isOver = false
  const reckoning = advisedAnew(counted, { today: world.today() }).finally(() => {
    isOver = true
  })
  while (!isOver) {
    await database.read((db) => db.all('select 1'))
    await everyoneAnswered()
    others++
  }
  const { size } = await reckoning
  expect(size).toBeGreaterThan(2 * itemsOfTurn)
  expect(turns).toBe(turnsFor(size))
  // One of them at least was let in between any two turns, and at each item reckoned with.
  expect(others).toBeGreaterThanOrEqual(size)
})

test('several who ask at once wait for one reckoning', async () => {
  const now = await asOf()
  const sent = await statementsOf(world.database, async () => {
    const [one, other] = await Promise.all([advisedItems(now), advisedItems(now)])
    expect(one).toBe(other)
  })
  expect(sent).toHaveLength(1 + 2 * turnsFor((await known()).size))
})

test('kits that come in change their components too', async () => {
  await handedOut(world, { code: 'inj', aDay: 5, weeks: 8, left: 50 })
  const before = await known()
  await ledger(world, 'opening -> central inj 10')
  const cooker = world.item('cooker').id
  expect((await known()).get(cooker)?.facts.inKits).not.toBe(before.get(cooker)?.facts.inKits)
})

test('while nothing is written, nothing is read', async () => {
  const now = await asOf()
  await known()
  expect(await statementsOf(world.database, () => advisedItems(now))).toHaveLength(0)
})

test('others are answered while the items are reckoned, between each and the next', async () => {
  await handedOut(world, { code: 'cond', aDay: 20, weeks: 8, left: 300 })
  let turns = 0
  let isOver = false
  const turn = () => {
    turns++
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  const items = await anew()
  isOver = true
  expect(turns).toBeGreaterThanOrEqual(items.size)
})
