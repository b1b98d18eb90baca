// What exists is edited: a new item reaches a bag's list from a phone whose scripts never arrived, and
// the pages on the way can be read by everybody.
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { location, lot, person, type Role } from '#src/db/schema/index.ts'
import { parOf } from '#src/places/queries.ts'
import { expectNoAxeViolations, launchBrowser } from '#test/support/browser.ts'
import { clientOf } from '#test/support/client.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { statementsOf } from '#test/support/statements.ts'
import { cookieOf, openWorld, setPar, stockUp, type World } from '#test/support/world.ts'

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

async function signIn(page: Page, role: Role) {
  const [name = '', value = ''] = (await cookieOf(world, role)).split('=')
  await page.context().addCookies([{ name, value, url: served.url }])
}

test('a new item with its box reaches the list of a bag without a script', async () => {
  const page = await browser.phone({ baseURL: served.url, javaScriptEnabled: false })
  await signIn(page, 'stock')
  await page.goto('/items/new')
  await page.fill('#nameEn', 'Mask')
  await page.fill('#code', 'mask')
  await page.fill('#unitEn', 'mask')
  await page.selectOption('#category', 'hygiene')
  await page.click('text=Add the item')
  await page.fill('#nameEn', 'box')
  await page.fill('#size', '50')
  await page.click('button:has-text("Add a pack")')
  expect(await page.textContent('main')).toContain('50 masks')

  await page.goto(`/places/${world.bags.bag1}/par`)
  await page.fill('#lines-0-item', 'mask')
  // A phone folds a line to its item until there is one.
  await page.fill('#lines-0-quantity', '20')
  await page.click('text=Save the list')
  const [line] = await world.database.read((db) => parOf(db, world.bags.bag1))
  expect(line).toMatchObject({ quantity: 20, item: { code: 'mask' } })
})

describe('the pages of what exists', () => {
  /** Every page with something on it, and who opens it. */
  async function pages(): Promise<readonly (readonly [Role, string])[]> {
    await stockUp(world, [{ code: '1cc', quantity: 200, lotCode: 'C1120' }])
    await setPar(world, world.bags.bag1, { cond: 60, '1cc': 40 })
    await world.write((tx) =>
      tx.insert(location).values({ kind: 'source', role: 'supplier', nameFr: 'Ministère' }),
    )
    const syringe = world.item('1cc')
    const [real] = await world.database.read((db) =>
      db.select().from(lot).where(eq(lot.code, 'C1120')),
    )
    const chloe = await clientOf(world, 'coordinator')
    await chloe.post('/calendar/exceptions', {
      ...{ stream: 'drop-in', state: 'closed', day: '2026-12-25', until: '' },
      ...{ factor: '100', reason: 'Noël' },
    })
    return [
      ['stock', '/catalogue'],
      ['stock', '/catalogue?q=unicorn'],
      ['stock', '/items/new'],
      ['stock', `/items/${syringe.id}/edit`],
      ['stock', `/items/${syringe.id}/packs`],
      ['stock', `/items/${syringe.id}/supplies`],
      ['stock', `/packs/${syringe.packs[0]?.id}`],
      ['stock', `/lots/${real?.id}`],
      ['stock', '/places'],
      ['stock', '/places/new?kind=venue'],
      ['stock', `/places/${world.bags.bag1}/edit`],
      ['stock', `/places/${world.bags.bag1}/par`],
      ['coordinator', '/calendar'],
      ['admin', '/changes'],
      ['admin', '/settings'],
    ]
  }

  test('break no rule of accessibility on a phone at night in French', async () => {
    await world.write((tx) => tx.update(person).set({ language: 'fr' }))
    const page = await browser.phone({ baseURL: served.url, colorScheme: 'dark' })
    for (const [role, path] of await pages()) await readable(page, role, path)
  })

  test('break no rule of accessibility at a desk in English', async () => {
    const page = await browser.desktop({ baseURL: served.url })
    for (const [role, path] of await pages()) await readable(page, role, path)
  })

  async function readable(page: Page, role: Role, path: string) {
    await signIn(page, role)
    await page.goto(path)
    const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(wider, `${path} is wider than the screen`).toBe(0)
    await expectNoAxeViolations(page)
  }

  test('take few statements each, however much there is', async () => {
    for (const [role, path] of await pages()) {
      const client = await clientOf(world, role)
      const sent = await statementsOf(world.database, () => client.get(path))
      // Two of them read the session and the programme, for every page.
      expect(sent.length - 2, `${path}\n${sent.join('\n')}`).toBeLessThanOrEqual(6)
    }
  })
})
