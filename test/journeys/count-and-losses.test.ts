// The stockroom is counted, and what is past its date goes out of it: only what differs is read again,
// what is expired is written off by two presses, and when nothing is, the page says so.
import { expect, test } from 'vitest'
import { holds, ledger } from '#test/support/ledger.ts'
import type { Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story((world) =>
  ledger(world, 'donor -> central stem 40, push 90, J25 24', '2025-12-01'),
)

const stockroom = { nameFr: 'Réserve', nameEn: 'Stockroom' }

test.each(guises)('what is there is counted, and what is expired leaves, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  await person.becomes('stock')
  await counts(person, { stem: '40', push: '88', juice: '24' })
  expect(await holds(world, 'central')).toBe('J25 24, push 88, stem 40')
  await writesOffWhatIsExpired(person)
  expect(await holds(world, 'central')).toBe('push 88, stem 40')
  await findsNothingExpired(person)
})

async function counts(person: Person, seen: Readonly<Record<string, string>>) {
  const { page, words } = person
  const { stocktakes } = words
  const title = stocktakes.sheet({ place: words.name(stockroom) })
  await person.opens('/stocktakes', stocktakes.title)
  await page.selectOption('#placeId', words.name(stockroom))
  await person.presses(stocktakes.start, title)
  // Blind: the number that the book expects is nowhere.
  expect(await page.textContent('main')).not.toContain('90')
  for (const [code, quantity] of Object.entries(seen)) {
    await page.getByLabel(person.name(code), { exact: true }).fill(quantity)
  }
  await person.presses(stocktakes.saveCounts, title)
  const difference = person.row(person.name('push'))
  expect(await difference.textContent()).toContain(stocktakes.signed(-2))
  expect(await person.row(person.name('stem')).count()).toBe(0)
  await person.presses(stocktakes.post({ count: 1 }), title)
  expect(await page.textContent('main')).toContain(stocktakes.postedOn)
}

async function writesOffWhatIsExpired(person: Person) {
  const { page, words } = person
  const { transfers } = words
  await person.opens('/losses/new', transfers.lossTitle)
  const all = transfers.writeOffExpired({ place: stockroom, lots: 1 })
  await person.follows(all, transfers.lossTitle)
  expect(await page.inputValue('#lines-0-item')).toBe(person.name('juice'))
  expect(await page.inputValue('#lines-0-quantity')).toBe('24')
  await person.presses(transfers.writeOff, transfers.title)
  expect(await page.textContent('main')).toContain(`${person.name('juice')} ${words.number(24)}`)
}

async function findsNothingExpired(person: Person) {
  const { page, words } = person
  const { transfers } = words
  await person.opens('/losses/new?expired=', transfers.lossTitle)
  expect(await page.textContent('main')).toContain(transfers.noneExpired)
}
