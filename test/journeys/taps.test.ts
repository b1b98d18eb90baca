// What the work outside costs, in taps, on a phone: each as many as the budget says and no more. A tap is
// counted where a finger comes down; scrolling and reading are free.
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { holds, ledger } from '#test/support/ledger.ts'
import { setPar } from '#test/support/world.ts'
import { neutral, type Person } from './person.ts'
import { story } from './story.ts'

const settled = story(async (world) => {
  await setPar(world, world.bags.bag1, { cond: 20, '1cc': 20, juice: 12 })
  await ledger(world, 'donor -> central C29 200, S29 100, J28 50')
})

const phone = { device: 'phone', language: 'fr', scripts: 'with scripts' } as const

/** Somebody whose taps are counted. */
function counted(person: Person) {
  let taps = 0
  const tap = async (control: Locator) => {
    taps += 1
    await person.press(control, neutral)
  }
  const named = (role: 'link' | 'button', name: string) =>
    person.page.getByRole(role, { name, exact: true }).first()
  return {
    tap,
    link: (name: string) => tap(named('link', name)),
    button: (name: string) => tap(named('button', name)),
    tile: (code: string) =>
      tap(person.page.locator('.tile', { hasText: person.short(code) }).locator('.add')),
    taps: () => {
      const sum = taps
      taps = 0
      return sum
    },
  }
}

test('a bag is taken in two, three units given in four, the last undone in one, the bag back in four', async () => {
  const { world, personIn } = settled()
  const person = await personIn(phone)
  const { bags } = person.words
  await person.becomes('outreach')
  const finger = counted(person)

  await person.opens('/bags', neutral)
  await finger.link(bags.takeBag({ bag: 'Sac 1' }))
  await finger.button(bags.confirm)
  expect(finger.taps()).toBe(2)
  expect(await holds(world, 'bag1')).toBe('C29 20, J28 12, S29 20')

  await finger.button(bags.stopHere({ venue: 'Sky' }))
  for (const code of ['cond', '1cc', 'juice']) await finger.tile(code)
  expect(finger.taps()).toBe(4)
  expect(await holds(world, 'bag1')).toBe('C29 19, J28 11, S29 19')

  await finger.tile('cond')
  await finger.button(bags.makeIt({ count: 10 }))
  expect(finger.taps()).toBe(2)
  expect(await holds(world, 'bag1')).toBe('C29 9, J28 11, S29 19')

  await finger.button(bags.undo)
  expect(finger.taps()).toBe(1)
  expect(await holds(world, 'bag1')).toBe('C29 19, J28 11, S29 19')

  // From the visit: its stops, the way back, all match, close.
  await finger.link(bags.stopsTab)
  await finger.link(bags.bringBack)
  await finger.button(bags.allMatch)
  await finger.tap(person.page.locator('.sticky .primary'))
  expect(finger.taps()).toBe(4)
})

test('what a first visit brings is given in two', async () => {
  const { world, personIn } = settled()
  const person = await personIn(phone)
  const { page, words } = person
  await person.becomes('outreach')
  const finger = counted(person)
  await person.opens('/bags', neutral)
  await finger.link(words.bags.takeBag({ bag: 'Sac 1' }))
  await finger.button(words.bags.confirm)
  await finger.button(words.bags.stopHere({ venue: 'Sky' }))
  finger.taps()
  await page.locator('summary').first().tap()
  await finger.button(words.venues.giveThese)
  expect(finger.taps() + 1).toBe(2)
  expect(await holds(world, 'bag1')).toBe('J28 12, S29 20')
})

test('a visit begins in one from the board of venues', async () => {
  const { personIn } = settled()
  const person = await personIn(phone)
  const { bags } = person.words
  await person.becomes('outreach')
  const finger = counted(person)
  await person.opens('/bags', neutral)
  await finger.link(bags.takeBag({ bag: 'Sac 1' }))
  await finger.button(bags.confirm)
  await person.opens('/venues', neutral)
  finger.taps()
  await finger.button(bags.stopHere({ venue: 'Motel' }))
  expect(finger.taps()).toBe(1)
  expect(person.page.url()).toMatch(/\/visits\/1$/)
})
