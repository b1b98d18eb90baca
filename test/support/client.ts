// A browser without JavaScript, in a few lines: cookies, forms as they are on the page, redirects.
import type { Role } from '#src/db/schema/index.ts'
import type { AppOptions } from '#src/web/context.ts'
import { appOf, cookieOf, type World } from './world.ts'

export type Answer = {
  readonly status: number
  readonly location: string | null
  readonly text: string
  readonly headers: Headers
}

export type Client = Awaited<ReturnType<typeof clientOf>>

const origin = 'http://localhost'

/** Somebody of this role, signed in; null is a stranger. */
export async function clientOf(world: World, role: Role | null, options: Partial<AppOptions> = {}) {
  const app = appOf(world, options)
  let cookie = role ? await cookieOf(world, role) : ''
  const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const ours = { origin, 'sec-fetch-site': 'same-origin', 'accept-language': 'en' }
    const headers = { cookie, ...ours, ...init.headers }
    const response = await app.request(`${origin}${path}`, { ...init, headers })
    cookie = keptBy(cookie, response.headers.getSetCookie())
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    }
  }
  return {
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    /** Posts a form; a request id is added unless the fields hold one. */
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ requestId: crypto.randomUUID(), ...fields }).toString(),
      }),
    send,
  }
}

/** The cookie header after an answer set some cookies, or took some away. */
function keptBy(cookie: string, set: readonly string[]): string {
  const jar = new Map(cookie.split('; ').map((pair) => [pair.split('=')[0] ?? '', pair]))
  for (const each of set) {
    const [pair = ''] = each.split(';')
    const [name = ''] = pair.split('=')
    if (/max-age=0/i.test(each)) jar.delete(name)
    else jar.set(name, pair)
  }
  return [...jar.values()].filter(Boolean).join('; ')
}
