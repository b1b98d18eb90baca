// The program itself, as somebody starts it for the first time.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { NotStarted, type Server, startServer } from '#test/support/server.ts'
import { temporaryFolder } from '#test/support/world.ts'

async function start(path: string, environment: Readonly<Record<string, string>> = {}) {
  const server = await startServer(path, environment)
  onTestFinished(server.kill)
  return server
}

/** Why it did not start, and its exit code. */
async function refusal(path: string, environment: Readonly<Record<string, string>> = {}) {
  const error = await start(path, environment).catch((thrown: unknown) => thrown)
  if (error instanceof NotStarted) return { said: error.message, code: error.code }
  throw new Error('it started')
}

async function setUpLink({ said }: Server): Promise<string> {
  await expect.poll(said).toContain('npm run demo')
  return said().match(/^Set up: (\S+)$/m)?.[1] ?? ''
}

const freshPath = () => join(temporaryFolder(), 'stock.db')

describe('the first start', () => {
  test('says where it is and how to set up; a restart before that makes a new link', async () => {
    const path = freshPath()
    const first = await start(path)
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const firstLink = await setUpLink(first)
    expect((await fetch(firstLink)).status).toBe(200)
    expect(await first.stop()).toBe(0)

    const second = await start(path)
    const secondLink = await setUpLink(second)
    expect((await fetch(`${second.url}${new URL(firstLink).pathname}`)).status).toBe(404)
    const body = new URLSearchParams({
      ...{ requestId: crypto.randomUUID(), programmeName: 'Rézo', name: 'Ada' },
      ...{ signInName: 'ada', password: 'correct horse battery', language: 'fr' },
    })
    const headers = { origin: second.url }
    const answer = await fetch(secondLink, { method: 'POST', body, headers, redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/start')
    expect(await second.stop()).toBe(0)

    const third = await start(path, { PUBLIC_URL: 'https://relais.example/' })
    expect(await third.stop()).toBe(0)
    expect(third.said()).toBe('Relais is at https://relais.example\n')
  })
})

describe('a start that cannot be', () => {
  test('because the port is in use says so in a sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const { said, code } = await refusal(freshPath(), { PORT: port })
    expect(said).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another.\n`)
    expect(code).toBe(78)
  })

  test('because anybody could listen in says so in a sentence', async () => {
    const { said, code } = await refusal(freshPath(), { HOST: '0.0.0.0' })
    expect(said).toContain('TLS_CERT_FILE and TLS_KEY_FILE, or TRUST_PROXY=true')
    expect(code).toBe(78)
  })

  test('because a second one runs on the same file says so in a sentence', async () => {
    const path = freshPath()
    const first = await start(path)
    const { said, code } = await refusal(path)
    expect(said).toContain('is in use by another process')
    expect(code).toBe(78)
    expect(await first.stop()).toBe(0)
  })
})

test('stopping answers those who are inside', async () => {
  const server = await start(freshPath())
  const answers = Promise.all(
    Array.from({ length: 60 }, () =>
      fetch(`${server.url}/sign-in`).then((answer) => answer.text()),
    ),
  )
  const first = await fetch(`${server.url}/health`)
  expect(first.status).toBe(200)
  expect(await server.stop()).toBe(0)
  for (const page of await answers) expect(page).toMatch(/<\/html>$/)
})
