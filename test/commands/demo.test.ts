import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { advisedAnew } from '#src/advice/advised-items.ts'
import { alertsOf } from '#src/alerts/queries.ts'
import { createApp } from '#src/app.tsx'
import { type DemoOptions, fillDemo } from '#src/commands/demo/fill-demo.ts'
import { addDemoLinks, linesOf } from '#src/commands/demo/links.ts'
import { sumsOf } from '#src/commands/demo/sums.ts'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import { bagOut, entry, lot, visit } from '#src/db/schema/index.ts'
import { onOrder } from '#src/ledger/on-order.ts'
import { verify } from '#src/ledger/verify.ts'
import { newKeyPair } from '#src/phones/seal.ts'
import { stockLevels } from '#src/planning/item-advice.ts'
import { Refusal } from '#src/refusal.ts'
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
    const board = alertsOf(await database.read((db) => advisedAnew(db, { today })))
    expect(new Set(board.map(({ level }) => level))).toEqual(new Set(stockLevels))
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
    expect(await database.read(onOrder)).not.toHaveLength(0)
    const held = await database.read((db) => db.select().from(lot).where(isNotNull(lot.heldOn)))
    expect(held).not.toHaveLength(0)
    const [open] = await database.read((db) =>
      db.all(sql`select id from stocktake
        where not exists (select 1 from entry where stocktake_id = stocktake.id)`),
    )
    expect(open).toBeDefined()
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

describe('the links of the demo', () => {
  test('are one line a role: the role and its address', () => {
    const links = [{ role: 'stock' as const, token: 'abc' }]
    expect(linesOf(links, 'http://127.0.0.1:3000')).toEqual([
      'stock http://127.0.0.1:3000/demo-sign-in/abc',
    ])
  })

  test('sign in somebody of each role, once', async () => {
    const now = startOfTime + 60_000
    let made = 0
    const newToken = () => `token-${++made}`
    const links = await database.write((tx) => addDemoLinks(tx, { now, newToken }))
    if (links instanceof Refusal) throw links
    expect(links.map(({ role }) => role)).toEqual(['stock', 'outreach', 'coordinator', 'admin'])
    for (const { token } of links) {
      expect(await enter(token, now)).toBe(303)
      expect(await enter(token, now)).toBe(404)
    }
  })
})

/** Presses the button of a link, as the app would be asked at the next start. @returns the status */
async function enter(token: string, now: number): Promise<number> {
  const app = createApp({
    ...{ database, clock: () => now, newId: () => crypto.randomUUID(), keeping: null, timeZone },
    ...{ sendsMail: false },
    ...{
      newToken: () => crypto.randomUUID(),
      newKeyPair,
      secure: false,
      publicUrl: null,
      trustProxy: false,
    },
    ...{ startedAt: now, log: () => {} },
  })
  const origin = 'http://localhost'
  const answer = await app.request(`${origin}/demo-sign-in/${token}`, {
    method: 'POST',
    headers: {
      ...{ origin, 'sec-fetch-site': 'same-origin' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ requestId: crypto.randomUUID() }).toString(),
  })
  return answer.status
}
