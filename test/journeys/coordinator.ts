// What a coordinator does of the spine: reads what was given and what to order, and why; orders it,
// receives a part, and takes the receipt back.
import { expect } from 'vitest'
import type { Person } from './person.ts'
import { quantitiesIn, recomputed } from './sums.ts'

export async function readsWhatWasGiven(person: Person) {
  const { page, words } = person
  const { distribution, venues } = words
  const condom = person.name('cond')
  const entries = distribution.entriesOf({ item: person.item('cond') })
  await person.opens('/venues', venues.title)
  await person.follows('Sky', 'Sky')
  const ofTheYear = person.row(condom).locator('.total a')
  const given = words.number(40 * 40 + 5)
  expect(await ofTheYear.textContent()).toBe(given)
  await person.press(ofTheYear, entries)

  await person.opens('/distribution?month=2026-11&by=venue', distribution.title)
  const ofTheMonth = person.row(condom).locator('td.n:not(.total) a').first()
  const figure = words.number(40 * 15 + 5)
  expect(await ofTheMonth.textContent()).toBe(figure)
  await person.press(ofTheMonth, entries)
  const shown = await quantitiesIn(page.locator('tbody tr'), words)
  expect(words.number(shown.reduce((sum, each) => sum + each, 0))).toBe(figure)
}

/** @returns what the board recommends, as its terms make it */
export async function readsWhatToOrder(person: Person): Promise<number> {
  const { page, words } = person
  const { reorder } = words
  const condom = person.name('cond')
  await person.opens('/alerts', reorder.title)
  const row = person.row(condom)
  expect(await row.textContent()).toContain(reorder.levels.now)
  expect(await row.textContent()).toContain(
    reorder.why.rate({ rate: 40, leadTimeDays: 7, withKits: false }),
  )
  await person.press(row.getByRole('link', { name: condom, exact: true }), condom)
  const units = await recomputed(page.locator('#why'), words)
  expect(await page.textContent('#h-why')).toBe(reorder.card.title({ units }))
  expect(units % 144).toBe(0)
  return units
}

const supplier = { nameFr: 'Cactus', nameEn: null }

export async function orders(person: Person, units: number) {
  const { page, words } = person
  const { reorder } = words
  const title = words.orders.from({ id: 1, supplier })
  await person.opens('/alerts', reorder.title)
  // What is to be ordered now is ticked already.
  await person.presses(reorder.draft, words.orders.new)
  expect(await page.inputValue('#supplier')).toBe('Cactus')
  expect(await page.textContent('[data-field=makes] b')).toBe(words.number(units))
  await person.presses(words.orders.saveDraft, title)
  await person.presses(words.orders.send, title)
  expect(await page.textContent('main')).toContain(words.orders.status.waiting)
  await person.opens('/alerts', reorder.title)
  expect(await person.row(person.name('cond')).textContent()).toContain(reorder.levels.coming)
}

export async function receivesInPart(person: Person) {
  const { page, words } = person
  const condom = person.row(person.name('cond'))
  const title = words.orders.from({ id: 1, supplier })
  await person.opens('/orders/1', title)
  await person.follows(words.orders.receive, words.orders.receiveTitle({ id: 1 }))
  await page.fill('#lines-0-quantity', '144')
  await page.fill('#lines-0-expiresOn', '2029-12-31')
  await person.presses(words.orders.saveReceipt, title)
  expect(await page.textContent('main')).toContain(words.orders.status.waiting)
  await person.opens('/stock', words.stock.title)
  // 120, less 5 given and 1 lost, and the 144 that came.
  expect(await condom.locator('.total').textContent()).toContain(words.number(258))
}

export async function takesTheReceiptBack(person: Person) {
  const { page, words } = person
  const { entries } = words
  await person.opens('/orders/1', words.orders.from({ id: 1, supplier }))
  const receipt = page.locator('[aria-labelledby=receipts] a').first()
  const id = Number((await receipt.getAttribute('href'))?.split('/').at(-1))
  await person.press(receipt, entries.title({ id }))
  await person.presses(entries.takeBack, entries.title({ id: id + 1 }))
  const stockroom = { nameFr: 'Réserve', nameEn: 'Stockroom' }
  // 60 of the 120 are still in the bag, or were.
  expect(await page.textContent('main')).toContain(
    entries.balance({ place: stockroom, quantity: 60, item: person.item('cond') }),
  )
}
