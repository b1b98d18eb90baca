// A coordinator looks ahead: what is to be given first, what another delivery time would change, and
// how the little that there is would be shared.
import { expect, test } from 'vitest'
import { handedOut } from '#test/alerts/story.ts'
import { setPar, stockUp } from '#test/support/world.ts'
import type { Person } from './person.ts'
import { guises, story } from './story.ts'
import { quantitiesIn } from './sums.ts'

const told = story(async (world) => {
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
  await handedOut(world, { code: 'bar', aDay: 10, weeks: 8, left: 300 })
  // With thirty days of grace, until Friday.
  await stockUp(world, [{ code: 'bar', quantity: 100, expiresOn: '2026-10-28' }])
  await setPar(world, world.bags.bag1, { cond: 120 })
  await setPar(world, world.bags.bag2, { cond: 60 })
})

test.each(guises)('weeks ahead are looked at, %s', async (_, guise) => {
  const person = await told().personIn(guise)
  await person.becomes('coordinator')
  await givesFirst(person)
  await asksWhatIf(person)
  await sharesWhatIsShort(person)
})

async function givesFirst(person: Person) {
  const { words } = person
  const bar = person.name('bar')
  await person.opens('/alerts', words.reorder.title)
  expect(await person.row(bar).textContent()).toContain(words.reorder.levels.surplus)
  await person.follows(words.expiry.link({ count: 1 }), words.expiry.title)
  const [onHand, unused] = await quantitiesIn(person.row(bar), words)
  expect(onHand).toBe(100)
  expect(unused).toBeGreaterThan(0)
  expect(unused).toBeLessThan(100)
}

async function asksWhatIf(person: Person) {
  const { page, words, hasScripts } = person
  const { whatIf } = words
  const title = whatIf.title({ item: person.item('cond') })
  await person.opens(`/items/${person.item('cond').id}`, person.name('cond'))
  await person.follows(whatIf.link, title)
  const answer = page.locator('#answer')
  const before = await answer.textContent()
  await page.fill('#leadTime', '28')
  // Where scripts run the answer follows what is typed; elsewhere it follows the button.
  if (hasScripts) await expect.poll(() => answer.textContent()).not.toBe(before)
  else await person.presses(whatIf.reckon, title)
  expect(await page.inputValue('#leadTime')).toBe('28')
  expect(await answer.getByRole('row', { name: whatIf.leadTime }).textContent()).toContain('28')
  await expect.poll(() => new URL(page.url()).searchParams.get('leadTime')).toBe('28')
}

async function sharesWhatIsShort(person: Person) {
  const { page, words } = person
  const { rationing } = words
  await person.opens(`/items/${person.item('cond').id}`, person.name('cond'))
  await person.follows(rationing.link, rationing.title)
  await page.fill('#available', '90')
  await person.presses(rationing.share, rationing.title)
  const gets = page.locator('tbody tr td:nth-child(4)')
  const shares = (await gets.allTextContents()).map(Number)
  expect(shares).toEqual([60, 30])
  for (const language of ['fr-CA', 'en-CA']) {
    const text = await page.locator(`pre[lang="${language}"]`).textContent()
    for (const bag of ['Sac 1', 'Sac 2']) expect(text).toContain(bag)
  }
}
