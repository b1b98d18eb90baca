// The wrong place was opened: something was even tapped there. What is tapped is taken back, then the stop,
// and it was no stop; until somebody says that it was.
import { expect, test } from 'vitest'
import { clientOf } from '#test/support/client.ts'
import { ledger } from '#test/support/ledger.ts'
import { takeBag } from '#test/support/outreach.ts'
import { setPar } from '#test/support/world.ts'
import { neutral } from './person.ts'
import { guises, story } from './story.ts'

const settled = story(async (world) => {
  await setPar(world, world.bags.bag1, { cond: 20, juice: 12 })
  await ledger(world, 'donor -> central C29 100, J28 50')
  await takeBag(await clientOf(world, 'outreach'), world.bags.bag1)
})

test.each(guises)('a stop that was none is taken back, %s', async (_, guise) => {
  const { personIn } = settled()
  const person = await personIn(guise)
  const { page, words } = person
  const { bags, common } = words
  await person.becomes('outreach')
  await person.opens('/shifts/1', neutral)
  await person.presses(bags.stopHere({ venue: 'Motel' }), neutral)
  await person.press(
    page.locator('.tile', { hasText: person.short('cond') }).locator('.add'),
    neutral,
  )
  await page.getByText(bags.noStop).click()
  const held = [`1 ${person.name('cond')}`]
  expect(await page.textContent('main')).toContain(bags.takeBackFirst({ held }))

  await person.presses(bags.undo, neutral)
  await page.getByText(bags.noStop).click()
  await person.presses(bags.takeBack, neutral)
  const stops = page.getByRole('heading', { name: bags.stopsDone })
  expect(await stops.count()).toBe(0)
  await person.presses(common.undo, neutral)
  await person.follows(bags.stopsTab, neutral)
  expect(await stops.count()).toBe(1)
  await person.presses(bags.takeBackAt({ venue: 'Motel' }), neutral)
  expect(await stops.count()).toBe(0)
})
