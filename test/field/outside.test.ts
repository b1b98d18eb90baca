// The page used outside, in a real browser: what is tapped with no signal is kept, shown, sent, and counts once.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { heldEntry } from '#src/db/schema/index.ts'
import { type Language, say } from '#src/messages/index.ts'
import { expectNoAxeViolations } from '#test/support/browser.ts'
import { clientOf } from '#test/support/client.ts'
import { bringBack } from '#test/support/outreach.ts'
import { evening, given as givenIn, noSignal, passphrase, tileOf } from './evening.ts'

const { at, outside } = evening()
const given = () => givenIn(at().world)

const short = (language: Language, code: string) => {
  const names = { cond: { fr: 'Condom', en: 'Condom' }, nalox: { fr: 'Nalox', en: 'Nalox' } }
  return names[code as 'cond' | 'nalox'][language]
}

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test('a shift with no signal, reloaded in the middle of it, is in the book whole', async () => {
    const { page, field, tile, synced } = await outside(language, { secret: passphrase })
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: field.startHere.replace('{name}', 'Sky') }).tap()
    await tile(short(language, 'cond')).add.tap()
    await expect.poll(() => tile(short(language, 'cond')).count.textContent()).toBe('1')
    await expect.poll(synced).toBe(field.allSent)

    await noSignal(page, true)
    await tile(short(language, 'cond')).add.tap()
    await page.getByRole('button', { name: field.makeIt.replace('{n}', '5') }).tap()
    await tile(short(language, 'cond')).less.tap()
    await tile(short(language, 'nalox')).add.tap()
    await page.getByRole('button', { name: field.personMore }).tap()
    await expect.poll(() => tile(short(language, 'cond')).count.textContent()).toBe('5')
    await expect.poll(() => page.textContent('output')).toBe('1')
    // Five, undone and four; what was one is five.
    await expect.poll(synced).toBe(field.waitingMany.replace('{n}', '7'))
    await expectNoAxeViolations(page)

    await page.reload()
    await page.getByText(field.noSignal).waitFor()
    await expectNoAxeViolations(page)
    await page.getByLabel(field.unlock, { exact: true }).fill('la pluie tombe')
    await page.getByRole('button', { name: field.unlock }).tap()
    await page.getByText(field.unlockWrong).waitFor()
    await page.getByLabel(field.unlock, { exact: true }).fill(passphrase)
    await page.getByRole('button', { name: field.unlock }).tap()
    await tile(short(language, 'cond')).count.getByText('5').waitFor()
    await tile(short(language, 'nalox')).add.tap()
    await tile(short(language, 'nalox')).count.getByText('2').waitFor()

    await noSignal(page, false)
    await expect.poll(synced, { timeout: 10_000 }).toBe(field.allSent)
    expect(await given()).toEqual({ cond: 5, nalox: 2 })
    await page.getByRole('button', { name: field.bag, exact: true }).tap()
    await expect.poll(() => page.textContent('#screen')).toContain('55')
    await expectNoAxeViolations(page)
  })
})

test('without the sentence a reload with no signal still takes what is typed, for a coordinator', async () => {
  const { page, field, synced } = await outside('fr')
  await noSignal(page, true)
  await page.reload()
  await page.getByLabel(field.typedLabel).fill('sky 6 condoms')
  // The page looks again whether there is signal; what is being typed stays.
  const looked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.json'))
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await looked
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  await page.getByRole('button', { name: field.typedKeep }).tap()
  await page.getByText(field.typedKept).waitFor()
  expect(await synced()).toBe(field.waitingOne)
  await noSignal(page, false)
  await expect.poll(synced, { timeout: 10_000 }).toBe(field.allSent)
  expect(await at().world.database.read((db) => db.select().from(heldEntry))).toMatchObject([
    { reason: 'typed' },
  ])
})

test('a paired phone goes outside with its bag: two taps to take it, four for three units', async () => {
  const { page, field, tile } = await outside('en')
  const omar = await clientOf(at().world, 'outreach')
  await bringBack(omar, '/shifts/1')
  const { bags } = say('en')
  await page.goto('/bags')
  // One: the usual bag is the first. Two: confirm.
  await page.getByRole('link', { name: bags.takeBag({ bag: 'Sac 1' }) }).tap()
  await page.getByRole('button', { name: bags.confirm }).tap()
  await page.waitForURL('**/field/en')
  // One: the place. Then a tap a unit, and nothing to save.
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  for (let unit = 0; unit < 3; unit++) await tile('Condom').add.tap()
  await expect.poll(() => page.textContent('#sync')).toBe(field.allSent)
  await expect.poll(given).toEqual({ cond: 3 })
})

test('two tabs show the same taps, and each counts once', async () => {
  const { page, field, tile } = await outside('en')
  const other = await page.context().newPage()
  await other.goto('/field/en')
  for (const each of [page, other]) {
    await each.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  }
  await tile('Condom').add.tap()
  await tileOf(other)('Condom').add.tap()
  for (const each of [page, other]) {
    await expect.poll(() => tileOf(each)('Condom').count.textContent()).toBe('2')
    await expect.poll(() => each.textContent('#sync')).toBe(field.allSent)
  }
  expect(await given()).toEqual({ cond: 2 })
})

test('a phone that is not trusted any more says that all is sent, and nothing counts', async () => {
  const { page, tile, field, synced } = await outside('en')
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  await page.getByText(field.lastNone).waitFor()
  await expect.poll(synced).toBe(field.allSent)
  await (await clientOf(at().world, 'coordinator')).post('/phones/1/revocation', {})
  await tile('Condom').add.tap()
  await expect
    .poll(async () => (await at().world.database.read((db) => db.select().from(heldEntry))).length)
    .toBe(1)
  expect(await given()).toEqual({})
})

test('a session that ended loses nothing', async () => {
  const { page, tile, field, synced } = await outside('en')
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  await page.context().clearCookies({ name: 'session' })
  await tile('Condom').add.tap()
  await expect.poll(given).toEqual({ cond: 1 })
  await expect.poll(synced).toBe(field.allSent)
})

test('a phone that lost its token keeps everything and says what to do', async () => {
  const { page, tile, field, synced } = await outside('en')
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  await page.getByText(field.lastNone).waitFor()
  await expect.poll(synced).toBe(field.allSent)
  await page.context().clearCookies({ name: 'phone' })
  await tile('Condom').add.tap()
  await expect.poll(synced).toBe(field.signIn.replace('{n}', '1'))
})

test('a browser that keeps nothing sends at once, and says so when it cannot', async () => {
  const { page, tile, field } = await outside('en')
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('no', 'InvalidStateError')
      },
    })
  })
  await page.reload()
  await page.getByText(field.broken).waitFor()
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  await tile('Condom').add.tap()
  await expect.poll(given).toEqual({ cond: 1 })
  await noSignal(page, true)
  await tile('Condom').add.tap()
  await page.getByText(field.notSent).waitFor()
  expect(await tile('Condom').count.textContent()).toBe('1')
})

test('a phone that is full says so, and a tap counts only when the server has it', async () => {
  const { page, tile, field } = await outside('en')
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  await page.getByText(field.lastNone).waitFor()
  // What Chromium throws when the disk is full; it cannot be told to believe that it is.
  await page.evaluate(() => {
    Object.defineProperty(IDBObjectStore.prototype, 'add', {
      value: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
  })
  await noSignal(page, true)
  await tile('Condom').add.tap()
  await page.getByText(field.notKept).waitFor()
  expect(await tile('Condom').count.textContent()).toBe('0')
  await noSignal(page, false)
  await tile('Condom').add.tap()
  await expect.poll(given).toEqual({ cond: 1 })
})

test('a new version waits until everything is sent', async () => {
  const { page, tile, field, synced } = await outside('en')
  await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
  await page.getByText(field.lastNone).waitFor()
  await expect.poll(synced).toBe(field.allSent)
  const versions = () => page.evaluate(() => caches.keys())
  const [old] = await versions()
  await page.route('**/outbox', (route) => route.abort())
  await tile('Condom').add.tap()
  await expect.poll(synced).toBe(field.waitingOne)

  at().served.change((path, text) =>
    path === '/sw.js' ? text.replace(/version = '/, "version = 'next-") : text,
  )
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await expect.poll(versions).toEqual([old, `outside-next-${old?.slice('outside-'.length)}`])
  await page.waitForTimeout(500)
  expect(await versions()).toContain(old)

  await page.unroute('**/outbox')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(synced).toBe(field.allSent)
  await expect.poll(versions).toEqual([`outside-next-${old?.slice('outside-'.length)}`])
  expect(await given()).toEqual({ cond: 1 })
})

describe('out of sight', () => {
  test('when the app goes to the background, and back with one tap', async () => {
    const { page, field } = await outside('en')
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    expect(await page.isVisible('#cover')).toBe(true)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: field.resume }).tap()
    expect(await page.isVisible('#cover')).toBe(false)
  })

  test('after a minute', async () => {
    const { page } = await outside('en')
    await page.clock.install()
    await page.reload()
    await page.getByRole('heading', { name: 'Next stop' }).waitFor()
    await page.clock.fastForward(61_000)
    expect(await page.isVisible('#cover')).toBe(true)
  })

  test.each([
    ['by the button', (page: Page) => page.getByRole('button', { name: 'Hide' }).tap()],
    [
      'by Shift three times',
      async (page: Page) => {
        for (let time = 0; time < 3; time++) await page.keyboard.press('Shift')
      },
    ],
  ])('and away, %s', async (_, hide) => {
    const { page } = await outside('en')
    await page.route('https://**', (route) => route.fulfill({ body: 'weather' }))
    await hide(page)
    await page.waitForURL(/^https:/)
  })

  test('wiped, only after saying what would be lost', async () => {
    const { page, tile, field } = await outside('en', { secret: passphrase })
    await page.route('https://**', (route) => route.fulfill({ body: 'weather' }))
    await page.getByRole('button', { name: 'Start a visit at Sky' }).tap()
    await page.getByText(field.lastNone).waitFor()
    await expect.poll(() => page.textContent('#sync')).toBe(field.allSent)
    await page.route('**/outbox', (route) => route.abort())
    await tile('Condom').add.tap()
    await expect.poll(() => page.textContent('#sync')).toBe(field.waitingOne)
    const hold = async () => {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await page.evaluate(() => dispatchEvent(new Event('pagehide')))
      const button = page.getByRole('button', { name: field.wipe })
      await button.dispatchEvent('pointerdown')
      return button
    }
    await hold()
    await page.getByText(field.wipeLosesOne).waitFor({ timeout: 10_000 })
    await hold()
    await page.waitForURL(/^https:/, { timeout: 10_000 })
    await page.goto('/sign-in')
    const left = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }))
    expect(left).toEqual({ databases: 0, caches: 0 })
  })
})
