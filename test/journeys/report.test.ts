// A coordinator writes to the funder: from where they land to the file in three clicks, and the page to print.
// What is in the house is exact; what leaves holds no small count; who took it is listed.
import { expect, test } from 'vitest'
import { given, stocked, visited } from '#test/reports/story.ts'
import type { Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story(async (world) => {
  await stocked(world, 'lube')
  await given(world, 'lube', 3, '2026-10-10')
  await given(world, 'lube', 44, '2026-09-10')
  await given(world, 'lube', 60, '2026-08-10')
  await visited(world, 'sky', '2026-10-10', 12)
})

test.each(guises)('a report is read, taken and printed, %s', async (_, guise) => {
  const person = await told().personIn(guise)
  const { page, words } = person
  const { reports, common, leaving } = words
  await person.becomes('coordinator')
  await person.opens('/', words.reorder.title)
  const clicks = await toTheReport(person, guise.device)
  expect(await person.row(person.name('lube')).textContent()).toContain('107')
  await person.follows(reports.lengths.month, reports.title)
  await person.press(page.getByRole('link', { name: '←' }), reports.title)
  expect(await person.row(person.name('lube')).textContent()).toContain('3')
  expect(await page.textContent('main')).toContain(reports.missing.meals)
  await person.follows(reports.lengths.year, reports.title)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: common.spreadsheet }).click()
  expect((await download).suggestedFilename()).toBe(`${reports.file}-2026-04-01-2027-03-31.csv`)
  expect(clicks + 1).toBeLessThanOrEqual(3)

  await person.presses(reports.sheet, reports.title)
  const sheet = await page.textContent('table')
  expect(sheet).toContain(leaving.small)
  expect(sheet).not.toContain('Sky')
  await person.opens('/exports', leaving.title)
  expect(await page.textContent('main')).toContain(leaving.pages['/reports/sheet'])
  expect(await page.textContent('main')).toContain(leaving.pages['/reports.csv'])
})

/** @returns how many clicks it was */
async function toTheReport(person: Person, device: 'phone' | 'desktop'): Promise<number> {
  const { words, page } = person
  if (device === 'phone') await person.follows(words.common.nav.more, words.start.menu)
  const link = page.getByRole('link', { name: words.common.nav.reports, exact: true })
  await person.press(link.filter({ visible: true }).first(), words.reports.title)
  return device === 'phone' ? 2 : 1
}
