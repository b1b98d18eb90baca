import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filePath, openDatabase } from '#src/db/open.ts'
import { jobRun } from '#src/db/schema/index.ts'
import type { Keeping } from '#src/jobs/keeping.ts'
import { backUp, restore } from '#src/keeping/back-up.ts'
import { keep } from '#src/keeping/keep.ts'
import { onHandInFile } from '#test/support/book.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import {
  freshFile,
  openWorld,
  stockUp,
  temporaryFolder,
  timeZone,
  type World,
} from '#test/support/world.ts'

const backupKey = 'abcdefghijklmnopqrstuvwxyz012345'
const otherKey = 'zyxwvutsrqponmlkjihgfedcba543210'

let world: World
let path: string
let folder: string

beforeEach(async () => {
  const address = await freshFile()
  path = filePath(address.url)
  folder = temporaryFolder()
  world = await openWorld(address)
  await stockUp(world, [{ code: 'cond', quantity: 100 }])
})
afterEach(() => world.close().catch(() => undefined))

const backedUp = (key: string | undefined) =>
  backUp(world.database, { live: { path }, folder, backupKey: key, stamp: 'now' })

const healthOf = async (client: Client) => JSON.parse((await client.get('/health')).text)

describe('a backup', () => {
  test('made while the app is open restores into a new file with every unit', async () => {
    const backup = await backedUp(backupKey)
    const restored = join(folder, 'restored.db')
    await restore(backup, { path: restored }, backupKey)
    expect(await onHandInFile(restored, world.item('cond').id)).toBe(100)
  })

  test('that is sealed holds nothing readable, and only its own key opens it', async () => {
    const backup = await backedUp(backupKey)
    expect(readFileSync(backup).includes('External condom')).toBe(false)
    const restored = join(folder, 'restored.db')
    await expect(restore(backup, { path: restored }, otherKey)).rejects.toThrow('does not open')
    expect(existsSync(restored)).toBe(false)
  })

  test('in which one byte was changed is refused', async () => {
    const backup = await backedUp(backupKey)
    const bytes = readFileSync(backup)
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
    writeFileSync(backup, bytes)
    await expect(restore(backup, { path: join(folder, 'r.db') }, backupKey)).rejects.toThrow(
      'was changed',
    )
  })

  test('never overwrites a database', async () => {
    const backup = await backedUp(undefined)
    await expect(restore(backup, { path }, undefined)).rejects.toThrow('EEXIST')
  })

  test('is not kept when the book does not add up, and leaves nothing half-made', async () => {
    await world.database.alone((drizzle) => drizzle.run(sql`update on_hand set quantity = 7`))
    await expect(backedUp(backupKey)).rejects.toThrow('on hand')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('the running app', () => {
  const watch = () =>
    keep({
      ...{ database: world.database, clock: world.clock, timeZone },
      ...{ live: { path }, folder, backupKey },
    })

  /** Looks again until the job that runs in the background is done. */
  const until = async (done: () => boolean | Promise<boolean>) => {
    while (!(await done())) await new Promise((again) => setTimeout(again, 50))
  }

  const admin = async (keeping: Keeping) => clientOf(world, 'admin', { keeping })

  test('makes a backup when an administrator asks, and lists it', async () => {
    const keeping = await watch()
    const ada = await admin(keeping)
    expect((await ada.get('/backups')).text).toContain('No backup yet')
    expect(await ada.post('/backups', {})).toMatchObject({ status: 303, location: '/backups' })
    await until(async () => (await ada.get('/backups')).text.includes('Everything adds up'))
    expect((await ada.get('/backups')).text).toMatch(/relais-[\d-]+T[\d-]+\.sealed/)
    await keeping.stop()
  })

  test('after a crash says it verifies, then that all is well', async () => {
    // Never stopped: that is what a crash is.
    await watch()
    const again = await watch()
    expect(again.condition()).toBe('verifying')
    await until(() => again.condition() === 'ok')
    await again.stop()
  })

  test('does not go on saying that a backup runs which a crash cut short', async () => {
    const began = { name: 'backup', startedAt: world.clock(), finishedAt: null }
    await world.write((tx) => tx.insert(jobRun).values(began))
    const keeping = await watch()
    const { text } = await (await admin(keeping)).get('/backups')
    expect(text).not.toContain('Running now')
    expect(text).toContain('Failed')
    await keeping.stop()
  })

  test('after a clean stop does not verify again', async () => {
    await (await watch()).stop()
    const again = await watch()
    expect(again.condition()).toBe('ok')
    await again.stop()
  })

  test('closes the book for writing when it does not add up, and still reads', async () => {
    await world.database.alone((drizzle) => drizzle.run(sql`update on_hand set quantity = 7`))
    const keeping = await watch()
    keeping.start('verification')
    await until(() => keeping.condition() === 'damaged')
    const ada = await admin(keeping)
    const refused = await ada.post('/donations', { donor: 'x' })
    expect(refused.status).toBe(503)
    expect(refused.text).toContain('do not add up')
    expect((await ada.get('/donations')).status).toBe(200)
    expect(await healthOf(ada)).toMatchObject({
      ...{ status: 'damaged', verification: { succeeded: false } },
    })
    await keeping.stop()
  })

  test('tells the health to a stranger: when it was last verified, and nothing of what is in it', async () => {
    const keeping = await watch()
    const stranger = await clientOf(world, null, { keeping })
    expect(await healthOf(stranger)).toEqual({ status: 'ok', verification: null })
    keeping.start('verification')
    await until(async () => (await healthOf(stranger)).verification !== null)
    expect(await healthOf(stranger)).toEqual({
      status: 'ok',
      verification: { finishedAt: '2026-11-23T19:00:00.000Z', succeeded: true },
    })
    await keeping.stop()
  })

  test('tells the health that a backup could not be verified, and not where it would be', async () => {
    const keeping = await watch()
    const stranger = await clientOf(world, null, { keeping })
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder was')
    keeping.start('backup')
    await until(async () => (await healthOf(stranger)).verification !== null)
    const { text } = await stranger.get('/health')
    expect(JSON.parse(text)).toMatchObject({ status: 'ok', verification: { succeeded: false } })
    expect(text).not.toContain(folder)
    await keeping.stop()
  })
})

describe('a database that cannot be opened', () => {
  const run = (command: string, environment: Record<string, string>) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', `src/commands/${command}.ts`], {
      env: { ...process.env, ...environment },
    }).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      (error) => ({ code: error.code, output: `${error.stdout}${error.stderr}` }),
    )

  test('because the app has it open is refused with a sentence', async () => {
    const answer = await run('verify', { DATABASE_URL: `file:${path}` })
    expect(answer).toMatchObject({ code: 78 })
    expect(answer.output).toContain('in use by another process')
  })

  test('because it is not a database is refused with a sentence', async () => {
    const file = join(folder, 'notes.db')
    writeFileSync(file, 'Dear diary, this is not a database at all.')
    const answer = await run('verify', { DATABASE_URL: `file:${file}` })
    expect(answer.code).toBe(78)
    expect(answer.output).toContain('is not a database')
  })

  test('because the key is another one is refused with a sentence', async () => {
    const file = join(folder, 'keyed.db')
    const keyFile = join(folder, 'key')
    await (await openDatabase({ url: `file:${file}`, encryptionKey: backupKey })).close()
    expect(readFileSync(file).includes('SQLite format')).toBe(false)
    writeFileSync(keyFile, otherKey)
    const answer = await run('verify', { DATABASE_URL: `file:${file}`, DATABASE_KEY_FILE: keyFile })
    expect(answer.code).toBe(78)
    expect(answer.output).toContain('does not open with this key')
  })

  test('because its key file holds something else is refused with a sentence', async () => {
    const keyFile = join(folder, 'key')
    writeFileSync(keyFile, 'short')
    const answer = await run('verify', { DATABASE_KEY_FILE: keyFile })
    expect(answer.output).toContain('exactly 32 characters')
  })

  test('because it does not exist is not made by verifying it', async () => {
    const file = join(folder, 'none.db')
    const answer = await run('verify', { DATABASE_URL: `file:${file}` })
    expect(answer.output).toContain('does not exist')
    expect(existsSync(file)).toBe(false)
  })

  test('whose pages were overwritten is noticed, without a stack', async () => {
    await world.close()
    const bytes = readFileSync(path)
    bytes.fill(0xff, 8192, 40_960)
    writeFileSync(path, bytes)
    const answer = await run('verify', { DATABASE_URL: `file:${path}` })
    expect(answer.code).toBe(78)
    expect(answer.output).toContain('is damaged')
    expect(answer.output).not.toContain('    at ')
  })
})
