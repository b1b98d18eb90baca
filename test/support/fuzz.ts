// Anybody sends anything to every route: seeded, so that what was found is found again. A long proof
// calls this with a larger size.
import { eq } from 'drizzle-orm'
import { person } from '#src/db/schema/index.ts'
import { access } from '#src/web/access.ts'
import type { Principal } from '#src/web/principals.ts'
import { nightCookieOf } from './night.ts'
import { appOf, cookieOf, type World } from './world.ts'

export type Fuzzed = {
  readonly requests: number
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<number, number>>
  /** Answers that must never be: what was asked, and what the log says of it. */
  readonly failures: readonly string[]
}

type Chance = {
  readonly below: (limit: number) => number
  readonly one: <T>(choices: readonly T[]) => T
}

type Visitor = Principal | null

const visitors: readonly Visitor[] = ['outreach', 'stock', 'coordinator', 'admin', 'night', null]
const methods = ['GET', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const contentTypes = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/json',
  'text/plain;charset=nonsense',
  'text/csv',
  'nonsense',
]
const junk = [
  ...['', ' ', '0', '1', '2', '3', '7', '12', '-1', '1.5', '1e9', '9'.repeat(30), '٣', '½'],
  ...[
    'true',
    'on',
    'fr',
    'en',
    'admin',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    '1e400',
    '[object Object]',
  ],
  ...['2026-11-23', '2026-11', '2026-02-30', '9999-12-31', '0000-00-00', 'yesterday'],
  ...['💉', 'a\u0000b', '\u202e', '%', '%00', '%ff', '..', '../../etc/passwd', "' or 1=1 --"],
  ...['"><script>alert(1)</script>', '=1+1', '__proto__', 'constructor', '{}', '[]', '\r\n\r\n'],
  ...['//elsewhere.example', 'Sky', 'Sac 1', 'Syringe 1 cc 28G ½″', 'a'.repeat(5000)],
]
const fieldsOfNobody = ['__proto__', 'lines.0', 'lines.99999.item', 'a.b.c.d.e.f', 'x[]', '']

/** How many requests pass before everybody is let in again whom the requests put out. */
const round = 100

/** Sends `size` requests, and collects what no request may be answered. */
export async function fuzzRoutes(
  world: World,
  { seed, size }: { readonly seed: number; readonly size: number },
): Promise<Fuzzed> {
  const chance = chanceFrom(seed)
  const logged: unknown[] = []
  const app = appOf(world, { log: (event) => logged.push(event) })
  const statuses: Record<number, number> = {}
  const failures: string[] = []
  const fields = await fieldsOfForms(world, app)
  let cookies = new Map<Visitor, string>()
  for (let number = 0; number < size; number++) {
    if (number % round === 0) cookies = await letEverybodyIn(world)
    const visitor = chance.one(visitors)
    const request = anyRequest(chance, fields, cookies.get(visitor) ?? '')
    const asked = `${number}: ${visitor} ${request.method} ${request.url} ${request.headers.get('content-type')}`
    logged.length = 0
    const answer = await app.request(request)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    const problem = await problemOf(answer)
    if (problem) failures.push(`${asked}: ${problem} ${JSON.stringify(logged)}`)
  }
  return { requests: size, statuses, failures }
}

async function problemOf(answer: Response): Promise<string | null> {
  const page = await answer.text()
  if (answer.status >= 500) return String(answer.status)
  if (!answer.headers.has('content-security-policy')) return 'no headers'
  if (/node_modules|\bat [\w./]+\.tsx?:\d+/.test(page)) return 'a stack'
  const location = answer.headers.get('location')
  if (location !== null && !/^\/(?![/\\])[\x20-\x7e]*$/.test(location)) return `to ${location}`
  return null
}

function anyRequest(chance: Chance, fields: readonly string[], cookie: string): Request {
  const [ownMethod, path] = chance.one(access)
  const method = chance.below(8) === 0 ? chance.one(methods) : ownMethod
  const type = chance.one(contentTypes)
  const [sentType, body] = anyBody(chance, fields, type)
  const headers = new Headers({
    ...{ cookie: chance.below(20) === 0 ? anyHeader(chance) : cookie },
    ...{ 'sec-fetch-site': chance.below(20) === 0 ? anyHeader(chance) : 'same-origin' },
    'accept-language': chance.below(4) === 0 ? anyHeader(chance) : 'en',
    'accept-encoding': chance.one(['', 'br', 'gzip, deflate', '*']),
    'x-forwarded-for': anyHeader(chance),
  })
  const hasBody = method !== 'GET' && method !== 'HEAD'
  if (hasBody && sentType) headers.set('content-type', sentType)
  return new Request(`http://localhost${anyPath(chance, fields, path)}`, {
    ...{ method, headers },
    ...(hasBody && { body }),
  })
}

function anyPath(chance: Chance, fields: readonly string[], path: string): string {
  const id = () =>
    chance.below(2) === 0 ? String(chance.below(40)) : encodeURIComponent(chance.one(junk))
  const filled = chance.below(30) === 0 ? `/${id()}/${id()}` : path.replace(/:\w+/g, id)
  const query = Array.from({ length: chance.below(3) }, () => {
    const name = chance.one(['before', 'q', 'next', 'on', 'from', 'to', 'item', ...fields])
    return `${encodeURIComponent(name)}=${encodeURIComponent(chance.one(junk))}`
  })
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled
}

function anyBody(
  chance: Chance,
  fields: readonly string[],
  type: string,
): [type: string | null, body: BodyInit] {
  const pairs = Array.from({ length: chance.below(12) }, (): [string, string] => [
    chance.below(10) === 0 ? chance.one(fieldsOfNobody) : chance.one(fields),
    chance.one(junk),
  ])
  // Most forms stop at a request id that is none: most of these go further.
  if (chance.below(5) > 0) pairs.push(['requestId', uuid(chance)])
  if (type === 'multipart/form-data') {
    const form = new FormData()
    for (const [name, value] of pairs) form.append(name, value)
    if (chance.below(3) === 0) form.append('file', new Blob([chance.one(junk)]), 'stock.csv')
    return [null, form]
  }
  if (type === 'application/json') return [type, JSON.stringify(Object.fromEntries(pairs))]
  return [type, new URLSearchParams(pairs).toString()]
}

/** Headers hold bytes: whatever is none cannot be sent at all. */
function anyHeader(chance: Chance): string {
  return chance.one(junk).replace(/[^\x20-\x7e]/g, '?')
}

function uuid(chance: Chance): string {
  return `${chance.below(0xffffffff).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
}

/** The names of all fields of all pages, so that requests look like forms. */
async function fieldsOfForms(world: World, app: ReturnType<typeof appOf>): Promise<string[]> {
  const cookie = await cookieOf(world, 'admin')
  const pages = access.filter(([method]) => method === 'GET')
  const names = new Set<string>()
  for (const [, path] of pages) {
    const page = await app.request(`http://localhost${path.replace(/:\w+/g, '1')}`, {
      headers: { cookie },
    })
    for (const [, name = ''] of (await page.text()).matchAll(/ name="([^"]+)"/g)) names.add(name)
  }
  names.delete('requestId')
  return [...names]
}

async function letEverybodyIn(world: World): Promise<Map<Visitor, string>> {
  const cookies = new Map<Visitor, string>()
  for (const role of ['outreach', 'stock', 'coordinator', 'admin'] as const) {
    await world.write((tx) =>
      tx.update(person).set({ role, disabledOn: null }).where(eq(person.id, world.people[role])),
    )
    cookies.set(role, await cookieOf(world, role))
  }
  cookies.set('night', await nightCookieOf(world))
  return cookies
}

/** Mulberry32: small, and the same everywhere. */
function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
  return {
    below,
    one: (choices) => {
      const chosen = choices[below(choices.length)]
      if (chosen === undefined) throw new Error('there was nothing to choose from')
      return chosen
    },
  }
}
