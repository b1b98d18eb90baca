import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { fileClient } from '#src/db/file-client.ts'
import { type Database, gate, Overloaded, type Tx } from '#src/db/gate.ts'
import * as schema from '#src/db/schema/index.ts'
import { donation, location } from '#src/db/schema/index.ts'
import { Refusal, refuse } from '#src/refusal.ts'
import { clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { openWorld, stockUp, temporaryFolder, type World } from '#test/support/world.ts'

const donations = (database: Database) => database.read((db) => db.select().from(donation))

const donate = (tx: Tx, world: World) =>
  tx.insert(donation).values({ donorId: world.places.donor, receivedOn: '2026-11-23' })

onBothEngines('the gate', (open) => {
  let world: World

  beforeEach(async () => {
    world = await open()
  })
  afterEach(() => world.close())

  test('keeps nothing of a command that was refused, and hands the refusal back', async () => {
    const answer = await world.database.write(async (tx) => {
      await donate(tx, world)
      refuse('notFound', {})
    })
    expect(answer).toBeInstanceOf(Refusal)
    expect(await donations(world.database)).toEqual([])
  })

  test('reads columns that a number names', async () => {
    const [row] = await world.database.read((db) =>
      db.select({ five: sql`5`, none: sql`0` }).from(location).limit(1),
    )
    expect(row).toEqual({ five: 5, none: 0 })
  })

  test('keeps nothing of a command that broke, and lets the next one in', async () => {
    const broken = world.database.write(async (tx) => {
      await donate(tx, world)
      throw new Error('the power of the toaster')
    })
    await expect(broken).rejects.toThrow('toaster')
    expect(await world.write((tx) => donate(tx, world))).toBeDefined()
    expect(await donations(world.database)).toHaveLength(1)
  })

  test('turns what the triggers refuse into a refusal', async () => {
    await stockUp(world, [{ code: 'cond', quantity: 10 }])
    const retired = { retiredOn: '2026-11-23' }
    const answer = await world.refused((tx) =>
      tx.update(location).set(retired).where(eq(location.id, world.places.central)),
    )
    expect(answer.code).toBe('holdsStock')
  })

  test('shows a reader whole commands only, however they crowd', async () => {
    const pair = (tx: Tx) => donate(tx, world).then(() => donate(tx, world))
    const seen: number[] = []
    await Promise.all(
      Array.from({ length: 60 }, (_, turn) =>
        turn % 2 === 0
          ? world.write(pair)
          : donations(world.database).then((rows) => seen.push(rows.length)),
      ),
    )
    expect(seen).toHaveLength(30)
    expect(seen.filter((count) => count % 2 === 1)).toEqual([])
    expect(await donations(world.database)).toHaveLength(60)
  })

  test('lets one alone while it copies, and then the others', async () => {
    let copied = false
    const copy = world.database.alone(async () => {
      await new Promise((done) => setTimeout(done, 30))
      copied = true
    })
    const read = donations(world.database).then(() => copied)
    expect(await read).toBe(true)
    await copy
  })
})

describe('too many at once', () => {
  let world: World

  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  /** Fills the queue to its bound while one is alone inside; `open` lets everybody through. */
  const crowd = () => {
    let open = () => {}
    const inside = world.database.alone(() => new Promise<void>((done) => (open = done)))
    const waiting = Array.from({ length: 500 }, () => donations(world.database))
    return { inside, waiting, open: () => open() }
  }

  test('are turned away at once, and those who waited are served', async () => {
    const { inside, waiting, open } = crowd()
    await expect(donations(world.database)).rejects.toThrow(Overloaded)
    open()
    await inside
    expect(await Promise.all(waiting)).toHaveLength(500)
    expect(await donations(world.database)).toEqual([])
  })

  test('are told to come back in five seconds', async () => {
    const sam = await clientOf(world, 'stock')
    const { inside, waiting, open } = crowd()
    const answer = await sam.get('/donations')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(answer.text).toContain('Try again in a few seconds')
    open()
    await Promise.all([inside, ...waiting])
    expect((await sam.get('/donations')).status).toBe(200)
  })
})

describe('a lock that somebody else holds', () => {
  /** A gate over a file that others may lock: ours never lets them, so that it cannot happen. */
  async function sharedFile(beforeHealing: () => Promise<void>) {
    const path = join(temporaryFolder(), 'shared.db')
    const url = `file:${path}`
    const client = fileClient(path, undefined)
    await client.executeMultiple('PRAGMA journal_mode = WAL; CREATE TABLE note (words TEXT)')
    const opened = drizzle(client, { schema })
    const database = gate({
      ...{ kind: 'file', turns: 1, drizzle: opened },
      write: (work) => client.write(() => work(opened as unknown as Tx)),
      heal: async () => {
        await beforeHealing()
        await client.reconnect()
      },
      close: async () => client.close(),
    })
    onTestFinished(() => database.close())
    return { database, url }
  }

  const note = (database: Database) =>
    database.write((tx) => tx.run(sql`insert into note values ('saved')`))

  const notes = (database: Database) => database.read((db) => db.all(sql`select * from note`))

  let stranger: Client

  const lock = async (url: string) => {
    stranger = createClient({ url, concurrency: 1 })
    const locked = await stranger.transaction('write')
    return () => locked.rollback()
  }

  test('and lets go of delays a command, which then counts once', async () => {
    let unlock = async () => {}
    const { database, url } = await sharedFile(() => unlock())
    unlock = await lock(url)
    await note(database)
    expect(await notes(database)).toHaveLength(1)
    stranger.close()
  })

  test('and keeps fails the command, and the next one works without a restart', async () => {
    const { database, url } = await sharedFile(async () => {})
    const unlock = await lock(url)
    await expect(note(database)).rejects.toThrow()
    await unlock()
    stranger.close()
    await note(database)
    expect(await notes(database)).toHaveLength(1)
  })
})
