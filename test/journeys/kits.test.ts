// A bag of groceries becomes a kit: its recipe is written, too many are refused, as many as the shelves
// allow are built, and one press takes them apart again.
import { expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import type { Person } from './person.ts'
import { guises, story } from './story.ts'
import { quantitiesIn } from './sums.ts'

const shelves = 'J27 20, sock 21'
const told = story((world) => ledger(world, `donor -> central ${shelves}`, '2026-11-20'))

test.each(guises)('kits are built of what there is and taken apart, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { words } = person
  await person.becomes('stock')
  await writesTheRecipe(person)
  await isRefusedMoreThanThereIs(person)
  expect(await holds(world, 'central')).toBe(shelves)

  await builds(person, '7')
  expect(await holds(world, 'central')).toBe('J27 6, groc27 7')
  await readsWhatWasBuilt(person)
  await looksAtTheLot(person)

  await person.opens('/kits', words.kits.title)
  await person.presses(words.common.undo, words.entries.title({ id: 3 }))
  expect(await holds(world, 'central')).toBe(shelves)
  await readsThatItWasTakenBack(person)
  expect(await world.database.read(verify)).toEqual([])
})

async function writesTheRecipe(person: Person) {
  const { page, words } = person
  const { kits } = words
  await person.opens('/kits', kits.title)
  await page.getByText(kits.newKit, { exact: true }).click()
  await person.follows(person.name('groc'), person.name('groc'))
  for (const [index, [code, quantity]] of [
    ['juice', '2'] as const,
    ['sock', '3'] as const,
  ].entries()) {
    await page.fill(`#lines-${index}-item`, person.name(code))
    await page.fill(`#lines-${index}-quantity`, quantity)
  }
  await person.presses(kits.saveRecipe, person.name('groc'))
  expect(await page.textContent('main')).toContain(
    kits.inForceSince({ number: 1, day: '2026-11-23' }),
  )
  // In one kit, usable, enough for.
  expect(await quantitiesIn(person.row(person.name('juice')), words)).toEqual([2, 20, 10])
  expect(await quantitiesIn(person.row(person.name('sock')), words)).toEqual([3, 21, 7])
}

async function isRefusedMoreThanThereIs(person: Person) {
  const { page, words, item } = person
  const { kits, refusals, common } = words
  await page.fill('#quantity', '8')
  await person.presses(kits.build, common.errorTitle({ title: person.name('groc') }))
  const place = { nameFr: 'Réserve', nameEn: 'Stockroom' }
  const problem = refusals.kitShort({ item: item('sock'), place, available: 21, wanted: 24 })
  expect(await page.textContent('#problems')).toContain(problem)
  expect(await page.inputValue('#quantity')).toBe('8')
}

async function builds(person: Person, quantity: string) {
  const { page, words } = person
  await page.fill('#quantity', quantity)
  await person.presses(words.kits.build, person.name('groc'))
}

async function readsWhatWasBuilt(person: Person) {
  const { page, words } = person
  // Built, and left of it; the socks are gone.
  expect(await quantitiesIn(person.row('K-2026-11-23'), words)).toEqual([7, 7])
  expect(await quantitiesIn(person.row(person.name('sock')), words)).toEqual([3, 0, 0])
  expect(await page.textContent('main')).toContain(words.day('2027-12-31'))
}

async function looksAtTheLot(person: Person) {
  const { page, words } = person
  const { lot } = words.catalogue
  const title = lot.title({ code: 'K-2026-11-23', item: person.name('groc') })
  await person.follows('K-2026-11-23', title)
  expect(await page.textContent('main')).toContain(lot.component({ quantity: 14 }))
}

async function readsThatItWasTakenBack(person: Person) {
  const { words } = person
  await person.opens('/kits', words.kits.title)
  await person.follows(person.name('groc'), person.name('groc'))
  const built = person.row('K-2026-11-23')
  expect(await built.textContent()).toContain(words.kits.takenBack)
  expect(await quantitiesIn(built, words)).toEqual([7, 0])
  expect(await quantitiesIn(person.row(person.name('sock')), words)).toEqual([3, 21, 7])
}
