// When the drop-in opens: its week changes and changes back, a night is closed, a clinic evening is
// busier; the year counts it, and the page by the door says it.
import { expect, test } from 'vitest'
import { neutral, type Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story(async () => {})

const closure = { day: '2026-11-25', state: 'closed', factor: '100', reason: 'Congé' }
const clinic = { day: '2026-11-26', state: 'open', factor: '160', reason: 'Clinique' }

test.each(guises)('what is planned for a night is read at its door, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { page, words } = person
  const { calendar, common } = words
  await person.becomes('coordinator')
  await person.opens('/calendar', calendar.title)
  // Wednesday to Saturday, in 52 weeks.
  await opensInTheYear(person, 4 * 52)
  await page.check('#drop-in-2')
  await person.presses(calendar.savePattern, calendar.title)
  await opensInTheYear(person, 5 * 52)
  await person.presses(common.undo, calendar.title)
  await opensInTheYear(person, 4 * 52)

  await adds(person, closure)
  await adds(person, clinic)
  await opensInTheYear(person, 4 * 52 - 1)
  const weeks = await page.locator('.weeks').allTextContents()
  expect(weeks.join()).toContain(`${words.weekday(closure.day)}, ${calendar.closed}, Congé`)
  expect(weeks.join()).toContain(`${calendar.times({ factor: 1.6 })}, Clinique`)

  await person.presses(removalOf(person, closure.day), calendar.title)
  await opensInTheYear(person, 4 * 52)
  await person.presses(common.undo, calendar.title)
  await opensInTheYear(person, 4 * 52 - 1)

  // Wednesday, then Thursday.
  world.pass(48)
  await readsAtTheDoor(person, words.dropin.closed({ reason: 'Congé' }))
  world.pass(24)
  await readsAtTheDoor(person, words.dropin.busier({ factor: 1.6, reason: 'Clinique' }))
})

async function opensInTheYear({ page, words }: Person, open: number) {
  const year = page.locator('[aria-labelledby=year-drop-in-head]')
  expect(await year.textContent()).toContain(words.calendar.yearText({ open, days: 365 }))
}

async function adds(person: Person, { day, state, factor, reason }: typeof closure) {
  const { page, words } = person
  await page.selectOption('#stream', 'drop-in')
  await page.selectOption('#state', state)
  await page.fill('#day', day)
  await page.fill('#factor', factor)
  await page.fill('#reason', reason)
  await person.presses(words.calendar.add, words.calendar.title)
}

function removalOf({ words }: Person, day: string): string {
  return words.calendar.remove({ day, stream: words.common.streams['drop-in'] })
}

async function readsAtTheDoor(person: Person, sentence: string) {
  await person.becomes('outreach')
  await person.opens('/drop-in', neutral)
  expect(await person.page.textContent('header.head')).toContain(sentence)
}
