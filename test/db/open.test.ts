import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { CannotOpen, filePath, openDatabase } from '#src/db/open.ts'
import { NotStarted, startServer } from '#test/support/server.ts'
import { freshFile, temporaryFolder } from '#test/support/world.ts'

const key = 'abcdefghijklmnopqrstuvwxyz012345'

const whyNot = async (address: Parameters<typeof openDatabase>[0]): Promise<string> => {
  const error = await openDatabase(address).then(
    (database) => database.close(),
    (reason: unknown) => reason,
  )
  if (error instanceof CannotOpen) return error.message
  throw new Error(`it opened, or failed without a sentence: ${String(error)}`)
}

describe('a database that cannot be opened says why and what to do', () => {
  test('when the app runs already', async () => {
    const { url } = await freshFile()
    const path = filePath(url)
    const app = await startServer(path)
    const second = await startServer(path).catch((error: unknown) => error)
    expect(second).toBeInstanceOf(NotStarted)
    expect(second).toMatchObject({ code: 78 })
    expect(String(second)).toContain('is in use by another process. Stop the running app first')
    expect((await fetch(`${app.url}/health`)).status).toBe(200)
    expect(await app.stop()).toBe(0)
  })

  test('when it is encrypted and no key was given', async () => {
    const url = `file:${join(temporaryFolder(), 'stock.db')}`
    await (await openDatabase({ url, encryptionKey: key })).close()
    expect(await whyNot({ url })).toContain('set DATABASE_KEY_FILE')
  })

  test('when it is not encrypted and a key was given', async () => {
    const { url } = await freshFile()
    expect(await whyNot({ url, encryptionKey: key })).toContain('does not open with this key')
  })

  test('when its beginning was overwritten', async () => {
    const { url } = await freshFile()
    const file = openSync(filePath(url), 'r+')
    writeSync(file, 'not a database!!', 0)
    closeSync(file)
    expect(await whyNot({ url })).toContain('is not a database')
  })

  test('when its pages were overwritten', async () => {
    const { url } = await freshFile()
    const bytes = readFileSync(filePath(url))
    bytes.fill(0xff, 100, 40_960)
    writeFileSync(filePath(url), bytes)
    expect(await whyNot({ url })).toContain('is damaged. Restore the last good backup')
  })

  test('when its folder cannot be made', async () => {
    const file = join(temporaryFolder(), 'a-file')
    writeFileSync(file, '')
    expect(await whyNot({ url: `file:${file}/stock.db` })).toContain('cannot be made')
  })

  test('when its folder takes no files', async () => {
    // Even for root, to whom the permissions of a folder say nothing.
    expect(await whyNot({ url: 'file:/proc/stock.db' })).toContain(
      'Check that this account may write there',
    )
  })
})

test('an encrypted database holds nothing readable, in the file and beside it', async () => {
  const path = join(temporaryFolder(), 'stock.db')
  const database = await openDatabase({ url: `file:${path}`, encryptionKey: key })
  await database.alone((drizzle) =>
    drizzle.run(
      sql`insert into location (kind, role, name_fr) values ('bag', 'bag', 'Sac secret')`,
    ),
  )
  for (const file of [path, `${path}-wal`]) {
    expect(existsSync(file) && readFileSync(file).includes('Sac secret')).toBe(false)
    expect(existsSync(file) && readFileSync(file).includes('name_fr')).toBe(false)
  }
  await database.close()
})
