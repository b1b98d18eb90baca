// Each decides for themselves whether to be told by e-mail, and where.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changeLog, digest } from '#src/db/schema/index.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
let chloe: Client
beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator', { sendsMail: true })
})
afterEach(() => world.close())

const rows = () => world.database.read((db) => db.select().from(digest))
const typed = { version: '0', wanted: 'on', address: 'chloe@example.org' }

describe('the morning e-mail', () => {
  test('is not received until it is asked for', async () => {
    expect(await rows()).toEqual([])
    const { text } = await chloe.get('/account')
    expect(text).toContain('Receive it')
    expect(text).not.toContain('You receive it')
  })

  test('is asked for, and stopped, which forgets the address', async () => {
    await chloe.post('/account/digest', typed)
    expect(await rows()).toMatchObject([{ address: 'chloe@example.org', version: 1 }])
    expect((await chloe.get('/account')).text).toContain('You receive it')
    await chloe.post('/account/digest', { version: '1', address: 'chloe@example.org' })
    expect(await rows()).toMatchObject([{ address: null, version: 2 }])
  })

  test('is stopped by no link: a page that is opened changes nothing', async () => {
    await chloe.post('/account/digest', typed)
    expect((await chloe.get('/account/digest')).status).toBe(200)
    expect(await rows()).toMatchObject([{ address: 'chloe@example.org', version: 1 }])
  })

  test('leaves in the log that it was chosen, and never where it goes', async () => {
    await chloe.post('/account/digest', typed)
    await chloe.post('/account/digest', { ...typed, version: '1', address: 'c@example.org' })
    await chloe.post('/account/digest', { version: '2', address: '' })
    const log = await world.database.read((db) => db.select().from(changeLog))
    expect(JSON.stringify(log)).not.toContain('example.org')
    const ada = await clientOf(world, 'admin')
    expect((await ada.get('/changes')).text).toContain('Morning e-mail')
    expect(log).toHaveLength(2)
  })

  test('chosen in two places at once is chosen in one, and shown again as typed', async () => {
    await chloe.post('/account/digest', typed)
    const late = await chloe.post('/account/digest', { ...typed, address: 'late@example.org' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('value="late@example.org"')
    expect(await rows()).toMatchObject([{ address: 'chloe@example.org' }])
    const [, version = ''] = late.text.match(/name="version" value="(\d+)"/) ?? []
    const again = { ...typed, address: 'late@example.org', version }
    expect((await chloe.post('/account/digest', again)).status).toBe(303)
  })

  test('is each one’s own', async () => {
    await chloe.post('/account/digest', typed)
    const sam = await clientOf(world, 'stock', { sendsMail: true })
    expect((await sam.get('/account/digest')).text).not.toContain('chloe@example.org')
    await sam.post('/account/digest', { ...typed, address: 'sam@example.org' })
    expect(await rows()).toHaveLength(2)
  })

  test('is offered neither to outreach workers nor where no mail is sent', async () => {
    const omar = await clientOf(world, 'outreach', { sendsMail: true })
    expect((await omar.get('/account')).text).not.toContain('/account/digest')
    expect((await omar.post('/account/digest', typed)).status).toBe(403)
    const ada = await clientOf(world, 'admin')
    expect((await ada.get('/account')).text).not.toContain('/account/digest')
    expect((await ada.get('/backups')).text).not.toContain('Morning e-mail')
    expect((await ada.get('/account/digest')).text).toContain('sends no e-mail')
  })

  test.each([
    ['no address', { address: '' }, 'such as name@example.org'],
    ['a name alone', { address: 'chloe' }, 'such as name@example.org'],
    ['two addresses', { address: 'a@example.org, b@example.org' }, 'such as name@example.org'],
    ['a second header', { address: 'a@example.org\r\nBcc: b@example.org' }, 'ordinary letters'],
    ['a name beside it', { address: 'Chloé <a@example.org>' }, 'such as name@example.org'],
    ['a very long one', { address: `${'a'.repeat(250)}@example.org` }, 'at most 254'],
    ['no version', { version: '' }, 'out of date'],
    ['a field of another form', { role: 'admin' }, 'out of date'],
  ])('with %s is refused with a sentence', async (_, change, sentence) => {
    const answer = await chloe.post('/account/digest', { ...typed, ...change })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(await rows()).toEqual([])
  })
})
