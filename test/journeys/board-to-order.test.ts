// From what runs out to what has arrived: the board, the reason, a draft by its deadline, the sending,
// a delivery in part, the rest, the end. In French on a phone and in English on a desk, by the same steps.
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { itemSupply, location, person, supplierTerms } from '#src/db/schema/index.ts'
import { type Language, say } from '#src/messages/index.ts'
import { columnsOf } from '#src/order-deadlines.ts'
import { alertOf, handedOut } from '#test/alerts/story.ts'
import { expectNoAxeViolations, launchBrowser } from '#test/support/browser.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { cookieOf, openWorld, type World } from '#test/support/world.ts'

const browser = launchBrowser()
let world: World
let served: Served

beforeEach(async () => {
  world = await openWorld()
  served = await serve(world)
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
  await handedOut(world, { code: 'lube', aDay: 30, weeks: 8, left: 4000 })
  await world.write(async (tx) => {
    const supplier = { kind: 'source', role: 'supplier', nameFr: 'Cactus' } as const
    const [made] = await tx.insert(location).values(supplier).returning()
    const supplierId = made?.id ?? 0
    const deadlines = columnsOf({ every: 'week', weekday: 1, hour: 16 })
    const terms = { supplierId, leadTimeDays: 8, reviewDays: 7, ...deadlines }
    await tx.insert(supplierTerms).values(terms)
    await tx.insert(itemSupply).values({ supplierId, itemId: world.item('cond').id })
  })
})
afterEach(async () => {
  await served.close()
  await world.close()
})

/** It is Monday, two in the afternoon. */
const byFour = { day: '2026-11-23', hour: 16 }

test.each([
  ['on a phone, in French', 'phone', 'fr'],
  ['on a desk, in English', 'desktop', 'en'],
] as const)(
  'what runs out is ordered in time, comes in parts, and is off the board, %s',
  async (_, device, language) => {
    const page = await browser[device]({ baseURL: served.url })
    await signIn(page, language)
    const words = say(language)
    const condom = words.name(world.item('cond'))

    await page.goto('/')
    expect(page.url()).toMatch(/\/alerts$/)
    const row = page.getByRole('row', { name: condom })
    expect(await row.textContent()).toContain(words.reorder.levels.now)
    expect(await row.textContent()).toContain(words.reorder.aboutDays({ days: 3 }))
    const by = { day: byFour.day, deadline: byFour, isToday: true }
    expect(await row.textContent()).toContain(words.reorder.card.by(by))
    await looksRight(page)

    await row.getByRole('link', { name: condom, exact: true }).click()
    await page.waitForURL(/\/items\/\d+$/)
    const why = page.locator('#why')
    const needed = await why.locator('.result td').last().textContent()
    expect(await why.textContent()).toContain(words.reorder.card.usable)
    await looksRight(page)

    await page.goBack()
    // What is to be ordered now is ticked already.
    expect(
      await page.getByLabel(words.reorder.orderItem({ item: world.item('cond') })).isChecked(),
    ).toBe(true)
    await page.getByRole('button', { name: words.reorder.draft }).click()
    await page.waitForURL(/\/orders\/new/)
    expect(await page.inputValue('[name=supplier]')).toBe('Cactus')
    expect(await page.textContent('[data-field=makes] b')).toBe(needed)
    const sendBy = words.orders.sendBy({ deadline: byFour, isToday: true })
    expect(await page.textContent('main')).toContain(sendBy)
    await looksRight(page)

    await page.getByRole('button', { name: words.orders.saveDraft }).click()
    await page.waitForURL(/\/orders\/1$/)
    expect(await page.textContent('main')).toContain(sendBy)
    await looksRight(page)
    await page.goto('/orders/calendar')
    expect(await page.textContent('main')).toContain(words.orders.number({ id: 1 }))
    await looksRight(page)
    await page.goBack()
    await page.getByRole('button', { name: words.orders.send }).click()
    await page.getByRole('link', { name: words.orders.receive, exact: true }).waitFor()
    expect(await alertOf(world, 'cond')).toMatchObject({ level: 'coming' })
    await looksRight(page)

    await page.getByRole('link', { name: words.orders.receive, exact: true }).click()
    await page.waitForURL(/\/receipt$/)
    await page.fill('[name="lines.0.quantity"]', '144')
    await page.fill('[name="lines.0.expiresOn"]', '2029-12-31')
    await looksRight(page)
    await page.getByRole('button', { name: words.orders.saveReceipt }).click()
    await page.waitForURL(/\/orders\/1$/)
    await looksRight(page)

    await page.goto('/alerts')
    expect(await row.textContent()).toContain(words.reorder.levels.coming)
    expect(await row.textContent()).toContain(words.number(120 + 144))
    await looksRight(page)

    // More of it comes, not all; the rest will not.
    const { counted } = await alertOf(world, 'cond')
    await page.goto('/orders/1/receipt')
    await page.fill('[name="lines.0.quantity"]', String((counted?.onOrder ?? 0) - 1))
    await page.fill('[name="lines.0.expiresOn"]', '2030-06-30')
    await page.getByRole('button', { name: words.orders.saveReceipt }).click()
    await page.waitForURL(/\/orders\/1$/)
    await page.getByRole('button', { name: words.orders.closeOrder }).click()
    await page.getByText(words.orders.status.short).waitFor()
    expect(await alertOf(world, 'cond')).toMatchObject({ level: 'enough', counted: { onOrder: 0 } })
    await looksRight(page)

    await page.goto('/orders/calendar')
    await page.getByRole('link', { name: 'Cactus' }).first().click()
    await page.waitForURL(/\/orders\/suppliers\/\d+$/)
    expect(await page.textContent('main')).toContain(condom)
    await looksRight(page)
  },
)

test('the same steps work where no script arrives', async () => {
  const page = await browser.phone({ baseURL: served.url, javaScriptEnabled: false })
  await signIn(page, 'en')
  await page.goto('/alerts')
  await page.click('text=Draft the order')
  await page.click('text=Save the draft')
  await page.click('text=It has been sent')
  await page.click('text=Receive')
  await page.fill('[name="lines.0.quantity"]', '144')
  await page.fill('[name="lines.0.expiresOn"]', '2029-12-31')
  await page.click('text=Save the receipt')
  expect(await alertOf(world, 'cond')).toMatchObject({ counted: { usable: 264 } })
})

async function signIn(page: Page, language: Language) {
  await world.write((tx) =>
    tx.update(person).set({ language }).where(eq(person.id, world.people.coordinator)),
  )
  const [name = '', value = ''] = (await cookieOf(world, 'coordinator')).split('=')
  await page.context().addCookies([{ name, value, url: served.url }])
}

/** Nothing that axe knows is wrong, and nothing sticks out to the side. */
async function looksRight(page: Page) {
  await expectNoAxeViolations(page)
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(tooWide, `${page.url()} is too wide`).toBeLessThanOrEqual(0)
}
