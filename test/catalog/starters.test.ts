import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { completeStarters } from '#src/catalog/complete-starters.ts'
import { firstVisitLines } from '#src/catalog/first-visit.ts'
import { binType, family, item } from '#src/db/schema/index.ts'
import { clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

/** As a database was begun before there were bins, first visits and sizes. */
const makeOlder = (world: World) =>
  world.write(async (tx) => {
    for (const table of ['first_visit_line', 'bin_type']) {
      await tx.run(sql`delete from ${sql.identifier(table)}`)
    }
    await tx.update(item).set({ familyId: null })
    await tx.delete(family)
  })

describe('a database that was begun by an older version', () => {
  let world: World
  const complete = () => world.write((tx) => completeStarters(tx, world.recording()))
  const kinds = () => world.database.read((db) => db.select().from(binType))
  const list = async () => {
    const lines = await world.database.read(firstVisitLines)
    return lines.map(({ item: { code }, quantity }) => `${code} ${quantity}`).join(', ')
  }
  const sizes = async () => {
    const rows = await world.database.read((db) => db.select().from(item))
    return rows.flatMap(({ code, size, familyId }) => (familyId === null ? [] : `${code} ${size}`))
  }

  beforeEach(async () => {
    world = await openWorld()
    await makeOlder(world)
  })
  afterEach(() => world.close())

  test('gets what a new one begins with, and says so in the changes', async () => {
    await complete()
    expect(await kinds()).toMatchObject([
      { nameEn: '1.4 L container', itemId: world.item('bin14').id },
      { nameEn: '5 L container', itemId: world.item('bin5').id },
    ])
    expect(await list()).toBe('cond 50, pamph 10, bin14 1')
    expect(await sizes()).toEqual(['undm M', 'undl L'])
    const sam = await clientOf(world, 'stock')
    expect((await sam.get('/bin-types')).text).toContain('1.4 L container')
    expect((await sam.get('/changes')).text).toContain('First visit')
  })

  test('gets each thing once, however often it starts', async () => {
    await complete()
    await complete()
    expect(await kinds()).toHaveLength(2)
    expect(await list()).toBe('cond 50, pamph 10, bin14 1')
    expect(await world.database.read((db) => db.select().from(family))).toHaveLength(1)
  })

  test('keeps what was decided since: a list that was emptied, kinds that were retired', async () => {
    await complete()
    const sam = await clientOf(world, 'stock')
    const edited = { seen: String(await lastSeen()), 'lines.0.item': '', 'lines.0.quantity': '' }
    expect((await sam.post('/venues/first-visit', edited)).status).toBe(303)
    await world.write((tx) => tx.update(binType).set({ retiredOn: world.today() }))
    await complete()
    expect(await list()).toBe('')
    expect((await kinds()).every(({ retiredOn }) => retiredOn !== null)).toBe(true)
  })

  test('has bins of nobody where it has no containers, and leaves sizes that were given alone', async () => {
    await world.write(async (tx) => {
      await tx.update(item).set({ retiredOn: '2026-01-01' }).where(eq(item.code, 'bin5'))
      await tx.update(item).set({ size: 'S' }).where(eq(item.code, 'undm'))
    })
    await complete()
    expect(await kinds()).toMatchObject([{ itemId: world.item('bin14').id }, { itemId: null }])
    expect(await sizes()).toEqual([])
  })

  test('of today lacks nothing', async () => {
    const newer = await openWorld()
    const sums = () =>
      newer.database.read((db) =>
        db.all(sql`select (select count(*) from bin_type) as kinds,
        (select count(*) from change_log) as changes`),
      )
    const before = await sums()
    await newer.write((tx) => completeStarters(tx, newer.recording()))
    expect(await sums()).toEqual(before)
    await newer.close()
  })

  const lastSeen = async () => {
    const [row] = await world.database.read((db) =>
      db.all<{ id: number }>(
        sql`select max(id) as id from change_log where table_name = 'first_visit_line'`,
      ),
    )
    return row?.id ?? 0
  }
})
