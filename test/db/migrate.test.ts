import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Database } from '#src/db/gate.ts'
import { filePath, openDatabase } from '#src/db/open.ts'
import { buildKits } from '#src/kits/build-kits.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { post } from '#src/ledger/post.ts'
import { verify } from '#src/ledger/verify.ts'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { bringBack, give, stopAt, takeBag } from '#test/support/outreach.ts'
import { repository } from '#test/support/source.ts'
import { freshFile, openWorld, setPar, stockUp, temporaryFolder } from '#test/support/world.ts'

const triggersSql = ['ledger', 'visits']
  .map((name) => readFileSync(join(repository, `src/db/${name}.sql`), 'utf8'))
  .join('\n')
const triggers = [...triggersSql.matchAll(/^CREATE TRIGGER (\w+)/gm)].map(([, name]) => name).sort()

const namesOf = async (database: Database, type: 'table' | 'trigger') => {
  const rows = await database.read((db) =>
    db.all<{ name: string }>(
      sql`select name from sqlite_master where type = ${type} order by name`,
    ),
  )
  return rows.map(({ name }) => name)
}

/** Every row of every table. */
async function contents(database: Database): Promise<Record<string, unknown[]>> {
  const tables = await namesOf(database, 'table')
  const rows = await database.read((db) =>
    Promise.all(tables.map((name) => db.all(sql`select * from ${sql.identifier(name)}`))),
  )
  return Object.fromEntries(tables.map((name, index) => [name, rows[index] ?? []]))
}

/** A database file with a history in it, closed. */
async function usedFile() {
  const address = await freshFile()
  const world = await openWorld(address)
  await stockUp(world, [
    { code: 'cond', quantity: 100 },
    { code: '1cc', quantity: 500 },
  ])
  const before = await contents(world.database)
  await world.close()
  return { address, before }
}

/** Opens a database in a process that is killed that long after it has begun to. */
async function killedWhileOpening(url: string, afterMs: number) {
  const program = `
    import { openDatabase } from '#src/db/open.ts'
    console.log('opening')
    await openDatabase({ url: '${url}' })
    setInterval(() => {}, 1000)`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const child = spawn(process.execPath, args, {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await Promise.race([once(child.stdout, 'data'), ended])
  await sleep(afterMs)
  child.kill('SIGKILL')
  await ended
}

describe('opening', () => {
  test('a database that has a history keeps every row, and the book its triggers', async () => {
    const { address, before } = await usedFile()
    const database = await openDatabase(address)
    expect(await contents(database)).toEqual(before)
    expect(before.movement).toHaveLength(2)
    expect(await namesOf(database, 'trigger')).toEqual(triggers)
    expect(await database.read(verify)).toEqual([])
    await database.close()
  })

  test('and being killed in the middle of it, again and again, loses nothing', async () => {
    const { address, before } = await usedFile()
    for (const afterMs of [0, 5, 12, 25, 60]) await killedWhileOpening(address.url, afterMs)
    const database = await openDatabase(address)
    expect(await contents(database)).toEqual(before)
    expect(await namesOf(database, 'trigger')).toEqual(triggers)
    await database.close()
  })

  test('a new database, and being killed before it is whole, can be begun again', async () => {
    const path = join(temporaryFolder(), 'stock.db')
    const url = `file:${path}`
    for (const afterMs of [3, 10, 20, 35, 60]) await killedWhileOpening(url, afterMs)
    expect(existsSync(path)).toBe(true)
    const whole = await openDatabase({ url })
    const fresh = await openDatabase(await freshFile())
    expect(await namesOf(whole, 'table')).toEqual(await namesOf(fresh, 'table'))
    expect(await namesOf(whole, 'trigger')).toEqual(triggers)
    await whole.close()
    await fresh.close()
  })
})

test('a table rebuilt by a migration would have its triggers again at the next opening', async () => {
  const { address } = await usedFile()
  const database = await openDatabase(address)
  await database.alone((drizzle) => drizzle.run(sql`drop trigger movement_leaves`))
  await database.close()
  expect(existsSync(filePath(address.url))).toBe(true)
  const again = await openDatabase(address)
  expect(await namesOf(again, 'trigger')).toEqual(triggers)
  await again.close()
})

test('what ever came to a place before it was kept is read from the movements', async () => {
  const world = await openWorld()
  await ledger(world, 'donor -> central C28 100, cooker 50 / central -> bag1 C28 13')
  await ledger(world, 'bag1 -> central C28 13')
  const came = sql`select * from arrived order by location_id, item_id`
  const before = await world.database.read((db) => db.all(came))
  expect(before).toHaveLength(3)
  const migration = readFileSync(
    join(repository, 'src/db/migrations/0015_fewer-indexes.sql'),
    'utf8',
  )
  const [, reading = ''] = migration.split('--> statement-breakpoint')
  await world.database.alone(async (drizzle) => {
    await drizzle.run(sql`delete from arrived`)
    await drizzle.run(sql.raw(reading))
  })
  expect(await world.database.read((db) => db.all(came))).toEqual(before)
  await world.close()
})

test('what bags carried in before it was kept is reckoned from the movements', async () => {
  const world = await openWorld()
  const omar = await clientOf(world, 'outreach')
  await setPar(world, world.bags.bag1, { cond: 20, cooker: 5 })
  await ledger(world, 'donor -> central C28 100, cooker 50 / donor -> bag1 C28 13, J27 4')
  for (const given of ['cond 12, cooker 5', 'juice 1']) {
    const shift = await takeBag(omar, world.bags.bag1)
    await give(omar, world, await stopAt(omar, shift, world.venues.sky), given)
    await bringBack(omar, shift)
  }
  const carried = sql`select * from carried_in order by shift_id, lot_id`
  const before = await world.database.read((db) => db.all(carried))
  expect(before).toHaveLength(4)
  const migration = readFileSync(join(repository, 'src/db/migrations/0002_carried_in.sql'), 'utf8')
  const [, reckoning = ''] = migration.split('--> statement-breakpoint')
  await world.database.alone(async (drizzle) => {
    await drizzle.run(sql`delete from carried_in`)
    await drizzle.run(sql.raw(reckoning))
  })
  expect(await world.database.read((db) => db.all(carried))).toEqual(before)
  await world.close()
})

test('kits used and losses from before they were kept are reckoned from the movements', async () => {
  const world = await openWorld()
  const kit = world.item('crack').id
  await stockUp(world, kitParts)
  const form = { requestId: '', placeId: world.places.central, quantity: 9 }
  await world.write((tx) => buildKits(tx, kit, form, world.recording()))
  const [lot] = await world.database.read((db) =>
    lotsIn(db, { locationId: world.places.central, itemIds: [kit] }),
  )
  const given = { itemId: kit, lotId: lot?.lotId ?? 0, quantity: 4 }
  const way = { fromId: world.places.central, toId: world.venues.sky }
  const heading = { kind: 'hand-out' as const, happenedOn: world.today() }
  await world.write((tx) => post(tx, heading, [{ ...given, ...way }], world.recording()))
  await ledger(world, 'central -> lost stem 3 / central -> damaged push 1 / lost -> central stem 1')
  const kept = async () => ({
    kits: await world.database.read((db) => db.all(sql`select * from kit_use_by_day`)),
    losses: await world.database.read((db) => db.all(sql`select * from loss_by_day order by 1, 2`)),
  })
  const before = await kept()
  expect(before.kits).toMatchObject([{ day: world.today(), quantity: 4 }])
  expect(before.losses).toMatchObject([{ quantity: 1 }, { quantity: 2 }])
  const migration = readFileSync(join(repository, 'src/db/migrations/0012_reports.sql'), 'utf8')
  const reckonings = migration
    .split('--> statement-breakpoint')
    .filter((statement) => statement.trim().startsWith('INSERT'))
  await world.database.alone(async (drizzle) => {
    await drizzle.run(sql`delete from kit_use_by_day`)
    await drizzle.run(sql`delete from loss_by_day`)
    for (const reckoning of reckonings) await drizzle.run(sql.raw(reckoning))
  })
  expect(await kept()).toEqual(before)
  await world.close()
})

const kitParts = ['stem', 'tube', 'screen', 'push', 'swab', 'cond'].map((code) => ({
  ...{ code, quantity: 60 },
}))
