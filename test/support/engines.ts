// The same stories on both engines: a database file, and a libSQL server.
import { describe } from 'vitest'
import { freshServer } from './fresh-server.ts'
import { sqldAvailable } from './sqld.ts'
import { freshFile, openWorld, type World } from './world.ts'

/**
 * Tells the stories twice. Open the world in a `beforeEach` or in a test, and close it as always:
 *
 *   onBothEngines('a bag', (open) => {
 *     let world: World
 *     beforeEach(async () => { world = await open() })
 *     afterEach(() => world.close())
 *   })
 *
 * Whole files of stories that know nothing of engines are told again by the project "server" of
 * vitest.config.ts.
 */
export function onBothEngines(name: string, stories: (open: () => Promise<World>) => void) {
  describe(`${name}, in a file`, () => stories(async () => openWorld(await freshFile())))
  describe.skipIf(!sqldAvailable)(`${name}, on a server`, () =>
    stories(async () => openWorld(await freshServer())),
  )
}
