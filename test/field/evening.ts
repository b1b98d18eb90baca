// An evening in front of a phone that is paired: a bag is out with sixty condoms and two kits of naloxone.
import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect } from 'vitest'
import { person, plannedStop } from '#src/db/schema/index.ts'
import { verify } from '#src/ledger/verify.ts'
import { type Language, say } from '#src/messages/index.ts'
import { expectNoAxeViolations, launchBrowser } from '#test/support/browser.ts'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { takeBag } from '#test/support/outreach.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { cookieOf, openWorld, setPar, type World } from '#test/support/world.ts'

export const passphrase = 'la neige tombe'

type Chosen = {
  /** The sentence that opens the bag. */
  readonly secret?: string
  /** Its phone, where something was done with it before. */
  readonly on?: Page
}

/** Before each test a bag goes out; after it the book adds up. */
export function evening() {
  const browser = launchBrowser()
  let at: { readonly world: World; readonly served: Served }

  beforeEach(async () => {
    const world = await openWorld()
    await setPar(world, world.bags.bag1, { cond: 60, nalox: 2 })
    await ledger(world, 'donor -> central C28 100, N27 4')
    await takeBag(await clientOf(world, 'outreach'), world.bags.bag1)
    const served = await serve(world)
    // By name: an address that is a number has no passkeys.
    at = { world, served: { ...served, url: served.url.replace('127.0.0.1', 'localhost') } }
  })
  afterEach(async () => {
    expect(await at.world.database.read(verify)).toEqual([])
    await at.served.close()
    await at.world.close()
  })

  /** A phone on which the worker is signed in. */
  const phone = async (language: Language) => {
    await at.world.write((tx) => tx.update(person).set({ language }))
    const page = await browser.phone({ baseURL: at.served.url, locale: `${language}-CA` })
    page.setDefaultTimeout(12_000)
    const [name = '', value = ''] = (await cookieOf(at.world, 'outreach')).split('=')
    await page.context().addCookies([{ name, value, url: at.served.url }])
    return page
  }

  /** A phone that is paired and has the page open. */
  const outside = async (language: Language, { secret = '', on }: Chosen = {}) => {
    const page = on ?? (await phone(language))
    const { phones, field } = say(language)
    await page.goto('/phones')
    await expectNoAxeViolations(page)
    if (secret) await page.getByLabel(phones.passphrase).fill(secret)
    await page.getByRole('button', { name: phones.pair }).tap()
    await page.getByRole('link', { name: phones.open }).tap()
    await page.locator('#screen h2').first().waitFor()
    // The next opening must not need the network.
    await page.evaluate(() => navigator.serviceWorker.ready)
    return { page, field, tile: tileOf(page), synced: () => page.textContent('#sync') }
  }

  return { at: () => at, phone, outside }
}

export function tileOf(page: Page) {
  return (name: string) => {
    const tile = page.locator('.tile', { hasText: name })
    return { add: tile.locator('.add'), less: tile.locator('.less'), count: tile.locator('b') }
  }
}

/** The shift that is out means to stop at these venues, in this order. */
export async function plan({ write }: World, venues: readonly number[]) {
  await write((tx) =>
    tx
      .insert(plannedStop)
      .values(venues.map((venueId, position) => ({ shiftId: 1, venueId, position }))),
  )
}

/** Units that reached venues, by item. */
export async function given({ database }: World): Promise<Record<string, number>> {
  const rows = await database.read((db) =>
    db.all<{ code: string; units: number }>(sql`select item.code, sum(quantity) as units
      from consumption_by_day join item on item.id = item_id group by item.code having units <> 0`),
  )
  return Object.fromEntries(rows.map(({ code, units }) => [code, units]))
}

export async function noSignal(page: Page, isGone: boolean) {
  await page.context().setOffline(isGone)
}
