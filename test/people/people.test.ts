import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeLog, oneTimeLink, person, request, session } from '#src/db/schema/index.ts'
import { passwordHash } from '#src/people/passwords.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

const password = 'correct horse battery'
let hash: string
let world: World
let ada: Client

beforeAll(async () => {
  hash = await passwordHash(password)
})
beforeEach(async () => {
  world = await openWorld()
  ada = await clientOf(world, 'admin')
})
afterEach(() => world.close())

async function givePassword(...who: (keyof World['people'])[]) {
  for (const each of who) {
    await world.write((tx) =>
      tx.update(person).set({ passwordHash: hash }).where(eq(person.id, world.people[each])),
    )
  }
}

const people = () => world.database.read((db) => db.select().from(person))
const zoe = { name: 'Zoé', signInName: 'Zoe@Rezo.example', role: 'outreach', language: 'fr' }
const tokenIn = (page: string) => page.match(/\/invitations\/([\w-]+)/)?.[1] ?? ''

describe('an invitation', () => {
  test('shows its link once, and whoever has it chooses a password', async () => {
    const answer = await ada.post('/people', zoe)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('http://localhost/invitations/')
    expect((await ada.get('/people')).text).toContain('Invited')
    const stranger = await clientOf(world, null)
    const chosen = await stranger.post(`/invitations/${tokenIn(answer.text)}`, { password })
    expect(chosen.status).toBe(303)
    expect((await stranger.get('/account')).text).toContain('zoe@rezo.example')
    expect((await ada.get('/people')).text).not.toContain('/invitations/')
  })

  test('sent twice is one person, and the link shown last is the good one', async () => {
    const requestId = crypto.randomUUID()
    const first = await ada.post('/people', { requestId, ...zoe })
    const second = await ada.post('/people', { requestId, ...zoe })
    expect(await people()).toHaveLength(5)
    const stranger = await clientOf(world, null)
    expect((await stranger.get(`/invitations/${tokenIn(first.text)}`)).status).toBe(404)
    expect((await stranger.get(`/invitations/${tokenIn(second.text)}`)).status).toBe(200)
  })

  test('leaves its link nowhere in the database', async () => {
    const token = tokenIn((await ada.post('/people', zoe)).text)
    expect(token).not.toBe('')
    const rows = await world.database.read((db) =>
      Promise.all([
        ...[db.select().from(oneTimeLink), db.select().from(request)],
        ...[db.select().from(changeLog), db.select().from(session)],
      ]),
    )
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('made anew lets somebody back in who forgot their password', async () => {
    await givePassword('outreach')
    const answer = await ada.post(`/people/${world.people.outreach}/invitation`, {})
    expect(answer.status).toBe(200)
    const omar = await clientOf(world, null)
    await omar.post(`/invitations/${tokenIn(answer.text)}`, { password: 'another fine password' })
    const [found] = (await people()).filter(({ name }) => name === 'Omar')
    expect(found?.passwordHash).not.toBe(hash)
  })

  test('is made for nobody who is disabled or does not exist', async () => {
    await ada.post(`/people/${world.people.outreach}/disabling`, {})
    const paths = [`/people/${world.people.outreach}/invitation`, '/people/999/invitation']
    for (const path of paths) expect((await ada.post(path, {})).status).toBe(404)
  })

  test.each([
    ['no name', { name: '' }, 'Fill this in'],
    ['a name somebody signs in with, in capitals', { signInName: 'SAM' }, 'with this name already'],
    ['a role that does not exist', { role: 'owner' }, 'Choose one from the list'],
    ['no role', { role: '' }, 'Choose one from the list'],
    ['no language', { language: '' }, 'Choose one from the list'],
    ['a broken letter in the name', { name: 'Zo\u0007' }, 'ordinary letters'],
    ['a password', { password }, 'out of date'],
    ['no request id', { requestId: '' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await ada.post('/people', { ...zoe, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await people()).toHaveLength(4)
  })
})

describe('a person', () => {
  const sam = { name: 'Samir', signInName: 'samir', role: 'coordinator', language: 'fr' }

  test('is renamed and given another role', async () => {
    const path = `/people/${world.people.stock}`
    expect((await ada.get(path)).text).toContain('value="Sam"')
    expect((await ada.post(path, { ...sam, version: '1' })).status).toBe(303)
    const found = (await people()).find(({ id }) => id === world.people.stock)
    expect(found).toMatchObject({ ...sam, version: 2 })
  })

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const path = `/people/${world.people.stock}`
    await ada.post(path, { ...sam, version: '1' })
    const answer = await ada.post(path, { ...sam, name: 'Sami', version: '1' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Somebody else changed this')
    expect(answer.text).toContain('value="Sami"')
  })

  test('who does not exist has no page', async () => {
    expect((await ada.get('/people/999')).status).toBe(404)
    expect((await ada.post('/people/999', { ...sam, version: '1' })).status).toBe(404)
    expect((await ada.post('/people/999/disabling', {})).status).toBe(404)
  })

  test('who was disabled can be enabled, and is asked to sign in again', async () => {
    const omar = await clientOf(world, 'outreach')
    const path = `/people/${world.people.outreach}`
    expect((await ada.post(`${path}/disabling`, {})).location).toBe(path)
    expect((await ada.get(path)).text).toContain('Disabled on November 23, 2026')
    expect((await ada.post(`${path}/enabling`, {})).location).toBe(path)
    expect((await omar.get('/account')).status).toBe(303)
    expect((await people()).find(({ name }) => name === 'Omar')?.disabledOn).toBeNull()
  })

  test('cannot be put back by a role that may not change people', async () => {
    const path = `/people/${world.people.stock}`
    await ada.post(path, { ...sam, name: 'Sam', role: 'outreach', version: '1' })
    const chloe = await clientOf(world, 'coordinator')
    const [change] = await world.database.read((db) => db.select().from(changeLog))
    await chloe.post(`/changes/${change?.id}/reversal`, {})
    expect((await people()).find(({ name }) => name === 'Sam')?.role).toBe('outreach')
  })

  test.each(['stock', 'coordinator', 'outreach'] as const)('is not shown to %s', async (role) => {
    const client = await clientOf(world, role)
    expect((await client.get('/people')).status).toBe(403)
    expect((await client.post('/people', zoe)).status).toBe(403)
  })
})

describe('the last administrator who can sign in', () => {
  const demoted = { name: 'Ada', signInName: 'ada', role: 'stock', language: 'en', version: '1' }

  beforeEach(() => givePassword('admin', 'coordinator'))

  test('cannot be disabled', async () => {
    const answer = await ada.post(`/people/${world.people.admin}/disabling`, {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Nobody else could manage people')
    expect((await ada.get('/people')).status).toBe(200)
  })

  test('cannot take another role', async () => {
    const answer = await ada.post(`/people/${world.people.admin}`, demoted)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Nobody else could manage people')
    expect((await ada.get('/people')).status).toBe(200)
  })

  test('can do both once another has chosen a password, and not before', async () => {
    await ada.post('/people', { ...zoe, role: 'admin' })
    expect((await ada.post(`/people/${world.people.admin}`, demoted)).status).toBe(422)
    await ada.post(`/people/${world.people.coordinator}`, {
      ...{ name: 'Chloé', signInName: 'chloe', role: 'admin', language: 'fr', version: '1' },
    })
    expect((await ada.post(`/people/${world.people.admin}`, demoted)).status).toBe(303)
    expect((await ada.get('/people')).status).toBe(403)
  })

  test('stays when two administrators disable each other at once', async () => {
    await ada.post(`/people/${world.people.coordinator}`, {
      ...{ name: 'Chloé', signInName: 'chloe', role: 'admin', language: 'fr', version: '1' },
    })
    const chloe = await clientOf(world, 'coordinator')
    await Promise.all([
      ada.post(`/people/${world.people.coordinator}/disabling`, {}),
      chloe.post(`/people/${world.people.admin}/disabling`, {}),
    ])
    const active = (await people()).filter(
      ({ role, disabledOn }) => role === 'admin' && disabledOn === null,
    )
    expect(active).toHaveLength(1)
  })
})

describe('one’s own account', () => {
  const change = (client: Client, given: string, chosen: string) =>
    client.post('/account/password', { password: given, newPassword: chosen })

  test('lists where one is signed in, and ends one of them', async () => {
    const phone = await clientOf(world, 'admin')
    const page = await ada.get('/account')
    const [path] = page.text.match(/\/account\/sessions\/[\w-]+\/end/) ?? []
    expect((await ada.post(path ?? '', {})).location).toBe('/account')
    expect((await phone.get('/account')).status).toBe(303)
    expect((await ada.get('/account')).status).toBe(200)
  })

  test('ends no session of somebody else', async () => {
    const sam = await clientOf(world, 'stock')
    const rows = await world.database.read((db) => db.select().from(session))
    const his = rows.find(({ personId }) => personId === world.people.stock)
    await ada.post(`/account/sessions/${his?.tokenHash}/end`, {})
    expect((await sam.get('/account')).status).toBe(200)
  })

  test('takes a new password, which ends the other sessions and not this one', async () => {
    await givePassword('admin')
    const phone = await clientOf(world, 'admin')
    const answer = await change(ada, password, 'a new and longer one')
    expect(answer.location).toBe('/account?changed')
    expect((await ada.get('/account?changed')).text).toContain('Your password is changed')
    expect((await phone.get('/account')).status).toBe(303)
    const fields = { signInName: 'ada', password, next: '' }
    expect((await phone.post('/sign-in', fields)).status).toBe(422)
    const now = { ...fields, password: 'a new and longer one' }
    expect((await phone.post('/sign-in', now)).status).toBe(303)
  })

  test.each([
    ['another present password', 'correct horse batterie', 'a new and longer one', 'not your pres'],
    ['a short new password', password, 'short', 'at least 12'],
    ['no present password', '', 'a new and longer one', 'Fill this in'],
  ])('with %s keeps the old one', async (_, given, chosen, sentence) => {
    await givePassword('admin')
    const answer = await change(ada, given, chosen)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect((await people()).find(({ name }) => name === 'Ada')?.passwordHash).toBe(hash)
  })

  test('lets nobody guess the present password quickly', async () => {
    await givePassword('admin')
    for (let tries = 0; tries < 5; tries++) await change(ada, `guess ${tries}`, 'a new and longer')
    expect((await change(ada, password, 'a new and longer')).text).toContain('too many tries')
  })

  test('speaks the language its person chose, on every device', async () => {
    const language = new URLSearchParams({ language: 'fr', returnTo: '/account' })
    const answer = await ada.send('/language', { method: 'POST', body: language })
    expect(answer.location).toBe('/account')
    const phone = await clientOf(world, 'admin')
    expect((await phone.get('/account')).text).toContain('Où vous êtes connecté')
  })
})
