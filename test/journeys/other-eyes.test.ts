// The pages used most, read with text twice as large, and in the two colours that somebody chose for
// everything: nothing is cut, nothing lies on something else, and what has a state still shows it.
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { person, type Role } from '#src/db/schema/index.ts'
import { handedOut } from '#test/alerts/story.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { give, stopAt, takeBag } from '#test/support/outreach.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { cookieOf, openWorld, setPar, type World } from '#test/support/world.ts'

const browser = launchBrowser()
let world: World
let served: Served
let pages: readonly (readonly [Role, string])[]

beforeEach(async () => {
  world = await openWorld()
  served = await serve(world)
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 320 })
  await ledger(world, 'donor -> central S29 500, N26 4, juice 48, soap 20')
  await setPar(world, world.bags.bag1, { cond: 120, '1cc': 40, nalox: 8, juice: 12, crack: 10 })
  const omar = await clientOf(world, 'outreach')
  const shift = await takeBag(omar, world.bags.bag1)
  const visit = await stopAt(omar, shift, world.venues.sky)
  await give(omar, world, visit, 'cond 112, 1cc 40, nalox 5')
  // French is longer.
  await world.write((tx) => tx.update(person).set({ language: 'fr' }))
  pages = [
    ['coordinator', '/alerts'],
    ['stock', '/stock'],
    ['coordinator', `/items/${world.item('cond').id}`],
    ['outreach', visit],
    ['outreach', `${shift}/return`],
  ]
})
afterEach(async () => {
  await served.close()
  await world.close()
})

const chosenColours = { forcedColors: 'active', colorScheme: 'dark' } as const

describe.each(['phone', 'desktop'] as const)('on a %s', (device) => {
  test('text twice as large is neither cut nor covered', async () => {
    const page = await browser[device]({ baseURL: served.url })
    const session = await page.context().newCDPSession(page)
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    await eachPage(page, () => expectRoom(page))
  })

  test('colours that somebody chose for everything still show what is given, due and current', async () => {
    const page = await browser[device]({ baseURL: served.url, ...chosenColours })
    await eachPage(page, async (path) => {
      expect(await page.evaluate(unmarked), path).toEqual([])
      await expectRoom(page)
    })
  })
})

async function eachPage(page: Page, look: (path: string) => Promise<void>) {
  for (const [role, path] of pages) {
    const [name = '', value = ''] = (await cookieOf(world, role)).split('=')
    await page.context().addCookies([{ name, value, url: served.url }])
    await page.goto(path)
    await look(path)
  }
}

async function expectRoom(page: Page) {
  expect(await page.evaluate(cut), `what is cut at ${page.url()}`).toEqual([])
  expect(await page.evaluate(covered), `what is covered at ${page.url()}`).toEqual([])
}

/** Runs in the page: controls whose text is cut, or that make the page wider than the screen. */
function cut(): string[] {
  const root = document.documentElement
  const controls = document.querySelectorAll(
    'main :is(button, .button, .pill, .tile, .add *), .nav li > *',
  )
  return [root, ...controls]
    .filter((each) => each.checkVisibility() && !each.matches('.hidden'))
    .filter(
      (each) =>
        each.scrollWidth > each.clientWidth + 1 ||
        (each !== root && each.scrollHeight > each.clientHeight + 1),
    )
    .map((each) => `${each.tagName}.${each.className} ${each.textContent?.trim().slice(0, 40)}`)
}

/** Runs in the page: controls, and words of a tile, that lie on one another. */
function covered(): string[] {
  const boxes = [...document.querySelectorAll('main :is(button:not(.add), .button, .pill, .add *)')]
    .filter((each) => each.checkVisibility() && !each.matches('.hidden'))
    // What stays in sight while the page scrolls lies on it by intent.
    .filter((each) => !each.closest('.sticky, .undo'))
    .map((each) => ({ each, box: each.getBoundingClientRect() }))
  return boxes.flatMap(({ each, box }, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => !each.contains(other.each))
      .filter(
        (other) =>
          Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 1 &&
          Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 1,
      )
      .map((other) => `${each.textContent} lies on ${other.each.textContent}`),
  )
}

/** Runs in the page: states that look the same as their absence. */
function unmarked(): string[] {
  const styles = (selector: string, part?: string) =>
    [...document.querySelectorAll(selector)].map((each) => getComputedStyle(each, part))
  const transparent = 'rgba(0, 0, 0, 0)'
  const page = getComputedStyle(document.documentElement).backgroundColor
  const states: [string, boolean][] = [
    ['now', styles('.pill.now', '::before').every((each) => each.backgroundColor !== transparent)],
    ['primary', styles('main .primary').every((each) => each.backgroundColor !== page)],
    ['given', styles('.tile.given').every((each) => each.borderTopWidth === '3px')],
    ['current', styles('.nav [aria-current]').every((each) => each.textDecorationLine !== 'none')],
  ]
  return states.filter(([, isMarked]) => !isMarked).map(([state]) => state)
}
