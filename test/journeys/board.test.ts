// The board on a busy morning: one service only, one row put aside and worse again, and how far the
// forecast of a third can be trusted.
import { expect, test } from 'vitest'
import { handedOut } from '#test/alerts/story.ts'
import { ledger } from '#test/support/ledger.ts'
import type { World } from '#test/support/world.ts'
import type { Person } from './person.ts'
import { guises, story } from './story.ts'
import { quantitiesIn } from './sums.ts'

const told = story(async (world) => {
  // Fifteen open days: amber, until Friday 11 December.
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 20, left: 600 })
  await handedOut(world, { code: 'lube', aDay: 30, weeks: 8, left: 90 })
  await handedOut(world, {
    ...{ code: 'bar', aDay: 9, weeks: 8, left: 12, weekdays: [3, 4, 5, 6] },
    atDropIn: 'at the drop-in',
  })
})

test.each(guises)('the board is read in the morning, %s', async (_, guise) => {
  const { world } = told()
  const person = await told().personIn(guise)
  await person.becomes('coordinator')
  await looksAtOneService(person)
  await putsARowAside(person)
  await takesItToAMeeting(person)
  await isToldThatItIsWorse(person, world)
  await bringsItBack(person)
  await asksHowFarToTrust(person)
})

async function looksAtOneService(person: Person) {
  const { page, words } = person
  const { reorder, common } = words
  await person.opens('/alerts', reorder.title)
  // What runs out, when, and how much to order by when: on the first row.
  const first = page.locator('tbody tr').first()
  expect(await first.textContent()).toContain(reorder.levels.now)
  await page.locator('summary', { hasText: reorder.filter }).click()
  await page.selectOption('#stream', 'drop-in')
  await page.selectOption('#category', 'food')
  await person.presses(common.show, reorder.title)
  expect(await person.row(person.name('bar')).count()).toBe(1)
  expect(await person.row(person.name('cond')).count()).toBe(0)
  expect(await page.textContent('main')).toContain(
    reorder.only({ words: [common.categories.food, common.streams['drop-in']] }),
  )
  const sheet = page.getByRole('link', { name: common.spreadsheet, includeHidden: true })
  expect(await sheet.getAttribute('href')).toBe('/alerts.csv?category=food&stream=drop-in')
  await person.follows(reorder.everything, reorder.title)
}

async function putsARowAside(person: Person) {
  const { page, words } = person
  const { reorder } = words
  const item = person.item('cond')
  await person.follows(reorder.snooze.linkOf({ item }), reorder.snooze.title({ item }))
  // Any day of the past is refused, and what was typed stays.
  await page.getByLabel(reorder.snooze.day).check()
  await page.fill('#untilOn', '2026-11-01')
  await person.presses(reorder.snooze.save, reorder.snooze.title({ item }))
  expect(await page.inputValue('#untilOn')).toBe('2026-11-01')
  await page.fill('#untilOn', '2026-12-01')
  await person.presses(reorder.snooze.save, reorder.title)
  expect(await person.row(person.name('cond')).count()).toBe(0)
  await person.press(page.locator('.levels .snoozed a'), reorder.title)
  const row = person.row(person.name('cond'))
  expect(await row.textContent()).toContain(
    reorder.snooze.until({ untilOn: '2026-12-01', by: 'Chloé', snoozedOn: '2026-11-23' }),
  )
}

/** On paper: of which day, what is aside by name, no controls, and nothing cut at the edge. */
async function takesItToAMeeting(person: Person) {
  const { page, words } = person
  const { reorder } = words
  await person.opens('/alerts', reorder.title)
  const screen = page.viewportSize()
  await page.setViewportSize({ width: 710, height: 940 })
  await page.emulateMedia({ media: 'print' })
  await page.locator('.printed', { hasText: words.day('2026-11-23') }).waitFor()
  const named = reorder.snooze.named({ item: person.item('cond'), untilOn: '2026-12-01' })
  await page.getByText(named).waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
  const edges = await page.evaluate(() =>
    [...document.querySelectorAll('.ticks td, .ticks th')].map((cell) => {
      const { right } = cell.getBoundingClientRect()
      return Math.round(right - document.documentElement.clientWidth)
    }),
  )
  expect(Math.max(...edges)).toBeLessThanOrEqual(0)
  await page.emulateMedia({ media: null })
  if (screen) await page.setViewportSize(screen)
}

async function isToldThatItIsWorse(person: Person, world: World) {
  const { words } = person
  await ledger(world, 'central -> sky C29 560')
  await person.opens('/alerts', words.reorder.title)
  expect(await person.row(person.name('cond')).textContent()).toContain(
    words.reorder.snooze.because.level,
  )
}

async function bringsItBack(person: Person) {
  const { words } = person
  const { reorder } = words
  const item = person.item('cond')
  await person.follows(reorder.snooze.changeOf({ item }), reorder.snooze.title({ item }))
  await person.presses(reorder.snooze.wake, reorder.title)
  const row = person.row(person.name('cond'))
  expect(await row.textContent()).not.toContain(reorder.snooze.because.level)
  await person.presses(words.common.undo, reorder.title)
  expect(await row.textContent()).toContain(reorder.snooze.because.level)
}

async function asksHowFarToTrust(person: Person) {
  const { page, words } = person
  const { track } = words.reorder
  const condom = person.name('cond')
  await person.press(person.row(condom).getByRole('link', { name: condom, exact: true }), condom)
  const panel = page.locator('#track')
  expect(await panel.textContent()).toContain(track.lean({ expected: 600, used: 600 }))
  await panel.locator('summary').click()
  const used = panel.locator('tbody a').first()
  const figure = await used.textContent()
  await person.press(used, words.distribution.entriesOf({ item: person.item('cond') }))
  const shown = await quantitiesIn(page.locator('tbody tr'), words)
  expect(words.number(shown.reduce((sum, each) => sum + each, 0))).toBe(figure)
}
