// The morning's e-mail: who gets it, when it is worth sending, and what it says, against a real mail server.
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readers } from '#src/alerts/digest/queries.ts'
import { sendDue } from '#src/alerts/digest/start-digests.ts'
import { openDatabase } from '#src/db/open.ts'
import { digest, jobRun, person, type Role } from '#src/db/schema/index.ts'
import { readSettings } from '#src/env.ts'
import { mailBy } from '#src/jobs/mail.ts'
import { access } from '#src/web/access.ts'
import { clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import { fieldsOf } from '#test/support/fields.ts'
import { freshServer } from '#test/support/fresh-server.ts'
import { login, mailServer } from '#test/support/mail-server.ts'
import { sqldAvailable } from '#test/support/sqld.ts'
import { openWorld, stockUp, timeZone, type World } from '#test/support/world.ts'
import { digestMessage } from '#views/alerts/digest/message.tsx'
import { handedOut } from '../story.ts'

test('whoever may read the board may have it by e-mail', () => {
  const board = access.find(([method, path]) => method === 'GET' && path === '/alerts')
  expect(board?.[2]).toEqual(readers)
})

onBothEngines('the morning e-mail', (open) => {
  let world: World
  const events: object[] = []
  beforeEach(async () => {
    events.length = 0
    world = await open()
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    // Tuesday, 8:00.
    world.pass(18)
  })
  afterEach(() => world.close())

  const wants = async (role: Role, address = `${role}@example.org`) => {
    const c = await clientOf(world, role, { sendsMail: true })
    const version = String((await chosen(role))?.version ?? 0)
    const answer = await c.post('/account/digest', { version, wanted: 'on', address })
    expect(answer).toMatchObject({ status: 303, location: '/account' })
  }
  const chosen = async (role: Role) => {
    const { database, people } = world
    const mine = eq(digest.personId, people[role])
    return (await database.read((db) => db.select().from(digest).where(mine)))[0]
  }
  const hour = async (port: number, pass = login.pass) => {
    const log = (event: object) => events.push(event)
    const options = { ...optionsFor(port, world.clock, pass), database: world.database, log }
    await sendDue(options).catch(() => {})
  }
  const lastRun = async () => {
    const digests = eq(jobRun.name, 'digest')
    return (await world.database.read((db) => db.select().from(jobRun).where(digests)))[0]
  }
  const day = 24

  test('goes to whoever asked for it, each in their language, and to nobody else', async () => {
    const { port, received } = await mailServer()
    await world.write((tx) =>
      tx.update(person).set({ language: 'fr' }).where(eq(person.name, 'Chloé')),
    )
    await wants('coordinator')
    await wants('admin')
    await hour(port)
    // Two connections: either may arrive first.
    const messages = received.toSorted((a, b) => (`${a.to}` < `${b.to}` ? -1 : 1))
    expect(messages.map(({ to }) => to)).toEqual([
      ['admin@example.org'],
      ['coordinator@example.org'],
    ])
    const [english, french] = messages
    expect(english?.subject).toBe('1 new on your list')
    expect(english?.text).toContain('- External condom (new)\n  About 4 open days left.\n')
    expect(english?.text).toContain('Order 576 condoms = 4 gross × 144, today.')
    expect(english?.text).toContain('See the board: https://stock.example.org/alerts')
    expect(english?.html).toContain('<html lang="en-CA">')
    expect(english?.html).toContain('<a href="https://stock.example.org/account/digest">')
    expect(french?.subject).toBe('1 nouveauté sur votre liste')
    expect(french?.text).toContain('À commander\n\n- Condom externe (nouveau)\n  Reste environ 4')
    expect(french?.text).toContain('Voir le tableau\u00a0: https://stock.example.org/alerts')
    expect(french?.html).toContain('<html lang="fr-CA">')
    expect(await lastRun()).toMatchObject({ succeeded: true, message: '2' })
  })

  test('names no item in its subject, and no person, place or venue at all', async () => {
    const { port, received } = await mailServer()
    await wants('coordinator')
    await hour(port)
    const [{ subject, raw, text } = { subject: '', raw: '', text: '' }] = received
    expect(`${subject} ${raw.split('\r\n\r\n')[0]}`).not.toMatch(/condom|seringue|syringe/i)
    expect(text).not.toMatch(/Chloé|Sky|Motel|Parc|Sac|stockroom/)
  })

  test('is not sent twice for the same, until a week has passed', async () => {
    const { port, received } = await mailServer()
    await wants('coordinator')
    await hour(port)
    await hour(port)
    for (let days = 1; days <= 6; days += 1) {
      world.pass(day)
      await hour(port)
    }
    expect(received).toHaveLength(1)
    world.pass(day)
    await hour(port)
    expect(received[1]?.subject).toMatch(/^Your list: \d+$/)
  })

  test('is sent once when two see to it at the same time', async () => {
    const { port, received } = await mailServer()
    for (const role of ['coordinator', 'admin'] as const) await wants(role)
    await Promise.all([hour(port), hour(port)])
    expect(received.map(({ to }) => to?.[0]).sort()).toEqual([
      'admin@example.org',
      'coordinator@example.org',
    ])
  })

  test('goes again when an item comes onto the list, and tells which is new', async () => {
    const { port, received } = await mailServer()
    await wants('coordinator')
    await hour(port)
    await handedOut(world, { code: 'soap', aDay: 5, weeks: 8, left: 4 })
    await hour(port)
    expect(received).toHaveLength(1)
    world.pass(day)
    await hour(port)
    expect(received[1]?.subject).toBe('1 new on your list')
    expect(received[1]?.text).toMatch(/- Soap[^\n]* \(new\)/)
    expect(received[1]?.text).not.toContain('condom (new)')
  })

  test('is silent while nothing presses', async () => {
    const { port, received } = await mailServer()
    await stockUp(world, [{ code: 'cond', quantity: 20_000 }])
    await wants('coordinator')
    await hour(port)
    expect(received).toEqual([])
    expect(await lastRun()).toMatchObject({ succeeded: true, message: '0' })
    expect((await chosen('coordinator'))?.sentOn).toBe(null)
  })

  test('does not tell what was put aside, until it is back', async () => {
    const { port, received } = await mailServer()
    await wants('coordinator')
    const chloe = await clientOf(world, 'coordinator')
    const page = `/alerts/${world.item('cond').id}/snooze`
    const fields = fieldsOf((await chloe.get(page)).text, page)
    const aside = { ...fields, wait: 'day', untilOn: '2026-11-26' }
    expect((await chloe.post(page, aside)).status).toBe(303)
    await hour(port)
    world.pass(day)
    await hour(port)
    expect(received).toEqual([])
    world.pass(day)
    await hour(port)
    expect(received[0]?.subject).toBe('1 new on your list')
  })

  test('goes neither before eight nor after twenty', async () => {
    const { port, received } = await mailServer()
    await wants('coordinator')
    world.pass(-1)
    await hour(port)
    world.pass(14)
    await hour(port)
    expect(received).toEqual([])
    world.pass(-1)
    await hour(port)
    expect(received).toHaveLength(1)
  })

  test('does not go to somebody disabled, nor to somebody who may not read the board any more', async () => {
    const { port, received } = await mailServer()
    const { people } = world
    for (const role of ['coordinator', 'stock'] as const) await wants(role)
    const ada = await clientOf(world, 'admin')
    await ada.post(`/people/${people.coordinator}/disabling`, {})
    const sam = { name: 'Sam', signInName: 'sam', role: 'outreach', language: 'en', version: '1' }
    await ada.post(`/people/${people.stock}`, sam)
    await hour(port)
    expect(received).toEqual([])
    // Nothing is kept of somebody who left.
    expect((await chosen('coordinator'))?.address).toBe(null)
  })

  test('stays due when the server refuses the password, and goes an hour later', async () => {
    const { port, received, tried } = await mailServer()
    for (const role of ['coordinator', 'admin'] as const) await wants(role)
    await hour(port, 'wrong')
    // Once is enough to know.
    expect(tried).toHaveLength(1)
    expect(await lastRun()).toMatchObject({ succeeded: false, message: 'login' })
    expect(events).toEqual([{ message: 'digests not sent', why: 'login' }])
    world.pass(1)
    await hour(port)
    expect(received).toHaveLength(2)
    expect(await lastRun()).toMatchObject({ succeeded: true, message: '2' })
  })

  test('that one address refuses reaches the others, and its person is told', async () => {
    const { port, received, tried } = await mailServer({
      onRcptTo: ({ address }, _, done) => {
        const error = Object.assign(new Error(`no ${address}`), { responseCode: 550 })
        done(address === 'admin@example.org' ? error : null)
      },
    })
    for (const role of ['coordinator', 'admin'] as const) await wants(role)
    await hour(port)
    world.pass(1)
    await hour(port)
    expect(received.map(({ to }) => to)).toEqual([['coordinator@example.org']])
    expect(tried).toHaveLength(2)
    expect(JSON.stringify([events, await lastRun()])).not.toContain('example.org')
    const ada = await clientOf(world, 'admin', { sendsMail: true })
    expect((await ada.get('/account/digest')).text).toContain(
      'the mail server refused this address',
    )
    expect((await ada.get('/backups')).text).toContain('refused somebody’s address')
    await wants('admin', 'ada@example.org')
    await hour(port)
    expect(received[1]?.to).toEqual(['ada@example.org'])
  })

  test('another address is told everything anew, though not twice in a day', async () => {
    const { port, received } = await mailServer()
    await wants('coordinator')
    await hour(port)
    await wants('coordinator', 'chloe@example.org')
    await hour(port)
    expect(received).toHaveLength(1)
    world.pass(day)
    await hour(port)
    expect(received[1]).toMatchObject({ to: ['chloe@example.org'] })
    expect(received[1]?.text).toContain('External condom (new)')
  })
})

describe.skipIf(!sqldAvailable)('two apps on one server', () => {
  test('send the morning e-mail once, and each may send it another day', async () => {
    const { port, received } = await mailServer()
    const address = await freshServer()
    const world = await openWorld(address)
    const other = await openDatabase(address)
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    world.pass(18)
    const fields = { version: '0', wanted: 'on', address: 'chloe@example.org' }
    const chloe = await clientOf(world, 'coordinator', { sendsMail: true })
    expect((await chloe.post('/account/digest', fields)).status).toBe(303)
    const options = optionsFor(port, world.clock)
    const bothRun = () =>
      Promise.all([world.database, other].map((database) => sendDue({ ...options, database })))
    await bothRun()
    expect(received).toHaveLength(1)
    world.pass(7 * 24)
    await bothRun()
    expect(received).toHaveLength(2)
    await other.close()
    await world.close()
  })
})

/** What an app is told that sends through this mail server. */
function optionsFor(port: number, clock: () => number, pass = login.pass) {
  const secret = `${encodeURIComponent(login.user)}:${encodeURIComponent(pass)}`
  const { SMTP_URL: server } = readSettings({
    SMTP_URL: `smtp://${secret}@127.0.0.1:${port}`,
    PUBLIC_URL: 'https://stock.example.org',
  })
  if (!server) throw new Error('no server')
  return {
    ...{ clock, timeZone, write: digestMessage, url: 'https://stock.example.org' },
    mail: mailBy(server, 'stock.example.org'),
    log: (_: object) => {},
  }
}
