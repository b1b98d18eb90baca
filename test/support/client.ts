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
  const cookie = role ? await cookieOf(world, role) : ''
  const send = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = { cookie, origin, 'sec-fetch-site': 'same-origin', ...init.headers }
    const response = await app.request(`${origin}${path}`, { ...init, headers })
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
