// A dental evening: a coordinator gives it its day, and a worker tallies what is handed out there, without a bag.
import { expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { neutral } from './person.ts'
import { guises, story } from './story.ts'

const settled = story((world) => ledger(world, 'donor -> central C29 40, J28 20'))

test.each(guises)('an evening is tallied from the stockroom, %s', async (_, guise) => {
  const { world, personIn } = settled()
  const person = await personIn(guise)
  const { page, words } = person
  const { events, bags } = words
  await person.becomes('coordinator')
  await person.opens('/events', neutral)
  await person.follows(events.add, words.places.add.venue)
  await page.fill('#nameFr', 'Soirée dentaire')
  await page.fill('#startsOn', world.today())
  await person.presses(words.places.save, neutral)
  expect(page.url()).toMatch(/\/events\/\d+$/)

  await person.becomes('outreach')
  await person.opens('/events', neutral)
  await person.follows(events.recordAt({ place: 'Soirée dentaire' }), neutral)
  await person.presses(bags.personMore, neutral)
  expect(await page.inputValue('#contacts')).toBe('1')
  const tile = page.locator('.tile', { hasText: person.short('cond') })
  await person.press(tile.locator('.add'), neutral)
  await person.presses(bags.makeIt({ count: 5 }), neutral)
  expect(await tile.locator('b').textContent()).toBe('5')
  expect(await holds(world, 'central')).toBe('C29 35, J28 20')
  await person.presses(bags.undo, neutral)
  expect(await holds(world, 'central')).toBe('C29 40, J28 20')
  expect(await world.database.read(verify)).toEqual([])
})
