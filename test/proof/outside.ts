// One evening on one phone while everything around it fails: no signal, answers cut after the server has
// written them, the server killed, tabs killed, two tabs, a clock that jumps. What was shown on the screen is
// in the book at the end, no less and no more; and the phone's own files tell nothing of it.
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { businessDay } from '#src/day.ts'
import { filePath, openDatabase } from '#src/db/open.ts'
import { item, location, session, shift, shiftPerson } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { post } from '#src/ledger/post.ts'
import { verify } from '#src/ledger/verify.ts'
import { tokenHash } from '#src/web/session.ts'
import { numbersFrom } from '#test/planning/made-history.ts'
import { type Server, startServer } from '#test/support/server.ts'
import {
  freshFile,
  openWorld,
  setPar,
  stockUp,
  temporaryFolder,
  timeZone,
} from '#test/support/world.ts'
import { type Proof, type Report, together } from './report.ts'

const happeningsOfAnEvening = 12
/** They mostly wait: for a server to start, for a phone to try again. */
const atOnce = 5
const passphrase = 'la neige tombe'
const token = 'outside'
/** What the phone must not hold when the shift is over: things and places by names nothing else has. */
const venueNames = ['Zibeline', 'Ornithorynque']
const itemNames = { cond: 'Quartzite', nalox: 'Xylophage' }
/** Nor how much the bag holds, also after an evening's taps. Alone: the browser's own files are full of times. */
const inBag = 7_318_299
const leftInBag = /(?<!\d)7,?318,?2\d\d(?!\d)/

/** Size: how many evenings. */
export const outside: Proof = async ({ seed, size }) => {
  const reports: Report[] = []
  for (let run = 0; run < size; run += atOnce) {
    const seeds = Array.from(
      { length: Math.min(atOnce, size - run) },
      (_, each) => seed + run + each,
    )
    reports.push(...(await Promise.all(seeds.map(evening))))
  }
  return together(reports)
}

type Evening = {
  readonly random: () => number
  readonly file: string
  readonly road: Road
  readonly context: BrowserContext
  server: Server
  pages: Page[]
  /** Units by item that the screen has shown as given. */
  readonly shown: Map<string, number>
  readonly did: Record<string, number>
}

async function evening(seed: number): Promise<Report> {
  const { url } = await freshFile()
  await settle(url)
  const file = filePath(url)
  const profile = temporaryFolder()
  const road = await roadThrough()
  const at: Evening = {
    ...{ random: numbersFrom(seed), file, road, server: await startServer(file) },
    ...{ context: await phone(profile, road.url), pages: [] },
    ...{ shown: new Map(), did: { taps: 0 } },
  }
  road.leadTo(at.server.url)
  try {
    await pair(at)
    for (let each = 0; each < happeningsOfAnEvening; each++) await somethingHappens(at)
    await allIsSent(at)
  } finally {
    await at.context.close()
    await at.server.kill()
    await road.close()
  }
  const wrong = [...(await differences(url, at)), ...tellingFiles(profile)]
  // The browser may write a last file after it has closed.
  rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  return { did: { evenings: 1, ...at.did }, wrong: wrong.map((text) => `seed ${seed}: ${text}`) }
}

// The evening

const happenings: Readonly<Record<string, (at: Evening) => Promise<unknown>>> = {
  'gives more': (at) => give(at),
  'takes back': (at) => takeBack(at),
  'loses the signal': async ({ road }) => road.become('blocked'),
  'finds the signal': async ({ road }) => road.become('open'),
  'is not answered': async ({ road }) => road.become('cut'),
  'opens another tab': (at) => openTab(at),
  'loses a tab': (at) => loseTab(at),
  'meets a dead server': (at) => restart(at),
  'has a wrong clock': (at) => moveClock(at),
}

/** Something goes wrong or right around the phone, and work goes on. */
async function somethingHappens(at: Evening) {
  const names = Object.keys(happenings)
  const name = names[Math.floor(at.random() * names.length)] ?? 'gives more'
  at.did[name] = (at.did[name] ?? 0) + 1
  await happenings[name]?.(at)
  await give(at)
}

/** Taps a tile, and counts it once the screen does. */
async function give(at: Evening) {
  const page = await uncovered(pageOf(at))
  const [code, name] = at.random() < 0.5 ? ['cond', itemNames.cond] : ['nalox', itemNames.nalox]
  const tile = page.locator('.tile', { hasText: name })
  await changes(page, () => tile.locator('.add').tap(), name)
  at.shown.set(code, (at.shown.get(code) ?? 0) + 1)
  at.did.taps = (at.did.taps ?? 0) + 1
}

async function takeBack(at: Evening) {
  const page = await uncovered(pageOf(at))
  await heard(at, page)
  const undo = page.locator('#undo-last')
  if ((await undo.count()) === 0) return
  const last = (await page.locator('.undo b').textContent()) ?? ''
  const [code = '', name = ''] =
    Object.entries(itemNames).find(([, each]) => last.includes(each)) ?? []
  await changes(page, () => undo.tap(), name)
  at.shown.set(code, (at.shown.get(code) ?? 0) - 1)
}

/**
 * What was tapped in another tab a moment ago is the last thing here too: it comes before anybody can reach for
 * the undo. A tab that was opened with no signal may not know all, and is not waited for long.
 */
async function heard({ pages, shown }: Evening, page: Page) {
  if (pages.length < 2) return
  const counts = Object.entries(itemNames).map(([code, name]) =>
    page
      .locator('.tile', { hasText: name })
      .locator('b', { hasText: new RegExp(`^${shown.get(code) ?? 0}$`) })
      .waitFor({ timeout: 1_000 }),
  )
  await Promise.allSettled(counts)
}

/** Nobody touched it for a minute: on a busy machine an evening is long. */
async function uncovered(page: Page): Promise<Page> {
  const resume = page.locator('[data-resume]')
  if (await resume.isVisible()) await resume.tap()
  return page
}

/** Does it, and waits until the tile shows another count. */
async function changes(page: Page, action: () => Promise<void>, name: string) {
  const count = page.locator('.tile', { hasText: name }).locator('b')
  const before = await count.textContent()
  await action()
  await count.filter({ hasNotText: new RegExp(`^${before}$`) }).waitFor()
}

async function openTab(at: Evening) {
  if (at.pages.length < 2) at.pages.push(await opened(at))
}

async function loseTab(at: Evening) {
  const [lost] = at.pages.splice(Math.floor(at.random() * at.pages.length), 1)
  await lost?.close()
  if (at.pages.length === 0) at.pages.push(await opened(at))
}

async function restart(at: Evening) {
  await at.server.kill()
  at.server = await startServer(at.file)
  at.road.leadTo(at.server.url)
}

async function moveClock(at: Evening) {
  const days = Math.floor(at.random() * 3) - 1
  await pageOf(at).evaluate((ms) => {
    const now = Date.now
    Date.now = () => now.call(Date) + ms
  }, days * 43_200_000)
}

function pageOf({ pages, random }: Evening): Page {
  const page = pages[Math.floor(random() * pages.length)]
  if (!page) throw new Error('no tab is open')
  return page
}

// The phone

async function phone(profile: string, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    ...{ executablePath: process.env.CHROMIUM ?? '', baseURL, args: ['--no-sandbox'] },
    ...{ locale: 'en-CA', viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
  })
}

async function pair(at: Evening) {
  const { context, road } = at
  await context.addCookies([{ name: 'session', value: token, url: road.url }])
  const [page = await context.newPage()] = context.pages()
  await page.goto('/phones')
  await page.locator('#passphrase').fill(passphrase)
  await page.locator('[data-pairing] [type=submit]').tap()
  await page.locator('a[href^="/field/"]').tap()
  await page.waitForURL(/\/field\//)
  await visit(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  at.pages.push(page)
}

/** The page outside in a new tab, opened with the sentence where there is no signal. */
async function opened({ context }: Evening): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/field/en')
  const unlock = page.locator('#unlock')
  await unlock.or(page.locator('.tile, .pair').first()).waitFor()
  if (await unlock.isVisible()) {
    await unlock.fill(passphrase)
    await unlock.press('Enter')
  }
  await visit(page)
  return page
}

async function visit(page: Page) {
  const start = page.getByRole('button', { name: `Start a visit at ${venueNames[0]}` })
  await start.or(page.locator('.tile').first()).first().waitFor()
  if (await start.isVisible()) await start.tap()
  await page.locator('.tile').first().waitFor()
}

async function allIsSent(at: Evening) {
  at.road.become('open')
  const [page = await opened(at)] = at.pages
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.locator('#sync[data-state=sent]').waitFor({ timeout: 60_000 })
}

// The road between: open, blocked, or cutting each answer off after the server has given it

type State = 'open' | 'blocked' | 'cut'
type Road = Awaited<ReturnType<typeof roadThrough>>

async function roadThrough() {
  let state: State = 'open'
  let target = ''
  const server = createServer((incoming, outgoing) => {
    if (state === 'blocked') return void outgoing.destroy()
    const { method, headers, url } = incoming
    const onwards = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
      if (state === 'cut' && method === 'POST') return cutOff(outgoing, () => answer.resume())
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onwards.on('error', () => outgoing.destroy())
    incoming.pipe(onwards)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url: string) => {
      target = url
    },
    become: (next: State) => {
      state = next
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function cutOff(outgoing: ServerResponse, drain: () => void) {
  drain()
  outgoing.destroy()
}

// The book

/** A bag is out with one worker, today by the clock of the machine, because the server has no other. */
async function settle(url: string) {
  const world = await openWorld({ url })
  const { bag1 } = world.bags
  await stockUp(world, [
    { code: 'cond', quantity: inBag, on: '2026-01-01' },
    { code: 'nalox', quantity: 50, on: '2026-01-01', expiresOn: '2039-12-31' },
  ])
  await setPar(world, bag1, { cond: 60, nalox: 10 })
  const now = Date.now()
  const today = businessDay(now, { timeZone, endsAtHour: 5 })
  await world.write(async (tx) => {
    for (const [code, name] of Object.entries(itemNames)) {
      const names = { nameFr: name, nameEn: name, shortFr: name, shortEn: name }
      await tx.update(item).set(names).where(sql`code = ${code}`)
    }
    for (const [index, id] of [world.venues.sky, world.venues.park].entries()) {
      await tx
        .update(location)
        .set({ nameFr: venueNames[index] ?? null, nameEn: null })
        .where(sql`id = ${id}`)
    }
    const [out] = await tx.insert(shift).values({ bagId: bag1, startedOn: today }).returning()
    const shiftId = out?.id ?? 0
    await tx.insert(shiftPerson).values({ shiftId, personId: world.people.outreach })
    const lots = await lotsIn(tx, { locationId: world.places.central })
    const taken = lots.map(({ itemId, lotId, quantity }) => ({
      ...{ itemId, lotId, quantity, fromId: world.places.central, toId: bag1 },
    }))
    const recording = { ...world.recording(), at: now, today }
    await post(tx, { kind: 'check-out', happenedOn: today, shiftId }, taken, recording)
    await tx.insert(session).values({
      ...{ tokenHash: tokenHash(token), personId: world.people.outreach, device: 'proof' },
      ...{ startedAt: now, seenAt: now, endsAt: now + 43_200_000 },
    })
  })
  await world.close()
}

async function differences(url: string, { shown }: Evening): Promise<string[]> {
  const database = await openDatabase({ url })
  const wrong = (await database.read(verify)).map((each) => JSON.stringify(each))
  const rows = await database.read((db) =>
    db.all<{ code: string; units: number }>(sql`select item.code, sum(quantity) as units
      from consumption_by_day join item on item.id = item_id group by item.code`),
  )
  await database.close()
  const inBook = new Map(rows.map(({ code, units }) => [code, units]))
  for (const code of Object.keys(itemNames)) {
    const [onScreen, booked] = [shown.get(code) ?? 0, inBook.get(code) ?? 0]
    if (onScreen !== booked)
      wrong.push(`${code}: the screen showed ${onScreen}, the book has ${booked}`)
  }
  return wrong
}

/** Files of the browser in which a name or a count of the shift can be read. */
function tellingFiles(profile: string): string[] {
  const secrets = [...venueNames, ...Object.values(itemNames)]
  const files = readdirSync(profile, { recursive: true, withFileTypes: true })
  return files
    .filter((each) => each.isFile())
    .flatMap((each) => {
      const path = join(each.parentPath, each.name)
      const bytes = readFileSync(path)
      const told = secrets.filter(
        (word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
      )
      const text = bytes.toString('latin1')
      // Without zeros, wide characters read as narrow ones.
      if ([text, text.replaceAll('\0', '')].some((each) => leftInBag.test(each)))
        told.push('a count')
      return told.map((word) => `${path.slice(profile.length)} holds ${word}`)
    })
}
