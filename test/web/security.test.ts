import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { person } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { appOf, openWorld, type World } from '#test/support/world.ts'

let world: World
let ada: Client

beforeEach(async () => {
  world = await openWorld()
  ada = await clientOf(world, 'admin')
})
afterEach(() => world.close())

describe('a write that did not come from our own pages', () => {
  const fields = {
    ...{ requestId: '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b11', name: 'Eve', signInName: 'eve' },
    ...{ role: 'admin', language: 'en' },
  }
  const multipart = () => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return form
  }
  const bodies: [type: string, body: () => BodyInit, contentType: string | null][] = [
    ['a form', () => new URLSearchParams(fields), null],
    ['a form with files', multipart, null],
    ['plain text', () => new URLSearchParams(fields).toString(), 'text/plain'],
    ['JSON', () => JSON.stringify(fields), 'application/json'],
    ['bytes', () => new Uint8Array(8), 'application/octet-stream'],
    ['a type nobody knows', () => 'x', 'foo/bar; charset=*'],
    ['nothing', () => '', null],
  ]
  const sources: [name: string, headers: Record<string, string>][] = [
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another site that names us', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site', origin: 'http://a.localhost' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none', origin: '' }],
    ['an old browser on another site', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['an old browser on another port', { 'sec-fetch-site': '', origin: 'http://localhost:81' }],
    ['an old browser over TLS', { 'sec-fetch-site': '', origin: 'https://localhost' }],
    ['a frame in a sandbox', { 'sec-fetch-site': '', origin: 'null' }],
    ['nowhere', { 'sec-fetch-site': '', origin: '' }],
  ]

  test.each(sources)('but from %s is refused, whatever it carries', async (_, headers) => {
    for (const [type, body, contentType] of bodies) {
      const sent = contentType ? { ...headers, 'content-type': contentType } : headers
      const answer = await ada.send('/people', { method: 'POST', body: body(), headers: sent })
      expect(answer.status, type).toBe(403)
      expect(answer.text).toContain('This form came from somewhere else')
    }
    expect(await world.database.read((db) => db.select().from(person))).toHaveLength(4)
  })

  test('is told from one of an old browser that did', async () => {
    const headers = { 'sec-fetch-site': '', origin: 'http://localhost' }
    const body = new URLSearchParams(fields)
    expect((await ada.send('/people', { method: 'POST', body, headers })).status).toBe(200)
  })

  test('is told from one behind our proxy, which speaks TLS for us', async () => {
    const sent = {
      ...{ 'sec-fetch-site': '', origin: 'https://localhost' },
      'x-forwarded-proto': 'https',
    }
    const init = { method: 'POST', body: new URLSearchParams(fields), headers: sent }
    expect((await ada.send('/people', init)).status).toBe(403)
    const behind = await clientOf(world, 'admin', { trustProxy: true })
    expect((await behind.send('/people', init)).status).toBe(200)
  })
})

describe('every answer', () => {
  const expected = (headers: Headers) => {
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  }

  test.each([
    ['a page', 'GET', '/people', 200],
    ['a page’s head', 'HEAD', '/people', 200],
    ['a redirect', 'GET', '/', 303],
    ['the health', 'GET', '/health', 200],
    ['a table', 'GET', '/stock.csv', 200],
    ['a page that does not exist', 'GET', '/nothing', 404],
    ['a file that does not exist', 'GET', '/assets/nothing.js', 404],
    ['a person who does not exist', 'GET', '/people/999', 404],
    ['a method that does not exist', 'DELETE', '/people', 405],
    ['an empty form', 'POST', '/people', 422],
  ])('carries the headers: %s', async (_, method, path, status) => {
    const answer = await ada.send(path, { method })
    expect(answer.status).toBe(status)
    expected(answer.headers)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('carries them to a stranger and to another role too', async () => {
    const omar = await clientOf(world, 'outreach')
    const stranger = await clientOf(world, null)
    for (const answer of [await omar.get('/people'), await stranger.get('/people')]) {
      expected(answer.headers)
    }
  })

  test('carries them with the files of the pages, which alone may be kept', async () => {
    const page = await ada.get('/people')
    const paths = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)]
    expect(paths.length).toBeGreaterThan(3)
    for (const [, path = ''] of paths) {
      const answer = await ada.get(path)
      expect(answer.status).toBe(200)
      expected(answer.headers)
      expect(answer.headers.get('cache-control')).toContain('immutable')
    }
  })

  test('insists on TLS only where TLS is spoken', async () => {
    expect((await ada.get('/sign-in')).headers.get('strict-transport-security')).toBeNull()
    const secure = await clientOf(world, null, { secure: true })
    const answer = await secure.get('/sign-in')
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000')
  })

  test('that went wrong carries them too, has a number that the log has, and shows no stack', async () => {
    const logged: unknown[] = []
    const client = await clientOf(world, 'admin', { log: (event) => logged.push(event) })
    await world.write((tx) => tx.run(sql`alter table person rename to nobody`))
    const answer = await client.get('/people')
    expect(answer.status).toBe(500)
    expected(answer.headers)
    expect(answer.text).not.toMatch(/\.tsx?\b|node_modules|SQLITE|no such table|select/i)
    const [, id] = answer.text.match(/[( ]([0-9a-f]{8})[).]/) ?? []
    expect(logged).toMatchObject([{ message: 'failed', id }])
  })

  test('that went wrong after the person was known is a page in their language', async () => {
    await world.write((tx) => tx.run(sql`alter table one_time_link rename to lost`))
    const answer = await ada.post(`/people/${world.people.stock}/invitation`, {})
    expect(answer.status).toBe(500)
    expected(answer.headers)
    expect(answer.text).toContain('Something went wrong on our side')
    expect(answer.text).not.toMatch(/\.tsx?\b|node_modules|SQLITE|no such table/)
  })
})

describe('a body that is too large', () => {
  const large = 'a'.repeat(10_000_000)

  const send = (body: BodyInit, announced: Record<string, string>) =>
    appOf(world).request(
      new Request('http://localhost/people', {
        ...{ method: 'POST', body, duplex: 'half' },
        headers: { 'sec-fetch-site': 'same-origin', 'accept-language': 'en', ...announced },
      } as RequestInit),
    )

  test('is answered with a page, announced or not', async () => {
    const answers = [
      await send(large, { 'content-length': String(large.length) }),
      await send(new Blob([large]).stream(), {}),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(413)
      expect(await answer.text()).toContain('That is too much at once')
      expect(answer.headers.get('content-security-policy')).not.toBeNull()
    }
  })

  test('is told from a small one that was not announced', async () => {
    const form = new URLSearchParams({ language: 'fr', returnTo: '/sign-in' }).toString()
    const answer = await appOf(world).request(
      new Request('http://localhost/language', {
        ...{ method: 'POST', body: new Blob([form]).stream(), duplex: 'half' },
        headers: {
          ...{ 'sec-fetch-site': 'same-origin' },
          'content-type': 'application/x-www-form-urlencoded',
        },
      } as RequestInit),
    )
    expect(answer.headers.get('location')).toBe('/sign-in')
  })
})
