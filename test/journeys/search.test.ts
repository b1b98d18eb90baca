// One search for whatever has a name: an item without its accents, a bag, a venue by its alias, words in
// any order; what has no such name is answered with what to do. All of it from the keyboard too.
import { expect, test } from 'vitest'
import { stockUp } from '#test/support/world.ts'
import { neutral, type Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story((world) => stockUp(world, [{ code: '1cc', quantity: 5, lotCode: 'C1120' }]))

test.each(guises)('what has a name is found by it, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { page, words } = person
  const { search } = words
  await person.becomes('stock')
  await person.opens('/search', search.title)
  expect(await page.textContent('main')).toContain(search.begin)
  await finds(person, 'rechaud', person.name('cooker'))
  await finds(person, 'cc seringue', person.name('1cc'))
  await finds(person, 'sac', 'Sac 1')
  await finds(person, 'c11', 'C1120')
  await finds(person, 'parc', 'Parc')

  await looksFor(person, 'licorne')
  expect(await page.textContent('main')).toContain(search.nothing({ q: 'licorne' }))
  expect(await page.textContent('main')).toContain(search.nothingHint)
  await person.follows(search.seeAll, words.catalogue.title)

  // Outside, the page has no name, and only what this person may open is there.
  await person.becomes('outreach')
  await person.opens('/search?q=c11', neutral)
  expect(await page.textContent('main')).toContain(search.nothing({ q: 'c11' }))
  await person.opens('/search?q=motel', neutral)
  await person.follows('Motel', neutral)
  expect(page.url()).toContain(`/venues/${world.venues.motel}`)
})

test('from any page, without the mouse', async () => {
  const { personIn } = told()
  const guise = { device: 'desktop', language: 'en', scripts: 'with scripts' } as const
  const person = await personIn(guise)
  const { page, words } = person
  const { search } = words
  const enter = () => page.keyboard.press('Enter')
  await person.becomes('stock')
  await person.opens('/stock', words.stock.title)
  await person.act(() => page.keyboard.press('Control+K'), search.title)
  await page.keyboard.type('soap')
  await person.act(enter, search.title)
  // Again, over what was typed.
  await page.keyboard.press('Control+K')
  await page.keyboard.type('sac 1')
  await person.act(enter, search.title)
  expect(await page.inputValue('#search')).toBe('sac 1')
  await page.getByRole('link', { name: 'Sac 1' }).focus()
  await person.act(enter, 'Sac 1')
})

async function looksFor(person: Person, typed: string) {
  await person.page.fill('#search', typed)
  await person.presses(person.words.search.go, person.words.search.title)
}

async function finds(person: Person, typed: string, name: string) {
  await looksFor(person, typed)
  const found = person.page.locator('main .lines').getByRole('link', { name, exact: true })
  expect(await found.count()).toBe(1)
}
