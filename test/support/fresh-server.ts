// A libSQL server of its own for one test, already begun: migrating over the network takes a second, so
// it is done once a process and its files are copied.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { begin } from '#src/catalog/starter.ts'
import { type Address, openDatabase } from '#src/db/open.ts'
import { startSqld } from './sqld.ts'

let template: Promise<string> | undefined

/** The address of the server; it ends, and its files go, when the test does. */
export async function freshServer(): Promise<Address> {
  template ??= beginTemplate()
  const directory = join(folder(), 'server')
  cpSync(await template, directory, { recursive: true })
  const server = await startSqld({ directory })
  onTestFinished(async () => {
    await server.stop()
    rmSync(join(directory, '..'), { recursive: true, force: true })
  })
  return { url: server.url }
}

async function beginTemplate(): Promise<string> {
  const directory = folder()
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }))
  const server = await startSqld({ directory })
  const database = await openDatabase({ url: server.url })
  await database.write((tx) => begin(tx, '2026-11-23'))
  await database.close()
  await server.stop()
  return directory
}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'relais-server-'))
}
