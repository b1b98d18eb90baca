import { count, like } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { donation, jobRun, request } from '#src/db/schema/index.ts'
import { startNightly } from '#src/jobs/nightly.ts'
import { pruneRequests } from '#src/jobs/prune-requests.ts'
import { clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { timeZone, type World } from '#test/support/world.ts'

const today = '2026-11-23'

onBothEngines('the answers to requests', (open) => {
  let world: World
  beforeEach(async () => {
    world = await open()
  })
  afterEach(() => world.close())

  /** So many requests answered so many days ago. */
  const answered = (many: number, daysAgo: number) =>
    world.write((tx) =>
      tx.insert(request).values(
        Array.from({ length: many }, (_, index) => ({
          ...{ id: `${daysAgo} days ago, ${index}`, fingerprint: 'f', answer: '1' },
          recordedOn: addDays(today, -daysAgo),
        })),
      ),
    )
  const kept = async () => {
    const [row] = await world.database.read((db) =>
      db.select({ many: count() }).from(request).where(like(request.id, '%days ago%')),
    )
    return row?.many
  }

  test('of more than 60 days ago go, however many, and the others stay', async () => {
    await answered(1300, 61)
    await answered(300, 60)
    await answered(200, 0)
    expect(await pruneRequests(world.database, today)).toBe(1300)
    expect(await kept()).toBe(500)
    expect(await pruneRequests(world.database, today)).toBe(0)
  })

  test('go a few at a time: a write that comes meanwhile does not wait for the last', async () => {
    for (const daysAgo of [90, 91, 92]) await answered(3000, daysAgo)
    const pruned = pruneRequests(world.database, today)
    await world.write((tx) => tx.insert(jobRun).values({ name: 'a write', startedAt: 0 }))
    expect(await kept()).toBeGreaterThan(0)
    expect(await pruned).toBe(9000)
  })

  test('go each night and at the start, and when it was last done is known', async () => {
    await answered(10, 61)
    await startNightly({ database: world.database, clock: world.clock, timeZone }).stop()
    expect(await kept()).toBe(0)
    expect(await world.database.read((db) => db.select().from(jobRun))).toMatchObject([
      { name: 'pruning', startedAt: world.clock(), succeeded: true, message: '10' },
    ])
  })

  test('gone, the same donation sent again is refused and counted once', async () => {
    const sam = await clientOf(world, 'stock')
    const gift = {
      ...{ requestId: '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b11', donor: '', value: '' },
      ...{ receivedOn: today, placeId: String(world.places.central) },
      ...{ 'lines.0.item': 'soap', 'lines.0.quantity': '36', 'lines.0.pack': '' },
      ...{ 'lines.0.lotCode': '', 'lines.0.expiresOn': '' },
    }
    expect((await sam.post('/donations', gift)).status).toBe(303)
    expect(await pruneRequests(world.database, addDays(today, 61))).toBe(1)
    const again = await sam.post('/donations', gift)
    expect(again.status).toBe(422)
    expect(again.text).toContain('already saved')
    expect(await world.database.read((db) => db.select().from(donation))).toHaveLength(1)
  })
})
