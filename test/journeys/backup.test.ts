// An administrator makes a backup from the page, sees it run and be verified, and the file that is listed
// restores every unit.
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filePath } from '#src/db/open.ts'
import { restore } from '#src/keeping/back-up.ts'
import { keep } from '#src/keeping/keep.ts'
import { onHandInFile } from '#test/support/book.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { ledger } from '#test/support/ledger.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { freshFile, openWorld, temporaryFolder, timeZone, type World } from '#test/support/world.ts'
import { type Person, personIn } from './person.ts'
import { guises } from './story.ts'

const browser = launchBrowser()
const backupKey = 'abcdefghijklmnopqrstuvwxyz012345'
let folder: string
let world: World
let keeping: Awaited<ReturnType<typeof keep>>
let served: Served

beforeEach(async () => {
  const address = await freshFile()
  folder = temporaryFolder()
  world = await openWorld(address)
  const { database, clock } = world
  const live = { path: filePath(address.url) }
  keeping = await keep({ database, clock, timeZone, live, folder, backupKey })
  served = await serve(world, { keeping })
  await ledger(world, 'donor -> central C29 100')
})
afterEach(async () => {
  await served.close()
  await keeping.stop()
  await world.close()
})

test.each(guises)('a backup is made, verified and restored, %s', async (_, guise) => {
  const person = await personIn(guise, { browser, world, served })
  const { page, words } = person
  await person.becomes('admin')
  await person.opens('/backups', words.keeping.title)
  expect(await page.textContent('main')).toContain(words.keeping.empty)
  await person.presses(words.keeping.backUpNow, words.keeping.title)
  await isVerified(person)

  const name = (await page.getByRole('rowheader', { name: /^relais-/ }).textContent()) ?? ''
  expect(await person.row(name).textContent()).toContain(words.keeping.sealed)
  const restored = join(folder, 'restored.db')
  await restore(join(folder, name), { path: restored }, backupKey)
  expect(await onHandInFile(restored, world.item('cond').id)).toBe(100)
})

/** With scripts the page looks again by itself; without, the person does. */
async function isVerified({ page, words, hasScripts }: Person) {
  const done = page.getByText(words.keeping.succeeded, { exact: true })
  while (!hasScripts && !(await done.isVisible())) await page.goto('/backups')
  await done.waitFor()
}
