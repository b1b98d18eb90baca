// A stock manager logs a donation of five lines without touching the mouse: how many keys it takes.
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { expectNoAxeViolations, launchBrowser } from '#test/support/browser.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { cookieOf, openWorld, type World } from '#test/support/world.ts'

const browser = launchBrowser()
let world: World
let served: Served

beforeEach(async () => {
  world = await openWorld()
  served = await serve(world)
})
afterEach(async () => {
  await served.close()
  await world.close()
})

type Line = { item: string; pack?: string; quantity: string; makes: string }

// What a person sees on the boxes: the beginning of the name, the beginning of the pack.
const gift: readonly Line[] = [
  { item: 'soap', pack: 'c', quantity: '2', makes: '2 cases × 48 = 96' },
  { item: 'razor', pack: 'p', quantity: '10', makes: '10 packs × 10 = 100' },
  { item: 'deo', quantity: '36', makes: '36 sticks' },
  { item: 'sock', quantity: '48', makes: '48 pairs' },
  { item: 'card', pack: 'b', quantity: '3', makes: '3 bundles × 100 = 300' },
]

test('a donation of five lines takes twelve keys a line at most', async () => {
  const page = await signedIn()
  const keys = keyboard(page)
  await page.goto('/donations/new')
  await page.focus('#donor')
  await keys.type('Moisson')
  for (const _ of ['donor', 'day', 'place', 'value']) await keys.press('Enter')

  for (const [index, line] of gift.entries()) {
    await expectFocus(page, `lines.${index}.item`)
    keys.count = 0
    await keys.type(line.item)
    await keys.press('Enter')
    await choosePack(page, keys, line)
    await keys.type(line.quantity)
    await keys.press('Enter')
    expect(await page.textContent(`[data-line]:nth-child(${index + 1}) output`)).toBe(line.makes)
    expect(keys.count, `keys for ${line.item}`).toBeLessThanOrEqual(12)
  }
  await keys.press('Enter')
  await keys.press('Enter')
  await page.waitForURL(/\/donations\/1$/)
  const lots = await world.database.read((db) => lotsIn(db, { locationId: world.places.central }))
  expect(lots.map(({ quantity }) => quantity).toSorted((a, b) => a - b)).toEqual([
    36, 48, 96, 100, 300,
  ])
})

test('a line is added at the end and removed again, and the numbers follow', async () => {
  const page = await signedIn()
  await page.goto('/donations/new')
  await page.click('[data-add]')
  await expectFocus(page, 'lines.5.item')
  await page.fill('[name="lines.5.item"]', 'soap')
  await page.click('[data-remove] >> nth=1')
  expect(await page.locator('[data-line]').count()).toBe(5)
  await expectFocus(page, 'lines.1.item')
  expect(await page.inputValue('[name="lines.4.item"]')).toBe('Soap')
  expect(await page.getAttribute('[name="lines.4.item"]', 'aria-label')).toBe('Line 5, item')
  await expectNoAxeViolations(page)
})

test('when the unit of entry changes, the quantity empties', async () => {
  const page = await signedIn()
  await page.goto('/donations/new')
  await page.fill('[name="lines.0.item"]', '1cc')
  await page.press('[name="lines.0.item"]', 'Tab')
  expect(await page.inputValue('[name="lines.0.item"]')).toBe('Syringe 1 cc 28G ½″')
  await page.fill('[name="lines.0.quantity"]', '200')
  await page.selectOption('[name="lines.0.pack"]', { label: 'boxes × 100' })
  expect(await page.inputValue('[name="lines.0.quantity"]')).toBe('')
})

test('only what the item asks for is asked: no lot of soap, no lot number of condoms', async () => {
  const page = await signedIn()
  await page.goto('/donations/new')
  await page.fill('[name="lines.0.item"]', 'soap')
  expect(await page.isVisible('[name="lines.0.expiresOn"]')).toBe(false)
  await page.fill('[name="lines.0.item"]', 'cond')
  expect(await page.isVisible('[name="lines.0.expiresOn"]')).toBe(true)
  expect(await page.isVisible('[name="lines.0.lotCode"]')).toBe(false)
  await page.fill('[name="lines.0.item"]', '1cc')
  expect(await page.isVisible('[name="lines.0.lotCode"]')).toBe(true)
})

test('a refused donation comes back with its packs and what they make', async () => {
  const page = await signedIn()
  await page.goto('/donations/new')
  await page.fill('[name="lines.0.item"]', 'juice')
  await page.selectOption('[name="lines.0.pack"]', { label: 'cases × 24' })
  await page.fill('[name="lines.0.quantity"]', '2')
  await page.fill('[name="receivedOn"]', '2027-01-01')
  await page.press('[name="lines.0.quantity"]', 'Enter')
  await page.click('.primary')
  await page.waitForSelector('#problems')
  expect(await page.textContent('[data-line] output')).toBe('2 cases × 24 = 48')
  await expectNoAxeViolations(page)
})

async function signedIn() {
  const [name = '', value = ''] = (await cookieOf(world, 'stock')).split('=')
  const page = await browser.desktop({ baseURL: served.url, locale: 'en-CA' })
  await page.context().addCookies([{ name, value, url: served.url }])
  return page
}

function keyboard(page: Page) {
  const keys = {
    count: 0,
    press: async (key: string) => {
      keys.count += 1
      await page.keyboard.press(key)
    },
    type: async (text: string) => {
      for (const key of text) await keys.press(key)
    },
  }
  return keys
}

async function choosePack(page: Page, keys: ReturnType<typeof keyboard>, { pack, item }: Line) {
  const hasPacks = (world.item(item).packs ?? []).length > 0
  if (pack) await keys.press(pack)
  if (hasPacks) await keys.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe(
    'quantity',
  )
}

async function expectFocus(page: Page, name: string) {
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(name)
}
