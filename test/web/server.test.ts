// The real socket: TLS, slow clients, large bodies, and the end.
import { once } from 'node:events'
import { request as requestOverTls } from 'node:https'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { CannotListen, listen } from '#src/web/server.ts'
import { certificate, certificateKey } from '#test/support/certificate.ts'
import { appOf, openWorld, type World } from '#test/support/world.ts'

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

type Answer = (request: Request) => Response | Promise<Response>

async function serving(fetch: Answer, tls?: { cert: string; key: string }) {
  const listening = await listen(fetch, { host: '127.0.0.1', port: 0, tls })
  onTestFinished(listening.stop)
  return listening
}

/** Says these words on a fresh connection, and gives all that comes back until it is closed. */
async function conversation(port: number, ...words: readonly (string | Buffer)[]) {
  const socket = connect(port, '127.0.0.1')
  // What is sent after the answer may find the connection closed.
  socket.on('error', () => {})
  for (const each of words) socket.write(each)
  return text(socket).catch(() => '')
}

function signal(): [promise: Promise<void>, give: () => void] {
  let give = () => {}
  const promise = new Promise<void>((resolve) => {
    give = resolve
  })
  return [promise, give]
}

describe('the server', () => {
  test('speaks TLS with the certificate it is given, and says so in its headers', async () => {
    const app = appOf(world, { secure: true })
    const tls = { cert: certificate, key: certificateKey }
    const { port } = await serving(app.fetch, tls)
    const asked = requestOverTls({ host: 'localhost', port, path: '/health', ca: certificate })
    asked.end()
    const [answer] = await once(asked, 'response')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['strict-transport-security']).toBe('max-age=63072000')
    expect(await text(answer)).toContain('"ok"')
  })

  test('says what is wrong with a certificate that is none', async () => {
    const tls = { cert: 'nonsense', key: certificateKey }
    const refused = listen(appOf(world).fetch, { host: '127.0.0.1', port: 0, tls })
    await expect(refused).rejects.toThrow(CannotListen)
    await expect(refused).rejects.toThrow('Check that both are PEM files')
  })

  test('says that its port is in use', async () => {
    const { port } = await serving(appOf(world).fetch)
    const second = listen(appOf(world).fetch, { host: '127.0.0.1', port })
    await expect(second).rejects.toThrow(`Port ${port} is in use. Stop what uses it, or set PORT`)
  })

  test('waits for nobody who never finishes their headers, or their form', async () => {
    const { port } = await serving(appOf(world).fetch)
    const post = 'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n'
    const said = await Promise.all([
      conversation(port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
      conversation(port, post, 'Content-Length: 100\r\n\r\nsignIn'),
    ])
    for (const each of said) expect(each).toMatch(/^HTTP\/1\.1 408 /)
  })

  test.each([
    ['announced', ['Content-Length: 10000000\r\n\r\n', Buffer.alloc(10_000_000, 'a')]],
    [
      'in chunks',
      ['Transfer-Encoding: chunked\r\n\r\n', `200000\r\n${'a'.repeat(0x200000)}\r\n0\r\n\r\n`],
    ],
  ])('refuses a body of several megabytes that is %s with a page', async (_, body) => {
    const { port } = await serving(appOf(world).fetch)
    const said = await conversation(
      port,
      'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n',
      'Connection: close\r\nAccept-Language: en\r\n',
      ...body,
    )
    expect(said).toMatch(/^HTTP\/1\.1 413 /)
    expect(said).toContain('That is too much at once')
  })

  test.each([
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['no HTTP', 'HELLO\r\n\r\n'],
  ])('answers %s with 400 and goes on', async (_, words) => {
    const { port } = await serving(appOf(world).fetch)
    expect(await conversation(port, words)).toMatch(/^HTTP\/1\.1 400 /)
    const answer = await fetch(`http://127.0.0.1:${port}/health`)
    expect(answer.status).toBe(200)
  })
})

describe('stopping', () => {
  test('answers who was let in, and takes nobody new', async () => {
    const [inside, enter] = signal()
    const [held, letGo] = signal()
    const { port, stop } = await serving(async () => {
      enter()
      await held
      return new Response('done')
    })
    const words = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'
    const socket = connect(port, '127.0.0.1')
    socket.write(words)
    await inside
    const stopped = stop()
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed')
    socket.write(words)
    letGo()
    const [, first, second] = (await text(socket)).split('HTTP/1.1 200 OK')
    expect(first).toContain('done')
    expect(second).toContain('Connection: close')
    expect(second).toContain('done')
    await stopped
  })

  test('waits for no connection that only stays open', async () => {
    const { port, stop } = await serving(() => new Response('done'))
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(socket, 'data')
    await stop()
    if (!socket.closed) await once(socket, 'close')
    expect(socket.closed).toBe(true)
  })

  test('gives up on who never lets go', async () => {
    const { port, stop } = await serving(() => new Promise<Response>(() => {}))
    const lost = fetch(`http://127.0.0.1:${port}/`).catch((error: Error) => error.message)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await stop()
    expect(await lost).toBe('fetch failed')
  })
})
