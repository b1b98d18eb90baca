// Somebody asks for the morning's e-mail, is told what is wrong with an address, receives it, and stops it
// again from the page to which the message leads.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startDigests } from '#src/alerts/digest/start-digests.ts'
import { readSettings } from '#src/env.ts'
import { mailBy } from '#src/jobs/mail.ts'
import { handedOut } from '#test/alerts/story.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { openWorld, timeZone, type World } from '#test/support/world.ts'
import { digestMessage } from '#views/alerts/digest/message.tsx'
import { personIn } from './person.ts'
import { guises } from './story.ts'

const browser = launchBrowser()
let world: World
let served: Served

beforeEach(async () => {
  world = await openWorld()
  served = await serve(world, { sendsMail: true })
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
})
afterEach(async () => {
  await served.close()
  await world.close()
})

test.each(guises)('what to order comes by e-mail until it is stopped, %s', async (_, guise) => {
  const person = await personIn(guise, { browser, world, served })
  const { page, words } = person
  const { digest, people } = words
  const main = () => page.textContent('main')
  await person.becomes('admin')
  await person.opens('/account', people.account)
  await person.follows(digest.begin, digest.title)
  await page.getByLabel(digest.wanted).check()
  await page.getByLabel(digest.address).fill('ada')
  const { title } = digest
  await person.presses(digest.save, words.common.errorTitle({ title }))
  expect(await page.getByLabel(digest.address).inputValue()).toBe('ada')
  await page.getByLabel(digest.address).fill('ada@example.org')
  await person.presses(digest.save, people.account)
  expect(await main()).toContain(digest.stands)

  const message = await nextMessage()
  expect(message.to).toEqual(['ada@example.org'])
  expect(message.text).toContain(person.name('cond'))
  await person.opens('/backups', words.keeping.title)
  expect(await main()).toContain(digest.lastSentAny({ day: world.today() }))

  // The last link of the message; opening it stops nothing.
  await person.opens(message.text.match(/\S+$/)?.[0] ?? '', title)
  expect(await main()).toContain(digest.lastSent({ day: world.today() }))
  await page.getByLabel(digest.wanted).uncheck()
  await person.presses(digest.save, people.account)
  expect(await main()).not.toContain(digest.stands)
  await person.follows(digest.begin, title)
  expect(await page.getByLabel(digest.address).inputValue()).toBe('')
})

/** What comes when the hour does. */
async function nextMessage() {
  const { port, received } = await mailServer({ authOptional: true })
  const SMTP_URL = `smtp://127.0.0.1:${port}?from=relais@example.org`
  const { SMTP_URL: server } = readSettings({ SMTP_URL, PUBLIC_URL: served.url })
  if (!server) throw new Error('no mail server')
  const { database, clock } = world
  const mail = mailBy(server, 'localhost')
  const log = () => {}
  const digests = startDigests({
    ...{ database, clock, timeZone, mail, log, url: served.url, write: digestMessage },
  })
  // Stopping waits half a second for it; a busy machine may take longer.
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1)
  await digests.stop()
  const [message] = received
  if (!message) throw new Error('nothing came')
  return message
}
