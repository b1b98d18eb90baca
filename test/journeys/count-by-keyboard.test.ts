// A stockroom is counted from the keyboard: a number, Enter, the next; then only what differs is looked at.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onHandOf } from '#test/support/book.ts'
import { expectNoAxeViolations, launchBrowser } from '#test/support/browser.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { cookieOf, openWorld, stockUp, type World } from '#test/support/world.ts'

const browser = launchBrowser()
let world: World
let served: Served

beforeEach(async () => {
  world = await openWorld()
  served = await serve(world)
  await stockUp(world, [
    { code: 'stem', quantity: 40 },
    { code: 'push', quantity: 90 },
    { code: 'juice', quantity: 24, expiresOn: '2027-04-30' },
  ])
})
afterEach(async () => {
  await served.close()
  await world.close()
})

test('a number and Enter for each lot, and the difference is posted', async () => {
  const [name = '', value = ''] = (await cookieOf(world, 'stock')).split('=')
  const page = await browser.desktop({ baseURL: served.url, locale: 'en-CA' })
  await page.context().addCookies([{ name, value, url: served.url }])
  await page.goto('/stocktakes')
  await page.click('.primary')
  await page.waitForURL(/\/stocktakes\/1$/)
  await page.getByLabel('Juice').focus()
  for (const counted of ['24', '40', '88']) {
    await page.keyboard.type(counted)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: 'Save what is counted' }).click()
  await page.getByRole('button', { name: 'Post the count with 1 difference' }).waitFor()
  expect(await page.getByRole('row', { name: /Push stick.*90 88 −2/ }).count()).toBe(1)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Post the count with 1 difference' }).click()
  await page.getByText('This count is posted.').waitFor()
  expect(await onHandOf(world, 'push')).toBe(88)
})
