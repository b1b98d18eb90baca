// What is on the shelves on the first day comes from a spreadsheet: everything wrong with it is said at
// once, it is mended, looked at, imported, and the same file again adds nothing.
import { expect, test } from 'vitest'
import { holds } from '#test/support/ledger.ts'
import { importKinds } from '#views/imports/columns.ts'
import type { Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story(async () => {})

const heading = 'day,place,item,quantity,lot,expires_on'
const wrong = [
  heading,
  '2026-11-20,Attic,cooker,120,,',
  '2026-11-20,Stockroom,1cc,1180,C1120,2028-08-31',
  '2026-11-20,Stockroom,nalox,20,,2028-01-31',
  '2026-11-20,Stockroom,cond,1.5,,2028-02-28',
].join('\n')
const mended = wrong
  .replace('Attic', 'Stockroom')
  .replace('20,,2028-01', '20,N7,2028-01')
  .replace('1.5', '500')

test.each(guises)('a file is mended, imported, and imported once, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { page, words } = person
  const { imports } = words
  const before = await holds(world, 'central')
  await person.becomes('stock')
  await person.opens('/imports', imports.title)
  await choosesTheFile(person, wrong)
  await person.presses(imports.look, words.common.errorTitle({ title: imports.title }))
  await readsWhatToMend(person)
  expect(await holds(world, 'central')).toBe(before)

  // What was sent is there to be mended: no file needs to be found again.
  expect(await page.inputValue('#csv')).toBe(wrong)
  await page.fill('#csv', mended)
  await person.presses(imports.look, imports.preview)
  const kind = imports.kinds[importKinds[1]]
  expect(await page.textContent('main')).toContain(imports.wouldAdd({ rows: 4, kind }))
  await person.presses(imports.importIt, words.stock.title)
  await readsTheStock(person)

  const after = await holds(world, 'central')
  await person.opens('/imports', imports.title)
  await choosesTheFile(person, mended)
  await person.presses(imports.look, imports.preview)
  expect(await page.textContent('main')).toContain(imports.importedBefore({ day: '2026-11-23' }))
  expect(await page.getByRole('button', { name: imports.importIt, exact: true }).count()).toBe(0)
  expect(await holds(world, 'central')).toBe(after)
})

async function choosesTheFile({ page }: Person, csv: string) {
  const file = { name: 'stock.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
  await page.setInputFiles('#file', file)
}

async function readsWhatToMend(person: Person) {
  const { page, words } = person
  const { imports, problems } = words
  expect(await page.textContent('#problems')).toContain(imports.problems({ count: 3 }))
  for (const [row, column, sentence] of [
    [2, 'place', problems.place()],
    [4, 'lot', problems.lotNumber()],
    [5, 'quantity', problems.quantityWhole()],
  ] as const) {
    expect(await person.row(imports.at({ row, column })).textContent()).toContain(sentence)
  }
}

async function readsTheStock(person: Person) {
  const { page, words } = person
  for (const [code, units] of [
    ['cooker', 120],
    ['1cc', 1180],
    ['nalox', 20],
    ['cond', 500],
  ] as const) {
    const total = person.row(person.name(code)).locator('.total')
    expect(await total.textContent()).toContain(words.number(units))
  }
  // All of it can be taken back by one press.
  expect(await page.locator('.undo button').count()).toBe(1)
}
