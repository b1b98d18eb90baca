// The same stories on both engines: a database file, and a libSQL server.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, onTestFinished } from 'vitest'
import { begin } from '#src/catalog/starter.ts'
import { openDatabase } from '#src/db/open.ts'
import { sqldAvailable, startSqld } from './sqld.ts'
import { openWorld, temporaryFolder, type World } from './world.ts'

/**
 * Tells the stories twice. Open the world in a `beforeEach` or in a test, and close it as always:
 *
 *   onBothEngines('a bag', (open) => {
 *     let world: World
 *     beforeEach(async () => { world = await open() })
 *     afterEach(() => world.close())
 *   })
 */
export function onBothEngines(name: string, stories: (open: () => Promise<World>) => void) {
  describe(`${name}, in a file`, () => stories(() => openWorld()))
  describe.skipIf(!sqldAvailable)(`${name}, on a server`, () => stories(openRemoteWorld))
}

let migrated: Promise<string> | undefined

// Migrating over HTTP is slow; each server starts from a copy of one that this process migrated once.
async function openRemoteWorld(): Promise<World> {
  migrated ??= migratedFolder()
  const directory = join(temporaryFolder(), 'server')
  cpSync(await migrated, directory, { recursive: true })
  const server = await startSqld({ directory })
  onTestFinished(server.stop)
  return openWorld({ url: server.url })
}

async function migratedFolder(): Promise<string> {
  const directory = temporaryFolder()
  const server = await startSqld({ directory })
  const database = await openDatabase({ url: server.url })
  await database.write((tx) => begin(tx, '2026-11-23'))
  await database.close()
  await server.stop()
  return directory
}
