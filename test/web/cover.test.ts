// Out of sight on every page of a worker and of the night's device, in a real browser.
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { person } from '#src/db/schema/index.ts'
import { say } from '#src/messages/index.ts'
import { passwordHash } from '#src/people/passwords.ts'
import { expectNoAxeViolations, launchBrowser } from '#test/support/browser.ts'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { nightCookieOf } from '#test/support/night.ts'
import { takeBag } from '#test/support/outreach.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { cookieOf, openWorld, setPar, type World } from '#test/support/world.ts'

const browser = launchBrowser()
const { field, bags } = say('en')

let world: World
let served: Served

beforeEach(async () => {
  world = await openWorld()
  await setPar(world, world.bags.bag1, { cond: 60 })
  await ledger(world, 'donor -> central C28 100')
  await world.write((tx) => tx.update(person).set({ language: 'en' }))
  served = await serve(world)
})
afterEach(async () => {
  await served.close()
  await world.close()
})

async function phoneWith(cookie: string) {
  const page = await browser.phone({ baseURL: served.url, locale: 'en-CA' })
  page.setDefaultTimeout(12_000)
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([
    { name, value, url: served.url },
    { name: 'language', value: 'en', url: served.url },
  ])
  await page.route('https://**', (route) => route.fulfill({ body: 'weather' }))
  return page
}

const omar = async () => phoneWith(await cookieOf(world, 'outreach'))
const isCovered = (page: Page) => page.isVisible('#cover')
const hide = (page: Page) => page.locator('.nav [data-hide]').tap()
const goes = (page: Page) => page.waitForURL(/^https:/)

async function threeShifts(page: Page) {
  for (let time = 0; time < 3; time++) await page.keyboard.press('Shift')
}

async function toBackground(page: Page) {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

test.each(['/bags', '/stock', '/venues', '/late-entry', '/account', '/phones', '/menu'])(
  '%s of a worker hides and leaves at once',
  async (path) => {
    const page = await omar()
    await page.goto(path)
    expect(await isCovered(page)).toBe(false)
    await hide(page)
    await goes(page)
  },
)

test('the device of a night hides, by the button and by Shift three times', async () => {
  world.pass(52)
  const page = await phoneWith(await nightCookieOf(world))
  for (const way of [hide, threeShifts]) {
    await page.goto('/drop-in')
    await expectNoAxeViolations(page)
    await way(page)
    await goes(page)
  }
})

test('a page is covered in the background, and comes back with one tap and where it was', async () => {
  const page = await omar()
  await page.goto('/search')
  await page.getByRole('searchbox').focus()
  await toBackground(page)
  expect(await isCovered(page)).toBe(true)
  expect(await page.getByRole('main').isVisible()).toBe(false)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: field.resume }).tap()
  expect(await isCovered(page)).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
})

test('a page is covered after a minute without a touch', async () => {
  const page = await omar()
  await page.clock.install()
  await page.goto('/bags')
  await page.clock.fastForward(50_000)
  await page.keyboard.press('Tab')
  await page.clock.fastForward(50_000)
  expect(await isCovered(page)).toBe(false)
  await page.clock.fastForward(11_000)
  expect(await isCovered(page)).toBe(true)
})

test('a key that is held down is no sign to leave', async () => {
  const page = await omar()
  await page.goto('/bags')
  for (let time = 0; time < 5; time++) await page.keyboard.down('Shift')
  await page.keyboard.up('Shift')
  await page.getByRole('link', { name: bags.takeBag({ bag: 'Sac 1' }) }).tap()
  await page.waitForURL('**/check-out')
})

describe('pages that htmx swaps', () => {
  test('hide as the first does', async () => {
    const page = await omar()
    await page.goto('/bags')
    await page.getByRole('link', { name: bags.takeBag({ bag: 'Sac 1' }) }).tap()
    await page.waitForURL('**/check-out')
    await toBackground(page)
    expect(await isCovered(page)).toBe(true)
    await page.getByRole('button', { name: field.leave }).tap()
    await goes(page)
  })

  test('arrive under the cover when they were asked for before it', async () => {
    const page = await omar()
    await page.goto('/bags')
    await page.route('**/venues', async (route) => {
      await toBackground(page)
      await route.continue()
    })
    await page.locator('.nav a[href="/venues"]').tap()
    await page.getByRole('heading', { level: 1, includeHidden: true, name: /venues/i }).waitFor({
      state: 'attached',
    })
    expect(await isCovered(page)).toBe(true)
    expect(await page.getByRole('main').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(field.resume)
  })

  test('leave one step: Back leads out, and forms as well as links are in it', async () => {
    const page = await omar()
    await page.goto('/bags')
    const steps = () => page.evaluate(() => history.length)
    const before = await steps()
    await page.locator('.nav a[href="/venues"]').tap()
    await page.waitForURL('**/venues')
    await page.locator('.nav a[href="/bags"]').tap()
    await page.waitForURL('**/bags')
    await page.getByRole('link', { name: bags.takeBag({ bag: 'Sac 1' }) }).tap()
    await page.waitForURL('**/check-out')
    await page.getByRole('button', { name: bags.confirm }).tap()
    await page.waitForURL('**/shifts/1')
    expect(await steps()).toBe(before)
  })
})

test('going back from the neutral page shows the cover first', async () => {
  const page = await omar()
  await page.goto('/bags')
  await page.goto('/stock')
  await hide(page)
  await goes(page)
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/bags')
  await page.getByRole('button', { name: field.resume }).waitFor()
  expect(await page.getByRole('main').isVisible()).toBe(false)
})

describe('a form that is typed in', () => {
  const typing = async () => {
    const shift = await takeBag(await clientOf(world, 'outreach'), world.bags.bag1)
    const page = await omar()
    await page.goto(`${shift}/return`)
    await page.locator('main input[inputmode=numeric]').first().fill('7')
    return page
  }

  test('is covered at once, said to be unsaved, and kept by who continues', async () => {
    const page = await typing()
    await hide(page)
    expect(await isCovered(page)).toBe(true)
    await page.getByText(field.unsent).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: field.resume }).tap()
    expect(await page.locator('main input[inputmode=numeric]').first().inputValue()).toBe('7')
  })

  test.each([
    ['the button', (page: Page) => page.getByRole('button', { name: field.leave }).tap()],
    ['the keys', threeShifts],
  ])('is left for good by %s a second time', async (_, again) => {
    const page = await typing()
    await threeShifts(page)
    await page.getByText(field.unsent).waitFor()
    await again(page)
    await goes(page)
  })
})

test('the office has no cover, and its steps', async () => {
  const page = await phoneWith(await cookieOf(world, 'stock'))
  await page.goto('/stock')
  await threeShifts(page)
  await toBackground(page)
  expect(await page.getByRole('main').isVisible()).toBe(true)
  const before = await page.evaluate(() => history.length)
  await page.locator('.nav a[href="/bags"]').tap()
  await page.waitForURL('**/bags')
  expect(await page.evaluate(() => history.length)).toBe(before + 1)
})

test('who signs in as a worker has the cover at once', async () => {
  const hash = await passwordHash('correct horse battery')
  await world.write((tx) => tx.update(person).set({ passwordHash: hash }))
  const page = await phoneWith('session=none')
  await page.goto('/sign-in')
  await page.fill('#signInName', 'omar')
  await page.fill('#password', 'correct horse battery')
  await page.locator('main [type=submit]').first().tap()
  await page.getByRole('heading', { level: 1, name: bags.title }).waitFor()
  await toBackground(page)
  expect(await isCovered(page)).toBe(true)
})
