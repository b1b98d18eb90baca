// A mail server that never answers holds up neither the app nor its end, and nothing is taken for sent.
import { expect, test } from 'vitest'
import { startDigests } from '#src/alerts/digest/start-digests.ts'
import { digest } from '#src/db/schema/index.ts'
import { mailBy } from '#src/jobs/mail.ts'
import { clientOf } from '#test/support/client.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { openWorld, timeZone } from '#test/support/world.ts'
import { digestMessage } from '#views/alerts/digest/message.tsx'
import { handedOut } from '../story.ts'

test('the app goes on and ends while a mail server does not answer; the message goes the next time', async () => {
  const world = await openWorld()
  const { database, clock, people } = world
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
  const mine = { personId: people.coordinator, address: 'chloe@example.org' }
  await world.write((tx) => tx.insert(digest).values(mine))
  const digests = (port: number) => {
    const server = { host: '127.0.0.1', port, encryption: 'none', login: null } as const
    const mail = mailBy({ ...server, from: 'relais@example.org' }, 'localhost')
    const around = { database, clock, timeZone, url: 'http://localhost', log: () => {} }
    return startDigests({ ...around, mail, write: digestMessage })
  }
  let reached = 0
  const silent = await mailServer({
    authOptional: true,
    onData: () => {
      reached += 1
    },
  })
  const stuck = digests(silent.port)
  await expect.poll(() => reached, { timeout: 20_000 }).toBe(1)
  const chloe = await clientOf(world, 'coordinator')
  expect((await chloe.get('/alerts')).status).toBe(200)
  await stuck.stop()
  const [row] = await database.read((db) => db.select().from(digest))
  expect(row).toMatchObject({ seenToOn: null, sentOn: null })

  world.pass(1)
  const good = await mailServer({ authOptional: true })
  const sending = digests(good.port)
  await expect.poll(() => good.received, { timeout: 20_000 }).toHaveLength(1)
  await sending.stop()
  await world.close()
})
