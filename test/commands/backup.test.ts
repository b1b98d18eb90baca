// npm run backup and npm run restore, as they are typed: every unit comes back, nothing is overwritten, and
// what cannot be done is said in a sentence.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, test } from 'vitest'
import { onHandInFile } from '#test/support/book.ts'
import { ledger } from '#test/support/ledger.ts'
import { openWorld, temporaryFolder } from '#test/support/world.ts'

const key = 'abcdefghijklmnopqrstuvwxyz012345'
let folder: string
let live: string
let keyFile: string
let condomId: number

beforeEach(async () => {
  folder = temporaryFolder()
  live = join(folder, 'stock.db')
  keyFile = join(folder, 'key')
  writeFileSync(keyFile, key)
  const world = await openWorld({ url: `file:${live}` })
  await ledger(world, 'donor -> central C29 100')
  condomId = world.item('cond').id
  await world.close()
})

type Run = { readonly args: readonly string[]; readonly database: string; readonly key?: string }

async function run(command: 'backup' | 'restore', { args, database, key }: Run) {
  const env = { PATH: process.env.PATH, DATABASE_URL: `file:${database}`, BACKUP_KEY_FILE: key }
  const typed = ['--import', 'tsx', `src/commands/${command}.ts`, ...args]
  return promisify(execFile)(process.execPath, typed, { env }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error) => ({ code: error.code, output: `${error.stdout}${error.stderr}` }),
  )
}

const copies = () => readdirSync(join(folder, 'copies'))
const backUp = (sealedWith?: string) =>
  run('backup', {
    ...{ args: [join(folder, 'copies')], database: live },
    ...(sealedWith ? { key: sealedWith } : {}),
  })

test('a backup is made of a stopped app, and restored into a new file with every unit', async () => {
  const made = await backUp()
  expect(made).toMatchObject({ code: 0 })
  expect(made.output).toContain('was made, opened again and verified.')
  const [name = ''] = copies()
  expect(made.output).toContain(name)
  const database = join(folder, 'restored.db')
  const restored = await run('restore', { args: [join(folder, 'copies', name)], database })
  expect(restored).toMatchObject({ code: 0 })
  expect(await onHandInFile(database, condomId)).toBe(100)
})

test('a sealed backup asks for its key, and opens with it', async () => {
  await backUp(keyFile)
  const backup = join(folder, 'copies', copies()[0] ?? '')
  expect(backup).toMatch(/\.sealed$/)
  const database = join(folder, 'restored.db')
  const refused = await run('restore', { args: [backup], database })
  expect(refused.code).toBe(78)
  expect(refused.output).toContain('set BACKUP_KEY_FILE to the key it was made with')
  expect(existsSync(database)).toBe(false)
  expect(await run('restore', { args: [backup], database, key: keyFile })).toMatchObject({
    code: 0,
  })
})

test('a restore overwrites nothing', async () => {
  await backUp()
  const backup = join(folder, 'copies', copies()[0] ?? '')
  const refused = await run('restore', { args: [backup], database: live })
  expect(refused).toMatchObject({ code: 78 })
  expect(refused.output).toContain('exists and is not overwritten')
})

test.each([
  ['without a file', [], 'Say which backup'],
  ['of a file that is not there', ['nowhere.sealed'], 'nowhere.sealed does not exist'],
])('a restore %s says what to do', async (_, args, sentence) => {
  const refused = await run('restore', { args, database: join(folder, 'new.db') })
  expect(refused).toMatchObject({ code: 78 })
  expect(refused.output).toContain(sentence)
})
