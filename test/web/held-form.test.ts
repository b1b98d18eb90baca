import { hash as argon2 } from '@node-rs/argon2'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { donation, person } from '#src/db/schema/index.ts'
import { passwordHash } from '#src/people/passwords.ts'
import { access } from '#src/web/access.ts'
import { largestHeld } from '#src/web/held-form.tsx'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

const password = 'correct horse battery'
let hash: string
let world: World
let sam: Client

beforeAll(async () => {
  hash = await passwordHash(password)
})
beforeEach(async () => {
  world = await openWorld()
  await world.write((tx) => tx.update(person).set({ passwordHash: hash }))
  sam = await clientOf(world, 'stock')
})
afterEach(() => world.close())

const gift = () => ({
  ...{ requestId: '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b11', donor: 'Moisson "<b>"' },
  ...{ receivedOn: '2026-11-20', placeId: String(world.places.central), value: '12,50' },
  ...{ 'lines.0.item': 'soap', 'lines.0.quantity': '36', 'lines.0.pack': '' },
  ...{ 'lines.0.lotCode': '', 'lines.0.expiresOn': '' },
})

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The fields of the door as they stand in the page, the name and the password filled in. */
function signingIn(page: string, signInName = 'sam', typed = password) {
  const fields = Object.entries(fieldsOf(page, '/sign-in'))
  return {
    ...Object.fromEntries(fields.map(([name, value]) => [name, unescaped(value)])),
    ...{ signInName, password: typed },
  }
}

const donations = () => world.database.read((db) => db.select().from(donation))

describe('a form sent after its session has ended', () => {
  test('is shown again after signing in, with everything typed, and is sent by its person alone', async () => {
    world.pass(5)
    const refused = await sam.post('/donations', gift())
    expect(refused.status).toBe(401)
    expect(refused.text).toContain('what you typed is kept')
    const shown = await sam.post('/sign-in', signingIn(refused.text))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Nothing has been sent yet')
    expect(await donations()).toEqual([])
    const fields = fieldsOf(shown.text, '/donations')
    expect(fields).toMatchObject({ ...gift(), donor: 'Moisson &quot;&lt;b&gt;&quot;' })
    expect((await sam.post('/donations', { ...fields, donor: gift().donor })).status).toBe(303)
    expect(await donations()).toMatchObject([{ receivedOn: '2026-11-20', valueCents: 1250 }])
  })

  test('is held through a wrong password', async () => {
    world.pass(5)
    const refused = await sam.post('/donations', gift())
    const wrong = await sam.post('/sign-in', signingIn(refused.text, 'sam', 'not the password'))
    expect(wrong.status).toBe(422)
    const shown = await sam.post('/sign-in', signingIn(wrong.text))
    expect(fieldsOf(shown.text, '/donations')).toMatchObject({ 'lines.0.quantity': '36' })
  })

  test('is shown in the order and the number of rows it had, asked for more rows or not', async () => {
    world.pass(5)
    const many = { ...gift(), 'lines.30.item': 'cond', 'lines.30.quantity': '4', more: '35' }
    const shown = await sam.post('/sign-in', signingIn((await sam.post('/donations', many)).text))
    const fields = fieldsOf(shown.text, '/donations')
    expect(fields).toMatchObject({ 'lines.30.item': 'cond', 'lines.34.item': '' })
  })

  test('sent twice by a person who lost patience is one donation', async () => {
    const sent = await sam.post('/donations', gift())
    world.pass(5)
    const shown = await sam.post('/sign-in', signingIn((await sam.post('/donations', gift())).text))
    const again = { ...fieldsOf(shown.text, '/donations'), donor: gift().donor }
    expect((await sam.post('/donations', again)).location).toBe(sent.location)
    expect(await donations()).toHaveLength(1)
  })

  test('leads somebody who may not send it to their own first page', async () => {
    world.pass(5)
    const refused = await sam.post('/donations', gift())
    const answer = await sam.post('/sign-in', signingIn(refused.text, 'omar'))
    expect(answer).toMatchObject({ status: 303, location: '/' })
    expect(answer.text).not.toContain('Moisson')
  })

  test('holds no password', async () => {
    world.pass(5)
    const secrets = { password: 'the old one is this', newPassword: 'and the new one is this' }
    const refused = await sam.post('/account/password', secrets)
    expect(refused.text).not.toContain('the+old+one')
    expect(refused.text).not.toContain('the+new+one')
    expect((await sam.post('/sign-in', signingIn(refused.text))).text).toContain(
      'Nothing has been sent yet',
    )
  })

  test('of a button alone shows its page, and the button has not been pressed', async () => {
    await sam.post('/donations', gift())
    world.pass(5)
    const refused = await sam.post('/entries/1/reversal', {})
    const shown = await sam.post('/sign-in', signingIn(refused.text))
    expect(shown.text).toContain('Nothing has been sent yet')
    expect(shown.text).toContain('action="/entries/1/reversal"')
  })

  test('with a file, or too large to hold, says that it was not sent, and leads to its page', async () => {
    world.pass(5)
    const body = new FormData()
    body.set('file', new File(['code\n'], 'items.csv'))
    const withFile = await sam.send('/imports/preview', { method: 'POST', body })
    const large = await sam.post('/donations', { donor: 'x'.repeat(largestHeld) })
    for (const [refused, location] of [
      [withFile, '/imports'],
      [large, '/donations'],
    ] as const) {
      expect(refused.text).toContain('Your session has ended, and nothing was sent')
      expect(await sam.post('/sign-in', signingIn(refused.text))).toMatchObject({
        status: 303,
        location,
      })
    }
  })

  test('is not taken from another site', async () => {
    const fields = { ...signingIn((await sam.post('/sign-in', {})).text), heldPath: '/donations' }
    const answer = await sam.send('/sign-in', {
      method: 'POST',
      headers: {
        ...{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    })
    expect(answer.status).toBe(403)
  })

  test.each([
    'https://evil.example/donations',
    '//evil.example/donations',
    '/donations/../language',
    '/language',
    '/sign-in',
    '/nothing',
    '',
  ])('for %s is none of ours: nothing is shown', async (heldPath) => {
    const stranger = await clientOf(world, null)
    const held = new URLSearchParams(gift()).toString()
    const answer = await stranger.post('/sign-in', {
      ...{ signInName: 'sam', password, heldPath, held, next: '/stock' },
    })
    expect(answer).toMatchObject({ status: 303, location: '/stock' })
  })
})

test('showing a form again writes nothing, whichever it is', async () => {
  await stockUp(world, [{ code: 'cond', quantity: 100 }])
  // A quick hash: the password is compared once for every route there is.
  const quick = await argon2(password, { memoryCost: 64, timeCost: 1 })
  await world.write((tx) => tx.update(person).set({ passwordHash: quick }))
  const ada = await clientOf(world, null)
  await ada.post('/sign-in', { signInName: 'ada', password })
  const before = await contents()
  for (const [method, path, roles] of access) {
    if (method === 'GET' || roles === 'anyone') continue
    const held = new URLSearchParams({ ...gift(), version: '1', seen: '0' }).toString()
    const heldPath = path.replace(/:\w+/g, '1')
    const answer = await ada.post('/sign-in', { signInName: 'ada', password, heldPath, held })
    expect([200, 303], path).toContain(answer.status)
    expect(await contents(), path).toEqual(before)
  }
})

/** Every row that says anything of stock, plans or people; who is signed in aside. */
async function contents(): Promise<Record<string, unknown[]>> {
  return world.database.read(async (db) => {
    const tables = await db.all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name not in ('session', 'sign_in_attempt')`,
    )
    const rows: Record<string, unknown[]> = {}
    for (const { name } of tables) {
      rows[name] = await db.all(sql`select * from ${sql.identifier(name)}`)
    }
    return rows
  })
}
