// An evening was kept on paper: its sheet is typed in on the Monday after, more than the shelves have is
// refused at its line, and what was typed is taken back in one go.
import { expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { setPar } from '#test/support/world.ts'
import { guises, story } from './story.ts'

const saturday = '2026-11-21'

const settled = story(async (world) => {
  await setPar(world, world.places.shelves, { cond: 50, nalox: 2 })
  await ledger(world, 'donor -> shelves C29 40, J28 3', '2026-11-20')
})

test.each(guises)('the sheet of an evening is typed in, %s', async (_, guise) => {
  const { world, personIn } = settled()
  const person = await personIn(guise)
  const { page, words, item, name } = person
  const { dropin, common, bags } = words
  const field = (code: string, what: string) => `#lines-i${item(code).id}-${what}`
  const night = dropin.night({ day: saturday })
  await person.becomes('coordinator')
  await person.opens('/drop-in/nights', dropin.earlier)
  const toSheet = dropin.sayFor({ day: saturday, what: dropin.typeIn })
  await person.follows(toSheet, dropin.lateTitle)
  expect(await page.textContent('main')).toContain(words.weekday(saturday))
  await page.fill('#people', '22')
  await page.getByLabel(dropin.givenOf({ item: name('cond') })).fill('30')
  await page.fill(field('juice', 'given'), '4')
  await page.fill(field('nalox', 'asked'), '1')
  await page.selectOption(`#rough-i${item('bread').id}-level`, '1')
  await person.presses(dropin.lateSave, common.errorTitle({ title: dropin.lateTitle }))
  expect(await page.inputValue('#people')).toBe('22')
  await page.fill(field('juice', 'given'), '3')
  await person.presses(dropin.lateSave, night)
  expect(await holds(world, 'shelves')).toBe('C29 10')
  expect(await page.textContent('main')).toContain(bags.people_({ count: 22 }))
  expect(await page.textContent('main')).toContain(dropin.recordedLater)

  await person.follows(dropin.lateMissing, dropin.lateTitle)
  expect(await page.textContent('main')).toContain(dropin.lateSoFar({ count: 22 }))
  await person.opens('/drop-in/nights/1', night)
  await person.presses(common.undo, words.entries.title({ id: 3 }))
  expect(await holds(world, 'shelves')).toBe('C29 40, J28 3')
  await person.opens('/drop-in/nights', dropin.earlier)
  expect(await page.locator('a[href="/drop-in/nights/1"]').count()).toBe(0)
  expect(await world.database.read(verify)).toEqual([])
})
