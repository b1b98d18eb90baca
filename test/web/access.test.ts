// Who may do what, proved over every route and every role: both lists are generated, the table of
// access.ts and the routes that the app has.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { access } from '#src/web/access.ts'
import type { Principal } from '#src/web/principals.ts'
import { nightCookieOf } from '#test/support/night.ts'
import { appOf, cookieOf, openWorld, type World } from '#test/support/world.ts'

const visitors = ['outreach', 'stock', 'coordinator', 'admin', 'night', null] as const

/** What an open route may answer to an empty form or to an id that does not exist. */
const answers = [200, 303, 404, 422]

let world: World
let app: ReturnType<typeof appOf>

beforeAll(async () => {
  world = await openWorld()
  app = appOf(world)
})
afterAll(() => world.close())

async function cookieFor(visitor: Principal | null) {
  if (visitor === 'night') return nightCookieOf(world)
  return visitor ? cookieOf(world, visitor) : ''
}

async function request(visitor: Principal | null, method: string, path: string) {
  const cookie = await cookieFor(visitor)
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }
  return app.request(`http://localhost${path.replace(/:\w+/g, '1')}`, { method, headers })
}

describe('the table of access and the routes of the app', () => {
  const registered = () =>
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path}`)

  test('are the same: no route is closed by being forgotten, none is a promise', () => {
    const listed = access.map(([method, path]) => `${method} ${path}`)
    expect([...new Set(registered())].sort()).toEqual(listed.sort())
  })

  test('name each route once', () => {
    const twice = registered().filter((route, index, all) => all.indexOf(route) !== index)
    expect(twice).toEqual([])
  })
})

describe.each(visitors.map((visitor) => ({ visitor, name: visitor ?? 'a stranger' })))(
  'to $name',
  ({ visitor }) => {
    test.each(access.map(([method, path, roles]) => ({ method, path, roles })))(
      '$method $path is open or closed as the table says',
      async ({ method, path, roles }) => {
        const answer = await request(visitor, method, path)
        if (roles === 'anyone' || (visitor && roles.includes(visitor))) {
          // The outbox asks for a paired phone, whoever is signed in.
          expect(path === '/outbox' ? [401] : answers).toContain(answer.status)
          expect(answer.headers.get('location') ?? '').not.toMatch(/^\/sign-in\?/)
        } else if (visitor) {
          expect(answer.status).toBe(403)
        } else if (method === 'POST') {
          expect(answer.status).toBe(401)
          expect(await answer.text()).toContain('action="/sign-in"')
        } else {
          expect(answer.status).toBe(303)
          expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
        }
      },
    )
  },
)

describe('a URL that is not in the table', () => {
  test.each(visitors)('does not exist for %s', async (visitor) => {
    for (const path of ['/nothing', '/people/1/2', '/stock/', '/STOCK', '/%', '/people%2F1']) {
      const answer = await request(visitor, 'GET', path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('This page does not exist')
    }
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('does not exist for %s', async (method) => {
    expect((await request('admin', method, '/people')).status).toBe(405)
    expect((await request('admin', method, '/nothing')).status).toBe(404)
  })
})

describe('HEAD', () => {
  test.each(access.filter(([method]) => method === 'GET').map(([, path]) => path))(
    'of %s says what GET says, without the page',
    async (path) => {
      const [get, head] = await Promise.all([
        request('admin', 'GET', path),
        request('admin', 'HEAD', path),
      ])
      expect(head.status).toBe(get.status)
      expect(await head.text()).toBe('')
    },
  )
})
