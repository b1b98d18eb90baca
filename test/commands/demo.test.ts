import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { and, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advisedAnew } from '#src/advice/advised-items.ts'
import { alertsOf } from '#src/alerts/queries.ts'
import { snoozes } from '#src/alerts/snooze/queries.ts'
import { type DemoOptions, fillDemo } from '#src/commands/demo/fill-demo.ts'
import { sumsOf } from '#src/commands/demo/sums.ts'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import {
  bagOut,
  cleanUp,
  entry,
  item,
  location,
  lot,
  observation,
  recovery,
  route,
  unmet,
  visit,
} from '#src/db/schema/index.ts'
import { tonightAt } from '#src/dropin/tonight.ts'
import { eventPlaces } from '#src/events/queries.ts'
import { byDue, standingBins } from '#src/ledger/bins.ts'
import { onOrder } from '#src/ledger/on-order.ts'
import { plannedStops } from '#src/ledger/planned-stops.ts'
import { verify } from '#src/ledger/verify.ts'
import { stockLevels } from '#src/planning/item-advice.ts'
import { figuresByMonth } from '#src/sharps/ratio/queries.ts'
import { ratioOf, sumOf } from '#src/sharps/ratio/return-ratio.ts'
import { lateEntries } from '#src/shifts/late/queries.ts'
import { repository } from '#test/support/source.ts'
import { openWorld, startOfTime, stockUp, temporaryFolder, timeZone } from '#test/support/world.ts'

let database: Database
const months: string[] = []

beforeAll(async () => {
  database = await openDatabase({ url: `file:${join(temporaryFolder(), 'demo.db')}` })
  await fillDemo(optionsOf(database, { months: 2, onMonth: (month) => months.push(month) }))
})
afterAll(() => database.close())

const optionsOf = (into: Database, options: Partial<DemoOptions> = {}): DemoOptions => ({
  ...{ database: into, now: startOfTime, timeZone, months: 1, onMonth: () => {} },
  passwordHash: 'of a password that nobody knows',
  ...options,
})

const today = '2026-11-23'

describe('the demo', () => {
  test('goes from the first of a month to yesterday, and adds up', async () => {
    expect(months).toEqual(['2026-09', '2026-10', '2026-11'])
    const [days] = await database.read((db) =>
      db
        .select({ first: sql`min(${entry.happenedOn})`, last: sql`max(${entry.happenedOn})` })
        .from(entry)
        .where(sql`${entry.happenedOn} < ${today}`),
    )
    expect(days).toEqual({ first: '2026-09-01', last: '2026-11-21' })
    expect(await database.read(verify)).toEqual([])
  })

  test('has visits, units handed out, and entries of every kind but past use', async () => {
    const { visits, units, entries } = await database.read(sumsOf)
    expect(visits).toBeGreaterThan(500)
    expect(units).toBeGreaterThan(10_000)
    expect(entries).toBeGreaterThan(1000)
    const kinds = await database.read((db) => db.selectDistinct({ kind: entry.kind }).from(entry))
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(
      [
        ...['build', 'check-out', 'count', 'donation', 'hand-out', 'loss', 'lot-correction'],
        ...['opening', 'receipt', 'return', 'transfer'],
      ].sort(),
    )
  })

  test('has something of every level on the board', async () => {
    const board = alertsOf(await advisedAnew(database, { today }))
    expect(new Set(board.map(({ level }) => level))).toEqual(new Set(stockLevels))
  })

  test('has saved routes that bags follow, with stops made and others passed by', async () => {
    const found = await database.read((db) => db.select().from(route))
    expect(found.length).toBeGreaterThan(3)
    const [{ made, passed } = { made: 0, passed: 0 }] = await database.read((db) =>
      db.all<{ made: number; passed: number }>(sql`
        select sum(visit.id is not null) as made, sum(planned_stop.skipped) as passed
        from planned_stop left join visit on visit.shift_id = planned_stop.shift_id
          and visit.venue_id = planned_stop.venue_id`),
    )
    expect(made).toBeGreaterThan(100)
    expect(passed).toBeGreaterThan(3)
  })

  test('has work beside shifts: events that were held, one to come, neighbours and contacts online', async () => {
    const places = await database.read(eventPlaces)
    const held = places.filter(({ lastOn }) => lastOn !== null)
    expect(new Set(held.map(({ role }) => role))).toEqual(
      new Set(['event', 'neighbour', 'online', 'home']),
    )
    expect(places.some(({ startsOn }) => startsOn !== null && startsOn > today)).toBe(true)
    const given = await database.read((db) =>
      db.all(sql`select 1 from consumption_by_day where stream = 'events' and quantity > 0`),
    )
    expect(given.length).toBeGreaterThan(5)
  })

  test('has bins at venues, some of them overdue, and sharps that came back in every way', async () => {
    const bins = byDue(await database.read(standingBins), today)
    expect(bins.length).toBeGreaterThan(5)
    const overdue = bins.filter(({ daysUntilDue }) => daysUntilDue !== null && daysUntilDue < 0)
    expect(overdue.length).toBeGreaterThan(0)
    expect(overdue.length).toBeLessThan(bins.length)
    const ways = await database.read((db) =>
      db.selectDistinct({ source: recovery.source, method: recovery.method }).from(recovery),
    )
    expect(new Set(ways.map(({ source }) => source))).toEqual(
      new Set(['drop-in', 'people', 'bin', 'clean-up']),
    )
    expect(new Set(ways.map(({ method }) => method))).toEqual(
      new Set(['count', 'container', 'weight']),
    )
    const rounds = await database.read((db) => db.select().from(cleanUp))
    expect(new Set(rounds.map(({ sector }) => sector)).size).toBeGreaterThan(2)
    expect(rounds.some(({ glovesBack }) => glovesBack === null)).toBe(true)
  })

  test('has a return ratio that could be one', async () => {
    const span = { from: '2026-09-01', to: today }
    const { months } = await database.read((db) => figuresByMonth(db, span))
    const ratio = ratioOf(sumOf([...months.values()]))
    expect(ratio?.likely).toBeGreaterThan(0.3)
    expect(ratio?.likely).toBeLessThan(1.2)
  })

  test('has what was asked for in vain outside and at the drop-in', async () => {
    const asked = await database.read((db) =>
      db
        .selectDistinct({ stream: location.stream })
        .from(unmet)
        .innerJoin(location, eq(location.id, unmet.venueId)),
    )
    expect(asked.map(({ stream }) => stream).sort()).toEqual(['drop-in', 'outreach'])
  })

  test('has a sheet of paper that was typed in on a later day', async () => {
    const reader = { role: 'office' as const }
    const late = await database.read((db) => lateEntries(db, { before: null, size: 50, reader }))
    const stops = late.filter(({ recordedOn }) => recordedOn === '2026-11-18')
    expect(stops.length).toBeGreaterThan(1)
    expect(new Set(stops.map(({ happenedOn }) => happenedOn))).toEqual(new Set(['2026-11-12']))
  })

  test('has an alert put aside, agreements to look at again, and a kitchen that is seen', async () => {
    expect([...(await database.read((db) => snoozes(db, today))).values()]).toMatchObject([
      { level: 'surplus', snoozedOn: today, by: 'Chloé' },
    ])
    const isDue = and(isNull(location.retiredOn), lte(location.agreementReviewOn, today))
    const due = await database.read((db) => db.select().from(location).where(isDue))
    expect(due.length).toBeGreaterThan(0)
    const seen = await database.read((db) =>
      db
        .selectDistinct({ code: item.code, kind: observation.kind })
        .from(observation)
        .innerJoin(item, eq(item.id, observation.itemId)),
    )
    for (const code of ['bread', 'produce']) {
      const kinds = seen.filter((each) => each.code === code).map(({ kind }) => kind)
      expect(kinds.sort()).toEqual(['intake', 'level', 'use'])
    }
  })

  test('leaves a bag out since today, an order open, a lot held and a count under way', async () => {
    const [out] = await database.read((db) => db.select().from(bagOut))
    const [stop] = await database.read((db) =>
      db
        .select()
        .from(visit)
        .where(eq(visit.shiftId, out?.shiftId ?? 0)),
    )
    expect(stop?.happenedOn).toBe(today)
    const stops = await database.read((db) => plannedStops(db, out?.shiftId ?? 0))
    expect(new Set(stops.map(({ state }) => state))).toEqual(
      new Set(['done', 'skipped', 'next', 'later']),
    )
    expect(await database.read(onOrder)).not.toHaveLength(0)
    const held = await database.read((db) => db.select().from(lot).where(isNotNull(lot.heldOn)))
    expect(held).not.toHaveLength(0)
    const [open] = await database.read((db) =>
      db.all(sql`select id from stocktake
        where not exists (select 1 from entry where stocktake_id = stocktake.id)`),
    )
    expect(open).toBeDefined()
  })

  test('opens the drop-in tonight where the calendar says so, and has people in it once it is late', async () => {
    const wednesdayEvening = startOfTime + 2 * 86_400_000 + 6 * 3_600_000
    const other = await openDatabase({ url: `file:${join(temporaryFolder(), 'evening.db')}` })
    await fillDemo(optionsOf(other, { months: 0, now: wednesdayEvening }))
    const { night } = await other.read((db) => tonightAt(db, '2026-11-25'))
    expect(night?.closedOn).toBe(null)
    expect(night?.contacts).toBeGreaterThan(0)
    expect(await other.read(verify)).toEqual([])
    await other.close()
    const { night: onMonday } = await database.read((db) => tonightAt(db, today))
    expect(onMonday).toBe(null)
  })

  test('is the same each time', async () => {
    const sums = []
    for (const name of ['one.db', 'other.db']) {
      const other = await openDatabase({ url: `file:${join(temporaryFolder(), name)}` })
      await fillDemo(optionsOf(other, { months: 0 }))
      sums.push(await other.read(sumsOf))
      await other.close()
    }
    expect(sums[0]).toEqual(sums[1])
  })

  test('is refused where somebody or something is already, and then writes nothing', async () => {
    const before = await database.read(sumsOf)
    expect(await fillDemo(optionsOf(database))).toBe(false)
    expect(await database.read(sumsOf)).toEqual(before)
  })

  test('as a command says why it is refused, in a sentence', async () => {
    const url = `file:${join(temporaryFolder(), 'used.db')}`
    const world = await openWorld({ url })
    await stockUp(world, [{ code: 'cond', quantity: 1 }])
    await world.close()
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/commands/demo.ts'], {
      ...{ cwd: repository, env: { PATH: process.env.PATH, DATABASE_URL: url } },
    })
    await expect(run).rejects.toMatchObject({ code: 78, stderr: expect.stringContaining('empty') })
  })
})
