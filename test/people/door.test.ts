import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { oneTimeLink, person, session, setting, signInAttempt } from '#src/db/schema/index.ts'
import { addLink, addSetUpLink, type Purpose } from '#src/people/one-time-link.ts'
import { passwordHash } from '#src/people/passwords.ts'
import { tokenHash } from '#src/web/session.ts'
import { clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

const password = 'correct horse battery'
let hash: string
let world: World

beforeAll(async () => {
  hash = await passwordHash(password)
})
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

async function givePassword(who: keyof World['people']) {
  await world.write((tx) =>
    tx.update(person).set({ passwordHash: hash }).where(eq(person.id, world.people[who])),
  )
}

async function signIn(signInName: string, typed: string, next = '') {
  const browser = await clientOf(world, null)
  const answer = await browser.post('/sign-in', { signInName, password: typed, next })
  return { browser, answer }
}

function link(purpose: Purpose, personId: number | null, token: string) {
  return world.write((tx) =>
    addLink(tx, { purpose, personId, tokenHash: tokenHash(token), at: world.clock() }),
  )
}

describe('signing in', () => {
  beforeEach(() => givePassword('stock'))

  test('takes the name in any case, and leads to the first page of the role', async () => {
    const { browser, answer } = await signIn(' SAM ', password)
    expect(answer).toMatchObject({ status: 303, location: '/' })
    expect((await browser.get('/')).location).toBe('/stock')
  })

  test('says the same of a wrong name, a wrong password, nobody’s password and a closed account', async () => {
    await givePassword('outreach')
    await world.write((tx) =>
      tx
        .update(person)
        .set({ disabledOn: '2026-11-01' })
        .where(eq(person.id, world.people.outreach)),
    )
    const tries = [
      await signIn('nobody', password),
      await signIn('sam', 'correct horse batterie'),
      await signIn('chloé', password),
      await signIn('omar', password),
    ]
    for (const { answer } of tries) {
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('This name and password do not go together')
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  test('never shows a password again', async () => {
    const { answer } = await signIn('sam', 'a wrong but private one')
    expect(answer.text).toContain('value="sam"')
    expect(answer.text).not.toContain('private')
  })

  test.each([
    ['', '/'],
    ['/items/3?lot=4', '/items/3?lot=4'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/\t/elsewhere.example', '/'],
    ['/.//elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['elsewhere', '/'],
  ])('on the way to %j goes to %s', async (next, location) => {
    const { answer } = await signIn('sam', password, next)
    expect(answer).toMatchObject({ status: 303, location })
  })

  test('comes from the page that was asked for, with its query', async () => {
    const stranger = await clientOf(world, null)
    const answer = await stranger.get('/stock?level=now')
    expect(answer.location).toBe('/sign-in?next=%2Fstock%3Flevel%3Dnow')
    const page = await stranger.get(answer.location ?? '')
    expect(page.text).toContain('name="next" value="/stock?level=now"')
  })

  test('makes a token of its own, which the database does not hold', async () => {
    const { browser, answer } = await signIn('sam', password)
    const again = await browser.post('/sign-in', { signInName: 'sam', password, next: '' })
    const tokens = [answer, again].map(
      ({ headers }) => headers.get('set-cookie')?.match(/session=([\w-]+)/)?.[1],
    )
    expect(new Set(tokens).size).toBe(2)
    const rows = await world.database.read((db) => db.select().from(session))
    expect(rows).toHaveLength(1)
    for (const token of tokens) expect(JSON.stringify(rows)).not.toContain(token)
  })

  test('sets a cookie that no script reads and no other site sends, and over TLS no other host sets', async () => {
    const secure = await clientOf(world, null, { secure: true })
    const { headers } = await secure.post('/sign-in', { signInName: 'sam', password, next: '' })
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-session=/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) {
      expect(cookie).toContain(part)
    }
  })

  test('twelve words of another keyboard are the same password', async () => {
    const decomposed = 'éléphant à lunettes'.normalize('NFD')
    const chosen = await passwordHash(decomposed.normalize('NFC'))
    await world.write((tx) =>
      tx.update(person).set({ passwordHash: chosen }).where(eq(person.id, world.people.stock)),
    )
    expect((await signIn('sam', decomposed)).answer.status).toBe(303)
  })

  test.each([
    ['no name', { signInName: '' }, 'Fill this in'],
    ['no password', { password: '' }, 'Fill this in'],
    ['a field that is not on the form', { role: 'admin' }, 'out of date'],
    ['no request id', { requestId: '' }, 'out of date'],
    ['a NUL in the name', { signInName: 'sam\u0000' }, 'ordinary letters'],
    ['a password of a thousand letters', { password: 'a'.repeat(1000) }, 'at most 500'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const browser = await clientOf(world, null)
    const answer = await browser.post('/sign-in', {
      ...{ signInName: 'sam', password, next: '' },
      ...change,
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })
})

describe('guessing', () => {
  beforeEach(() => givePassword('stock'))

  test('is counted even when all guesses arrive at once', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => signIn('sam', 'not the password')),
    )
    const judged = tries.filter(({ answer }) => answer.text.includes('do not go together'))
    expect(judged).toHaveLength(5)
    for (const { answer } of tries) expect(answer.status).toBe(422)
  })

  test('slows down an account, and half a minute later lets the right password in', async () => {
    for (let tries = 0; tries < 12; tries++) {
      await signIn('sam', 'not the password')
      world.pass(10 / 3600)
    }
    await signIn('sam', 'not the password')
    expect((await signIn('sam', password)).answer.text).toContain('too many tries')
    world.pass(30 / 3600)
    expect((await signIn('sam', password)).answer.status).toBe(303)
  })

  test('is forgotten after the right password', async () => {
    for (let tries = 0; tries < 4; tries++) await signIn('sam', 'not the password')
    await signIn('sam', password)
    expect(await world.database.read((db) => db.select().from(signInAttempt))).toEqual([])
  })

  test('of many names from one address slows down that address alone', async () => {
    const from = async (address: string, signInName: string) => {
      const browser = await clientOf(world, null, { trustProxy: true })
      const body = new URLSearchParams({
        ...{ requestId: crypto.randomUUID(), signInName, password, next: '' },
      })
      const headers = { 'x-forwarded-for': `203.0.113.9, ${address}` }
      return browser.send('/sign-in', { method: 'POST', body, headers })
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => from('198.51.100.7', `name ${n}`)))
    expect((await from('198.51.100.7', 'sam')).text).toContain('too many tries')
    expect((await from('198.51.100.8', 'sam')).status).toBe(303)
  })

  test('leaves no name and no address readable, and nothing after an hour', async () => {
    await signIn('somebody@example.org', 'not the password')
    const rows = await world.database.read((db) => db.select().from(signInAttempt))
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('somebody')
    world.pass(2)
    await signIn('sam', password)
    expect(await world.database.read((db) => db.select().from(signInAttempt))).toEqual([])
  })

  test('with a clock that was set back waits for no longer', async () => {
    for (let tries = 0; tries < 6; tries++) await signIn('sam', 'not the password')
    world.pass(-24)
    expect((await signIn('sam', password)).answer.text).toMatch(/Wait \d+ second/)
  })
})

describe('a session', () => {
  test('ends with signing out; the browser keeps no page, and what waits in it unsent', async () => {
    const sam = await clientOf(world, 'stock')
    const cookie = (await world.database.read((db) => db.select().from(session))).length
    const answer = await sam.post('/sign-out', {})
    expect(answer).toMatchObject({ status: 303, location: '/sign-in' })
    expect(answer.headers.get('clear-site-data')).toBe('"cache"')
    expect(answer.headers.getSetCookie().join()).toMatch(/^session=; Max-Age=0/)
    expect(cookie).toBe(1)
    expect(await world.database.read((db) => db.select().from(session))).toEqual([])
  })

  test('ends after 4 hours without use', async () => {
    const sam = await clientOf(world, 'stock')
    world.pass(3.9)
    expect((await sam.get('/account')).status).toBe(200)
    world.pass(3.9)
    expect((await sam.get('/account')).status).toBe(200)
    world.pass(4.1)
    expect((await sam.get('/account')).location).toBe('/sign-in?next=%2Faccount')
  })

  test('ends after 12 hours however busy', async () => {
    const sam = await clientOf(world, 'stock')
    for (let hour = 1; hour < 12; hour++) {
      world.pass(1)
      expect((await sam.get('/account')).status).toBe(200)
    }
    world.pass(1)
    expect((await sam.get('/account')).status).toBe(303)
  })

  test('ends when the clock jumps back, and does not live on when it jumped ahead first', async () => {
    const sam = await clientOf(world, 'stock')
    world.pass(-0.5)
    expect((await sam.get('/account')).status).toBe(200)
    world.pass(-1)
    expect((await sam.get('/account')).status).toBe(303)
    world.pass(1.5)
    world.pass(3)
    expect((await sam.get('/account')).status).toBe(200)
    world.pass(-2)
    expect((await sam.get('/account')).status).toBe(303)
  })

  test('ends at the next request of somebody who was disabled', async () => {
    const sam = await clientOf(world, 'stock')
    const ada = await clientOf(world, 'admin')
    expect((await sam.get('/donations')).status).toBe(200)
    await ada.post(`/people/${world.people.stock}/disabling`, {})
    expect((await sam.get('/donations')).location).toBe('/sign-in?next=%2Fdonations')
    expect((await sam.post('/donations', {})).status).toBe(401)
  })

  test('has the new role at the next request', async () => {
    const sam = await clientOf(world, 'stock')
    const ada = await clientOf(world, 'admin')
    expect((await sam.get('/donations')).status).toBe(200)
    await ada.post(`/people/${world.people.stock}`, {
      ...{ name: 'Sam', signInName: 'sam', role: 'outreach', language: 'en', version: '1' },
    })
    expect((await sam.get('/donations')).status).toBe(403)
  })
})

describe('setting up', () => {
  const filled = {
    ...{ programmeName: 'Rézo', name: 'Ada', signInName: 'Ada@Rezo.example', password },
    language: 'fr',
  }

  beforeEach(async () => {
    await world.write((tx) => tx.delete(person))
    await setUpLink('first')
  })

  function setUpLink(token: string) {
    return world.write((tx) => addSetUpLink(tx, { tokenHash: tokenHash(token), at: world.clock() }))
  }

  test('names the programme, makes the first admin and shows what to do next', async () => {
    const browser = await clientOf(world, null)
    expect((await browser.get('/set-up/first')).status).toBe(200)
    const answer = await browser.post('/set-up/first', filled)
    expect(answer).toMatchObject({ status: 303, location: '/start' })
    expect((await browser.get('/start')).text).toContain('Pour commencer')
    expect((await browser.get('/')).location).toBe('/start')
    const [row] = await world.database.read((db) => db.select().from(setting))
    expect(row?.programmeName).toBe('Rézo')
    const people = await world.database.read((db) => db.select().from(person))
    expect(people).toMatchObject([{ signInName: 'ada@rezo.example', role: 'admin' }])
    expect((await signIn('ada@rezo.example', password)).answer.status).toBe(303)
  })

  test('works once', async () => {
    const browser = await clientOf(world, null)
    const answers = await Promise.all([
      browser.post('/set-up/first', filled),
      browser.post('/set-up/first', { ...filled, signInName: 'eve' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404])
    expect((await browser.get('/set-up/first')).status).toBe(404)
    expect(await world.database.read((db) => db.select().from(person))).toHaveLength(1)
  })

  test('by the first link is over when a restart made a second', async () => {
    expect(await setUpLink('second')).toBe(true)
    const browser = await clientOf(world, null)
    expect((await browser.get('/set-up/first')).status).toBe(404)
    expect((await browser.get('/set-up/second')).status).toBe(200)
  })

  test('is over after a day', async () => {
    world.pass(24)
    const browser = await clientOf(world, null)
    expect((await browser.get('/set-up/first')).status).toBe(404)
    expect((await browser.post('/set-up/first', filled)).status).toBe(404)
  })

  test('is over when somebody came in another way, as with the demo', async () => {
    await world.write((tx) =>
      tx
        .insert(person)
        .values({ name: 'Demo', signInName: 'demo', role: 'outreach', language: 'fr' }),
    )
    const browser = await clientOf(world, null)
    expect((await browser.post('/set-up/first', filled)).status).toBe(404)
    expect(await setUpLink('second')).toBe(false)
  })

  test.each([
    ['eleven characters', { password: 'abcdefghijk' }, 'at least 12 characters'],
    ['eleven emojis', { password: '🐘'.repeat(11) }, 'at least 12 characters'],
    ['no programme', { programmeName: ' ' }, 'Fill this in'],
    ['no name', { name: '' }, 'Fill this in'],
    ['no sign-in name', { signInName: '' }, 'Fill this in'],
    ['a name of a page', { name: 'a'.repeat(121) }, 'at most 120'],
    ['another language', { language: 'tlh' }, 'Choose one from the list'],
    ['a role of its own', { role: 'admin' }, 'out of date'],
  ])('with %s is refused with a sentence, and the link stays good', async (_, change, sentence) => {
    const browser = await clientOf(world, null)
    const answer = await browser.post('/set-up/first', { ...filled, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect((await browser.get('/set-up/first')).status).toBe(200)
  })
})

describe('an invitation link', () => {
  beforeEach(() => link('invitation', world.people.outreach, 'invited'))

  test('lets its person choose a password, once, and signs them in', async () => {
    const browser = await clientOf(world, null)
    expect((await browser.get('/invitations/invited')).text).toContain('Omar')
    const short = await browser.post('/invitations/invited', { password: 'too short' })
    expect(short.status).toBe(422)
    const answer = await browser.post('/invitations/invited', { password })
    expect(answer).toMatchObject({ status: 303, location: '/' })
    expect((await browser.get('/')).location).toBe('/bags')
    expect((await browser.get('/invitations/invited')).status).toBe(404)
    expect((await signIn('omar', password)).answer.status).toBe(303)
  })

  test('ends what an older password began', async () => {
    const omar = await clientOf(world, 'outreach')
    expect((await omar.get('/account')).status).toBe(200)
    const elsewhere = await clientOf(world, null)
    await elsewhere.post('/invitations/invited', { password })
    expect((await omar.get('/account')).status).toBe(303)
  })

  test('is over after 7 days, after a new one, and when its person is disabled', async () => {
    const browser = await clientOf(world, null)
    world.pass(7 * 24)
    expect((await browser.get('/invitations/invited')).status).toBe(404)
    await link('invitation', world.people.outreach, 'newer')
    expect((await browser.get('/invitations/newer')).status).toBe(200)
    await link('invitation', world.people.outreach, 'newest')
    expect((await browser.get('/invitations/newer')).status).toBe(404)
    const ada = await clientOf(world, 'admin')
    await ada.post(`/people/${world.people.outreach}/disabling`, {})
    expect((await browser.get('/invitations/newest')).status).toBe(404)
  })

  test('opens no other door', async () => {
    const browser = await clientOf(world, null)
    expect((await browser.get('/set-up/invited')).status).toBe(404)
    expect((await browser.get('/demo-sign-in/invited')).status).toBe(404)
    expect((await browser.post('/demo-sign-in/invited', {})).status).toBe(404)
  })

  test('is not in the database', async () => {
    const rows = await world.database.read((db) => db.select().from(oneTimeLink))
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('"invited"')
  })
})

describe('a demo link', () => {
  beforeEach(() => link('demo', world.people.coordinator, 'demo'))

  test('signs nobody in by being opened, and one person once by its button', async () => {
    const browser = await clientOf(world, null)
    const opened = await browser.get('/demo-sign-in/demo')
    expect(opened.status).toBe(200)
    expect(opened.headers.get('set-cookie')).toBeNull()
    expect((await browser.get('/account')).status).toBe(303)
    expect((await browser.post('/demo-sign-in/demo', {})).status).toBe(303)
    expect((await browser.get('/account')).text).toContain('Chloé')
    const another = await clientOf(world, null)
    expect((await another.post('/demo-sign-in/demo', {})).status).toBe(404)
  })
})
