// Ten units, forty people who each want one, all at once. Ten get one, thirty are told there is none, and
// nobody is given the unit of somebody else.
import { join } from 'node:path'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import { post } from '#src/ledger/post.ts'
import { verify } from '#src/ledger/verify.ts'
import { Refusal } from '#src/refusal.ts'
import { startSqld } from '#test/support/sqld.ts'
import { builtInLot, openWorld, stockUp, temporaryFolder, type World } from '#test/support/world.ts'
import { type Proof, type Report, together } from './report.ts'

const people = 40
const units = 10

/** Size: how many rounds. */
export const lastUnit: Proof = async ({ size }) => {
  const world = await openWorld()
  try {
    return await rounds(world, size)
  } finally {
    await world.close()
  }
}

/** The same with the book on a libSQL server, through two clients that know nothing of each other. */
export const lastUnitOnAServer: Proof = async ({ size }) => {
  const directory = join(temporaryFolder(), 'server')
  const server = await startSqld({ directory })
  const world = await openWorld({ url: server.url })
  const other = await openDatabase({ url: server.url })
  try {
    return await rounds(world, size, other)
  } finally {
    await world.close()
    await other.close()
    await server.stop()
  }
}

async function rounds(world: World, size: number, other: Database = world.database) {
  const reports: Report[] = []
  for (let round = 1; round <= size; round++) reports.push(await oneRound(world, other))
  const differences = await world.database.read(verify)
  const wrong = differences.map((each) => `verify: ${JSON.stringify(each)}`)
  return together([...reports, { did: {}, wrong }])
}

async function oneRound(world: World, other: Database): Promise<Report> {
  await stockUp(world, [{ code: 'stem', quantity: units }])
  const lotId = await builtInLot(world, 'stem')
  const one = { itemId: world.item('stem').id, lotId, quantity: 1 }
  const answers = await Promise.all(
    Array.from({ length: people }, (_, person) => {
      const database = person % 2 === 0 ? world.database : other
      const toId = world.venues.sky
      const movement = { ...one, fromId: world.places.central, toId }
      return database.write((tx) =>
        post(tx, { kind: 'hand-out', happenedOn: world.today() }, [movement], world.recording()),
      )
    }),
  )
  const refused = answers.filter((answer) => answer instanceof Refusal)
  const codes = new Set(refused.map(({ code }) => code))
  const given = people - refused.length
  return {
    did: { rounds: 1, given, refused: refused.length },
    wrong: [
      ...(given === units ? [] : [`${given} of ${units} units were given`]),
      ...[...codes].filter((code) => code !== 'short').map((code) => `refused as ${code}`),
    ],
  }
}
