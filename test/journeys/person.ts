// Somebody in front of the app: on a phone or at a desk, in French or in English, with scripts or with
// none that ever arrive. Every page they come to is looked at: its title, its language, nothing sticking
// out to the side, and nothing that axe knows is wrong.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { item as items, person as people, type Role } from '#src/db/schema/index.ts'
import { type Language, type Say, say } from '#src/messages/index.ts'
import { expectNoAxeViolations, type TestBrowser } from '#test/support/browser.ts'
import type { Served } from '#test/support/serve.ts'
import { cookieOf, type World } from '#test/support/world.ts'

export type Guise = {
  readonly device: 'phone' | 'desktop'
  readonly language: Language
  readonly scripts: 'with scripts' | 'without scripts'
}

/** What a page used outside is called, whatever is on it. */
export const neutral = 'Relais'

type Place = { readonly browser: TestBrowser; readonly world: World; readonly served: Served }

export type Person = Awaited<ReturnType<typeof personIn>>

export async function personIn({ device, language, scripts }: Guise, place: Place) {
  const { browser, world, served } = place
  await world.write((tx) => tx.update(people).set({ language }))
  const page = await browser[device]({ baseURL: served.url })
  // Not `javaScriptEnabled: false`: axe could not run then either. No script of ours is inline.
  if (scripts === 'without scripts') await page.route('**/assets/*.js', (route) => route.abort())
  const words = say(language)
  const look = lookerAt(page, words)
  const codes = await world.database.read((db) => db.select().from(items))
  const act = async (action: () => Promise<unknown>, title: string) => {
    await arriving(page, action)
    await look(title)
  }
  const press = (control: Locator, title: string) =>
    act(() => (device === 'phone' ? control.tap() : control.click()), title)
  return {
    ...{ page, words, item: world.item, hasScripts: scripts === 'with scripts' },
    /** An item by its code, as this language calls it; and in short, as its tile does. */
    name: (code: string) => words.name(world.item(code)),
    short: (code: string) =>
      codes
        .filter((each) => each.code === code)
        .map(words.short)
        .join(),
    /** Who holds the device from now on. */
    becomes: async (role: Role) => {
      const [name = '', value = ''] = (await cookieOf(world, role)).split('=')
      await page.context().addCookies([{ name, value, url: served.url }])
    },
    opens: async (path: string, title: string) => {
      await page.goto(path)
      await look(title)
    },
    follows: (link: string, title: string) =>
      press(page.getByRole('link', { name: link, exact: true }).first(), title),
    presses: (button: string, title: string) =>
      press(page.getByRole('button', { name: button, exact: true }).first(), title),
    ...{ press, act },
    /** The row of a table, or the card it is on a phone, by how its first cell begins. */
    row: (name: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }),
  }
}

/** Does what leads to another page, or to the same one anew, and waits for it. */
async function arriving(page: Page, action: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => document.getElementById('main')?.setAttribute('data-left', ''))
  await action()
  await page.locator('#main:not([data-left])').waitFor()
  // A page can be read before it is dressed.
  await page.waitForLoadState()
}

function lookerAt(page: Page, words: Say) {
  const seen = new Set<string>()
  return async (title: string) => {
    const isDiscreet = title === neutral
    await expect.poll(() => page.title()).toBe(isDiscreet ? neutral : `${title} · ${neutral}`)
    const { lang, tooWide, parts } = await page.evaluate(shapeOf)
    expect(lang).toBe(words.locale)
    expect(tooWide, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
    // What is made of the same parts as a page before it has been looked at already.
    const kind = `${new URL(page.url()).pathname.replace(/\d+/g, ':id')} ${parts}`
    if (!seen.has(kind)) await expectNoAxeViolations(page)
    seen.add(kind)
  }
}

/** Runs in the page. */
function shapeOf() {
  const root = document.documentElement
  const parts = [...document.querySelectorAll('main *')].map(
    (each) => `${each.tagName}.${each.getAttribute('class') ?? ''}`,
  )
  return {
    lang: root.lang,
    tooWide: root.scrollWidth - root.clientWidth,
    parts: [...new Set(parts)].sort().join(' '),
  }
}
