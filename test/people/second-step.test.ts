import { TOTP } from 'otpauth'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { person, recoveryCode, secondStep, session } from '#src/db/schema/index.ts'
import { addLink } from '#src/people/one-time-link.ts'
import { passwordHash } from '#src/people/passwords.ts'
import { stepOfCode } from '#src/people/totp.ts'
import { tokenHash } from '#src/web/session.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { openWorld, type World } from '#test/support/world.ts'

const password = 'correct horse battery'
let hash: string
let world: World

beforeAll(async () => {
  hash = await passwordHash(password)
})
beforeEach(async () => {
  world = await openWorld()
  await world.write((tx) => tx.update(person).set({ passwordHash: hash }))
})
afterEach(() => world.close())

/** What Sam's app shows, that many half minutes from now. */
async function codeOf(later = 0): Promise<string> {
  const [row] = await world.database.read((db) => db.select().from(secondStep))
  const timestamp = world.clock() + later * 30_000
  return new TOTP({ secret: row?.secret ?? '' }).generate({ timestamp })
}

/** Sam sets it up. @returns the recovery codes */
async function setUp(): Promise<string[]> {
  const sam = await clientOf(world, 'stock')
  await sam.post('/account/second-step', {})
  const answer = await sam.post('/account/second-step/confirmation', { code: await codeOf(-1) })
  return [...answer.text.matchAll(/<code>([A-Z0-9-]{19})<\/code>/g)].map(([, code]) => code ?? '')
}

/** Sam's browser after the right password, with the form for the code. */
async function atTheDoor(more: Record<string, string> = {}) {
  const browser = await clientOf(world, null)
  const answer = await browser.post('/sign-in', { signInName: 'sam', password, ...more })
  return { browser, answer, fields: () => fieldsOf(answer.text, '/sign-in/second-step') }
}

const mayEnter = async (browser: Client) => (await browser.get('/stock')).status === 200
const sessions = () => world.database.read((db) => db.select().from(session))

test('a code is reckoned as the standard says', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect(stepOfCode('287082', { secret, at: 59_000 })).toBe(1)
  expect(stepOfCode('081804', { secret, at: 1_111_111_109_000 })).toBe(37_037_036)
  expect(stepOfCode('081804', { secret, at: 1_111_111_109_000 + 90_000 })).toBeNull()
  expect(stepOfCode('', { secret, at: 59_000 })).toBeNull()
})

describe('setting up the second step', () => {
  test('shows a picture for the app, and asks for nothing before its first code', async () => {
    const sam = await clientOf(world, 'stock')
    await sam.post('/account/second-step', {})
    const { text } = await sam.get('/account/second-step')
    expect(text).toContain('role="img"')
    expect(text).toMatch(/otpauth:\/\/totp\/[^"]*sam[^"]*secret=[A-Z2-7]{32}/)
    const { browser, answer } = await atTheDoor()
    expect(answer).toMatchObject({ status: 303, location: '/' })
    expect(await mayEnter(browser)).toBe(true)
  })

  test('with a wrong code is refused; with the right one gives eight recovery codes, once', async () => {
    const sam = await clientOf(world, 'stock')
    await sam.post('/account/second-step', {})
    const wrong = await sam.post('/account/second-step/confirmation', { code: '000000' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('This code does not open')
    const right = await sam.post('/account/second-step/confirmation', { code: await codeOf() })
    expect(new Set(right.text.match(/[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/g)).size).toBe(8)
    const { text } = await sam.get('/account/second-step')
    expect(text).toContain('8 recovery codes are left')
    expect(text).not.toContain('otpauth')
  })

  test('keeps no recovery code readable, and is in the list of changes without its secret', async () => {
    const codes = await setUp()
    const rows = await world.database.read((db) => db.select().from(recoveryCode))
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code)
    const ada = await clientOf(world, 'admin')
    const { text } = await ada.get('/changes')
    const [row] = await world.database.read((db) => db.select().from(secondStep))
    expect(text).toContain('Second step')
    expect(text).not.toContain(row?.secret)
  })

  test('cannot be begun anew while it stands: that would be a way around it', async () => {
    await setUp()
    const sam = await clientOf(world, 'stock')
    const answer = await sam.post('/account/second-step', {})
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('set up already')
  })
})

describe('signing in with the second step', () => {
  test('needs the code after the password, and goes where one was going', async () => {
    await setUp()
    const before = (await sessions()).length
    const { browser, answer, fields } = await atTheDoor({ next: '/orders' })
    expect(answer.text).toContain('Now the code of your app')
    expect(await sessions()).toHaveLength(before)
    expect(await mayEnter(browser)).toBe(false)
    const opened = await browser.post('/sign-in/second-step', { ...fields(), code: await codeOf() })
    expect(opened).toMatchObject({ status: 303, location: '/orders' })
    expect(await mayEnter(browser)).toBe(true)
  })

  test('takes a code once', async () => {
    await setUp()
    const code = await codeOf()
    const first = await atTheDoor()
    await first.browser.post('/sign-in/second-step', { ...first.fields(), code })
    const second = await atTheDoor()
    const answer = await second.browser.post('/sign-in/second-step', { ...second.fields(), code })
    expect(answer.text).toContain('was used already')
    expect(await mayEnter(second.browser)).toBe(false)
  })

  test('takes a recovery code once, however it is typed', async () => {
    const [code = ''] = await setUp()
    const typed = code.toLowerCase().replaceAll('-', ' ')
    const first = await atTheDoor()
    await first.browser.post('/sign-in/second-step', { ...first.fields(), code: typed })
    expect(await mayEnter(first.browser)).toBe(true)
    const second = await atTheDoor()
    await second.browser.post('/sign-in/second-step', { ...second.fields(), code })
    expect(await mayEnter(second.browser)).toBe(false)
  })

  test('slows down who guesses codes, and never stops who has the right one', async () => {
    await setUp()
    const { browser, fields } = await atTheDoor()
    const guess = (code: string) => browser.post('/sign-in/second-step', { ...fields(), code })
    for (let tries = 0; tries < 5; tries++) await guess('000000')
    expect((await guess(await codeOf())).text).toContain('too many tries')
    world.pass(1 / 60)
    expect(await guess(await codeOf())).toMatchObject({ status: 303 })
  })

  test('is begun again after ten minutes, with the form that was held', async () => {
    await setUp()
    const sam = await clientOf(world, 'stock')
    world.pass(5)
    const held = fieldsOf((await sam.post('/orders/1/closing', {})).text, '/sign-in')
    const door = await sam.post('/sign-in', { ...held, signInName: 'sam', password })
    const fields = fieldsOf(door.text, '/sign-in/second-step')
    world.pass(0.2)
    const late = await sam.post('/sign-in/second-step', { ...fields, code: await codeOf() })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Type your password again')
    expect(fieldsOf(late.text, '/sign-in')).toMatchObject({ heldPath: '/orders/1/closing' })
  })

  test('is asked also of who came by an invitation link', async () => {
    await setUp()
    const link = { purpose: 'invitation', personId: world.people.stock } as const
    await world.write((tx) =>
      addLink(tx, { ...link, tokenHash: tokenHash('token'), at: world.clock() }),
    )
    const browser = await clientOf(world, null)
    const answer = await browser.post('/invitations/token', { password: 'another long password' })
    expect(answer).toMatchObject({ status: 303, location: '/sign-in' })
    expect(await mayEnter(browser)).toBe(false)
  })
})

describe('ending the second step', () => {
  test('asks for the password', async () => {
    await setUp()
    const sam = await clientOf(world, 'stock')
    const wrong = await sam.post('/account/second-step/removal', { password: 'not this one' })
    expect(wrong.status).toBe(422)
    expect((await sam.get('/account/second-step')).text).toContain('recovery codes are left')
    expect((await sam.post('/account/second-step/removal', { password })).status).toBe(303)
    expect((await atTheDoor()).answer.location).toBe('/')
    expect(await world.database.read((db) => db.select().from(recoveryCode))).toEqual([])
  })

  test('is what an administrator does for a lost phone', async () => {
    await setUp()
    const ada = await clientOf(world, 'admin')
    const path = `/people/${world.people.stock}`
    expect((await ada.get(path)).text).toContain('End the second step')
    expect((await ada.post(`${path}/second-step-removal`, {})).location).toBe(path)
    expect((await ada.get(path)).text).not.toContain('End the second step')
    expect((await atTheDoor()).answer.location).toBe('/')
  })
})

test.each([
  ['no code', { code: '' }, 'Fill this in'],
  ['letters', { code: 'abcdef' }, 'does not open'],
  ['a proof that nobody was given', { proof: 'x' }, 'Type your password again'],
  ['a field that is not on the form', { extra: '1' }, 'out of date'],
])('a second step with %s is refused with a sentence', async (_, change, sentence) => {
  await setUp()
  const { browser, fields } = await atTheDoor()
  const answer = await browser.post('/sign-in/second-step', { ...fields(), code: '1', ...change })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain(sentence)
  expect(await mayEnter(browser)).toBe(false)
})
