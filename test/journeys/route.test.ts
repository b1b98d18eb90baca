// An afternoon along a route: written by a coordinator, taken with the bag, followed stop by stop, with what
// is left shared between the stops to go.
import { expect, test } from 'vitest'
import { ledger } from '#test/support/ledger.ts'
import { setPar } from '#test/support/world.ts'
import { neutral } from './person.ts'
import { guises, story } from './story.ts'

const settled = story(async (world) => {
  await setPar(world, world.bags.bag1, { cond: 20, juice: 12 })
  await ledger(world, 'donor -> central C29 100, J28 50')
})

test.each(guises)('a shift follows its route, %s', async (_, guise) => {
  const { personIn } = settled()
  const person = await personIn(guise)
  const { page, words } = person
  const { rounds, bags } = words
  await person.becomes('coordinator')
  await person.opens('/bags', bags.title)
  await person.follows(rounds.title, rounds.title)
  await person.follows(rounds.add, rounds.add)
  await page.fill('#nameFr', 'Village')
  await page.fill('#stops', 'sky\nparc\nmotel')
  await person.presses(rounds.save, rounds.title)
  expect(await page.textContent('main')).toContain('Sky → Parc → Motel')

  await person.becomes('outreach')
  await person.opens('/bags', neutral)
  await person.follows(bags.takeBag({ bag: 'Sac 1' }), neutral)
  await page.getByLabel(rounds.choose).selectOption('Village')
  await person.presses(bags.confirm, neutral)
  expect(await page.textContent('main')).toContain(rounds.toGo({ count: 3 }))
  await person.presses(rounds.skipThis({ venue: 'Parc' }), neutral)
  expect(await page.textContent('ol')).toContain(rounds.states.skipped)
  await person.presses(bags.stopHere({ venue: 'Sky' }), neutral)
  // Twelve, and one more stop.
  const juice = page.locator('.tile', { hasText: person.short('juice') })
  expect(await juice.textContent()).toContain(rounds.perStop({ count: 12 }))
  await person.press(juice.locator('.add'), neutral)
  expect(await juice.textContent()).toContain(rounds.perStop({ count: 11 }))
  await person.follows(bags.stopsTab, neutral)
  expect(await page.textContent('ol')).toContain(rounds.states.done)
  await person.presses(rounds.unskipThis({ venue: 'Parc' }), neutral)
  expect(await page.textContent('main')).toContain(rounds.toGo({ count: 2 }))
})
