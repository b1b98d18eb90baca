// What a stock manager does of the spine: a gift of five lines is logged, and is on the stock page.
import { expect } from 'vitest'
import type { Person } from './person.ts'

type Line = { code: string; pack?: number; quantity: string; units: number; expiresOn?: string }

const gift: readonly Line[] = [
  { code: '1cc', pack: 100, quantity: '2', units: 200, expiresOn: '2029-06-30' },
  { code: 'soap', pack: 48, quantity: '1', units: 48 },
  { code: 'juice', pack: 24, quantity: '3', units: 72, expiresOn: '2027-06-30' },
  { code: 'sock', quantity: '48', units: 48 },
  { code: 'card', pack: 100, quantity: '1', units: 100 },
]

export async function logsTheDonation(person: Person) {
  const { page, words } = person
  const { donations, common } = words
  // Without scripts the packs of an item are offered, and what they make is said, by the next page.
  const askThePage = async () => {
    if (!person.hasScripts) await person.presses(common.addLines, donations.log)
  }
  await person.opens('/donations', donations.title)
  await person.follows(donations.log, donations.log)
  await page.fill('#donor', 'Moisson')
  for (const [index, { code }] of gift.entries()) {
    await page.fill(`#lines-${index}-item`, person.name(code))
  }
  await askThePage()
  for (const [index, line] of gift.entries()) await fillIn(person, `#lines-${index}`, line)
  await page.fill('#lines-0-lotCode', 'C1120')
  await askThePage()
  const boxes = { fr: 'boîtes', en: 'boxes' }[words.language]
  expect(await page.textContent('[data-line] output')).toBe(`2 ${boxes} × 100 = 200`)
  await person.presses(donations.saveIt, donations.thanks)
}

async function fillIn({ page, item }: Person, row: string, line: Line) {
  const pack = item(line.code).packs.find(({ size }) => size === line.pack)
  if (pack) await page.selectOption(`${row}-pack`, String(pack.id))
  await page.fill(`${row}-quantity`, line.quantity)
  if (line.expiresOn) await page.fill(`${row}-expiresOn`, line.expiresOn)
}

export async function seesItInStock(person: Person) {
  const { words } = person
  await person.opens('/stock', words.stock.title)
  for (const { code, units } of gift) {
    expect(await person.row(person.name(code)).locator('.total').textContent()).toContain(
      words.number(units),
    )
  }
}
