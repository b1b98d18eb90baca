import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#src/app.tsx'
import { fillDemo } from '#src/commands/demo/fill-demo.ts'
import { addDemoLinks, linesOf } from '#src/commands/demo/links.ts'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import { newKeyPair } from '#src/phones/seal.ts'
import { Refusal } from '#src/refusal.ts'
import { startOfTime, temporaryFolder, timeZone } from '#test/support/world.ts'

let database: Database

beforeAll(async () => {
  database = await openDatabase({ url: `file:${join(temporaryFolder(), 'demo.db')}` })
  const passwordHash = 'of a password that nobody knows'
  const stage = { database, now: startOfTime, timeZone, passwordHash }
  await fillDemo({ ...stage, months: 0, onMonth: () => {} })
})
afterAll(() => database.close())

describe('the links of the demo', () => {
  test('are one line a role: the role and its address', () => {
    const links = [{ role: 'stock' as const, token: 'abc' }]
    expect(linesOf(links, 'http://127.0.0.1:3000')).toEqual([
      'stock http://127.0.0.1:3000/demo-sign-in/abc',
    ])
  })

  test('sign in somebody of each role, once', async () => {
    const now = startOfTime + 60_000
    let made = 0
    const newToken = () => `token-${++made}`
    const links = await database.write((tx) => addDemoLinks(tx, { now, newToken }))
    if (links instanceof Refusal) throw links
    expect(links.map(({ role }) => role)).toEqual(['stock', 'outreach', 'coordinator', 'admin'])
    for (const { token } of links) {
      expect(await enter(token, now)).toBe(303)
      expect(await enter(token, now)).toBe(404)
    }
  })
})

/** Presses the button of a link, as the app would be asked at the next start. @returns the status */
async function enter(token: string, now: number): Promise<number> {
  const app = createApp({
    ...{ database, clock: () => now, newId: () => crypto.randomUUID(), keeping: null, timeZone },
    ...{ sendsMail: false },
    ...{
      newToken: () => crypto.randomUUID(),
      newKeyPair,
      secure: false,
      publicUrl: null,
      trustProxy: false,
    },
    ...{ startedAt: now, log: () => {} },
  })
  const origin = 'http://localhost'
  const answer = await app.request(`${origin}/demo-sign-in/${token}`, {
    method: 'POST',
    headers: {
      ...{ origin, 'sec-fetch-site': 'same-origin' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ requestId: crypto.randomUUID() }).toString(),
  })
  return answer.status
}
