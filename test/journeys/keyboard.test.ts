// By the keyboard alone: whatever the focus comes to can be seen, and it is never lost.
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from '#test/support/browser.ts'
import { clientOf } from '#test/support/client.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { stopAt, takeBag } from '#test/support/outreach.ts'
import { type Served, serve } from '#test/support/serve.ts'
import { openWorld, setPar, type World } from '#test/support/world.ts'
import { neutral, type Person, personIn } from './person.ts'

const browser = launchBrowser()
let world: World
let served: Served
let person: Person
let page: Page

beforeEach(async () => {
  world = await openWorld()
  served = await serve(world)
  const guise = { device: 'desktop', language: 'en', scripts: 'with scripts' } as const
  person = await personIn(guise, { browser, world, served })
  page = person.page
  await ledger(world, 'donor -> central C29 100, soap 40')
})
afterEach(async () => {
  await served.close()
  await world.close()
})

test('a mistake is found from the stock page, taken back, and Back leads where one was', async () => {
  const { words } = person
  await person.becomes('stock')
  await person.opens('/stock', words.stock.title)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe(words.common.skip)
  await page.keyboard.press('Enter')
  expect(await isFocused(page, '#main')).toBe(true)
  await tabTo('Soap')
  await person.act(() => page.keyboard.press('Enter'), 'Soap')
  await tabTo('Donation')
  await person.act(() => page.keyboard.press('Enter'), words.entries.title({ id: 1 }))
  await tabTo(words.entries.takeBack)
  await person.act(() => page.keyboard.press('Enter'), words.entries.title({ id: 2 }))
  expect(await page.textContent('main')).toContain('Stockroom now has 0 bars (Soap).')
  expect(await holds(world, 'central')).toBe('nothing')

  await person.act(back, words.entries.title({ id: 1 }))
  await person.act(back, 'Soap')
  await person.act(back, words.stock.title)
})

describe('a bag that is out', () => {
  let shift: string
  let visit: string
  beforeEach(async () => {
    await setPar(world, world.bags.bag1, { cond: 60, soap: 10, nalox: 2 })
    const omar = await clientOf(world, 'outreach')
    shift = await takeBag(omar, world.bags.bag1)
    visit = await stopAt(omar, shift, world.venues.sky)
    await person.becomes('outreach')
  })

  test('is counted, refused, explained and brought back', async () => {
    const { words } = person
    const { bags } = words
    // As small as a phone: the bar at the foot must not cover what is focused.
    await page.setViewportSize({ width: 360, height: 560 })
    await person.opens(`${shift}/return`, neutral)
    await tabTo('External condom')
    await page.keyboard.type('58')
    await person.act(() => page.keyboard.press('Enter'), neutral)
    // What needs a change is read first, and each line of it leads to its field.
    expect(await focused(page)).toContain(words.common.errorSummary({ count: 2 }))
    await tabTo(words.refusals.lineUncounted({ item: world.item('soap'), lot: null }))
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('Soap')
    await page.keyboard.type('10')
    await tabTo(bags.reasonOf({ item: 'External condom' }), 'Shift+Tab')
    await page.keyboard.press('G')
    await tabTo(bags.closeWith({ count: 1 }))
    await person.act(() => page.keyboard.press('Enter'), neutral)
    expect(await holds(world, 'bag1')).toBe('C29 58, soap 10')
  })

  test('says what a count comes to while the next one is typed, and counts the rest in one go', async () => {
    const { bags } = person.words
    await person.opens(`${shift}/return`, neutral)
    await tabTo('External condom')
    await page.keyboard.type('58')
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/return'))
    await tabTo('Soap')
    await page.keyboard.type('1')
    await answered
    await page.getByText(bags.difference({ count: 2 })).waitFor()
    await page.getByRole('button', { name: bags.closeWith({ count: 1 }) }).waitFor()
    await page.keyboard.type('0')
    expect(await page.getByLabel('Soap', { exact: true }).inputValue()).toBe('10')
    await page.getByLabel(bags.reasonOf({ item: 'External condom' })).selectOption('lost')
    await person.presses(bags.restMatches, neutral)
    await person.presses(bags.closeWith({ count: 1 }), neutral)
    expect(await holds(world, 'bag1')).toBe('C29 58, soap 10')
  })

  test('stays where it was scrolled to while its lines are stepped', async () => {
    const { bags } = person.words
    await page.setViewportSize({ width: 360, height: 500 })
    await person.opens(`${shift}/return`, neutral)
    await person.presses(bags.allMatch, neutral)
    const less = page.getByRole('button', { name: bags.oneLess({ item: 'Soap' }) })
    await page.evaluate(() => scrollTo(0, 240))
    await less.focus()
    const scrolled = await page.evaluate(() => scrollY)
    expect(scrolled).toBeGreaterThan(0)
    await person.act(() => page.keyboard.press('Enter'), neutral)
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
    expect(await focused(page)).toBe(bags.oneLess({ item: 'Soap' }))
  })

  test('keeps the finger on the tile, and one step back leads to the stops', async () => {
    await person.opens(shift, neutral)
    await person.act(() => page.goto(visit), neutral)
    const condom = page.locator('.tile', { hasText: person.short('cond') }).locator('.add')
    await condom.focus()
    for (const given of ['1', '2', '3']) {
      await person.act(() => page.keyboard.press('Enter'), neutral)
      expect(await condom.locator('b').textContent()).toBe(given)
      expect(await isFocused(page, '.tile .add')).toBe(true)
    }
    await page.goBack()
    // What comes back is covered first: it may be somebody else who went back.
    await page.getByRole('button', { name: person.words.field.resume }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Sac 1' }).waitFor()
    expect(page.url()).toContain(shift)
  })
})

describe('a form that is refused', () => {
  test.each([
    ['by a script that swaps the page', null],
    ['by a page of its own', '**/assets/htmx*.js'],
  ])('is answered %s, and what is wrong is read first', async (_, missing) => {
    const { words } = person
    if (missing) await page.route(missing, (route) => route.abort())
    await person.becomes('stock')
    await person.opens('/donations/new', words.donations.log)
    await page.fill('#receivedOn', '2099-01-01')
    await page.focus('button.primary')
    const refused = words.common.errorTitle({ title: words.donations.log })
    await person.act(() => page.keyboard.press('Enter'), refused)
    expect(await isFocused(page, '#problems')).toBe(true)
    expect(await page.inputValue('#receivedOn')).toBe('2099-01-01')
    // A refused form that was swapped in leaves the address of a page, which can be asked for again.
    if (!missing) await person.act(() => page.reload(), words.donations.log)
  })
})

function back(): Promise<void> {
  return page.evaluate(() => history.back())
}

/** Tabs until the focus is on what is called so; everything on the way must be seen to be focused. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    const { label, problem } = await page.evaluate(focusOf)
    expect(problem, `the focus on ${label}`).toBe('')
    if (label === name) return
  }
  throw new Error(`the focus never came to ${name}`)
}

async function focused(of: Page): Promise<string> {
  return (await of.evaluate(focusOf)).label
}

function isFocused(of: Page, selector: string): Promise<boolean> {
  return of.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
}

/** Runs in the page: what the focus is on, and why it cannot be seen there. */
function focusOf() {
  const at = document.activeElement
  if (!(at instanceof HTMLElement || at instanceof SVGElement)) return { label: '', problem: '' }
  const labels = at instanceof HTMLInputElement ? at.labels : null
  const label = at.getAttribute('aria-label') ?? (labels?.[0] ?? at).textContent ?? ''
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const { left, top, width, height } = at.getBoundingClientRect()
  const shown = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40))
  const isCovered = !(at.contains(shown) || shown?.contains(at))
  const problem =
    outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2
      ? 'has no outline'
      : isCovered
        ? `is covered by ${shown?.outerHTML.slice(0, 80)}`
        : ''
  return { label: label.trim(), problem: at === document.body ? '' : problem }
}
