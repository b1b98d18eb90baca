// What an outreach worker does of the spine: takes the usual bag, taps what is given, brings the bag back.
import { expect } from 'vitest'
import { neutral, type Person } from './person.ts'
import { quantitiesIn } from './sums.ts'

export async function takesTheUsualBag(person: Person) {
  const { page, words } = person
  const { bags } = words
  await person.opens('/bags', neutral)
  await person.follows(bags.takeBag({ bag: 'Sac 1' }), neutral)
  expect(await page.textContent('main')).toContain(bags.short({ short: 4 }))
  await person.presses(bags.confirm, neutral)
  expect(page.url()).toMatch(/\/shifts\/1$/)
}

export async function tapsWhatIsGiven(person: Person) {
  const { page, words } = person
  const { bags } = words
  await person.presses(bags.stopHere({ venue: 'Sky' }), neutral)
  const tile = page.locator('.tile', { hasText: person.short('cond') })
  await person.press(tile.locator('.add'), neutral)
  await person.press(tile.locator('.add'), neutral)
  await person.presses(bags.makeIt({ count: 5 }), neutral)
  await person.presses(bags.less({ item: person.name('cond') }), neutral)
  // One, and another that was made five, less one.
  expect(await tile.locator('b').textContent()).toBe('5')
  expect(await tile.textContent()).toContain(bags.leftCount({ count: 55 }))

  await page.getByText(bags.asked, { exact: true }).first().click()
  await person.presses(bags.askedFor({ item: person.short('nalox') }), neutral)
  expect(await page.textContent('.tiles')).toContain(bags.askedCount({ count: 1 }))
  await person.presses(bags.personMore, neutral)
  await person.presses(bags.personMore, neutral)
  expect(await page.inputValue('#contacts')).toBe('2')
}

export async function bringsTheBagBack(person: Person) {
  const { page, words } = person
  const { bags } = words
  const condom = person.name('cond')
  await person.follows(bags.stopsTab, neutral)
  await person.follows(bags.bringBack, neutral)
  const { putIn, given } = bags.terms
  const expected = `− 5 ${given.toLowerCase()} = ${bags.expectedLot({ expected: 55 })}`
  expect(await page.textContent('main')).toContain(`60 ${putIn.toLowerCase()} ${expected}`)
  await person.presses(bags.allMatch, neutral)
  await person.presses(bags.oneLess({ item: condom }), neutral)
  // The difference is shown before anything is saved, and asks for its reason.
  await person.presses(bags.closeWith({ count: 1 }), neutral)
  expect(await page.textContent('#problems')).toContain(
    words.refusals.reasonMissing({ item: { nameFr: condom, nameEn: condom }, difference: 1 }),
  )
  await page.getByLabel(bags.reasonOf({ item: condom })).selectOption('lost')
  await person.presses(bags.closeWith({ count: 1 }), neutral)
  expect(page.url()).toMatch(/\/shifts\/1$/)
  // Carried in and put in are given, lost and left.
  expect(await quantitiesIn(person.row(condom), words)).toEqual([0, 60, 5, 1, 54])
}
