// Stock goes from the stockroom to the shelves of the drop-in: more than there is is refused with nothing
// lost of what was typed, what was moved is read, and one press puts it back.
import { expect, test } from 'vitest'
import { holds, ledger } from '#test/support/ledger.ts'
import type { Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story((world) => ledger(world, 'donor -> central C29 100, cooker 40', '2026-11-20'))

const stockroom = { nameFr: 'Réserve', nameEn: 'Stockroom' }
const shelves = { nameFr: 'Étagères du site fixe', nameEn: 'Drop-in shelves' }

test.each(guises)('too much is refused, the rest is moved and put back, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { transfers } = person.words
  await person.becomes('stock')
  await person.opens('/transfers', transfers.title)
  await person.follows(transfers.moveStock, transfers.moveStock)
  await typesTooMuch(person)
  await isRefusedKeepingIt(person)
  expect(await holds(world, 'shelves')).toBe('nothing')

  await person.page.fill('#lines-0-quantity', '60')
  await person.presses(transfers.moveIt, transfers.title)
  expect(await holds(world, 'shelves')).toBe('C29 60, cooker 15')
  await readsWhatMoved(person)

  await person.presses(person.words.common.undo, person.words.entries.title({ id: 3 }))
  expect(await holds(world, 'shelves')).toBe('nothing')
  expect(await holds(world, 'central')).toBe('C29 100, cooker 40')
  await person.opens('/transfers', transfers.title)
  expect(await person.row(routeIn(person)).textContent()).toContain(transfers.takenBack)
})

async function typesTooMuch(person: Person) {
  const { page, words } = person
  await page.selectOption('#fromId', words.name(stockroom))
  await page.selectOption('#toId', words.name(shelves))
  await page.fill('#happenedOn', '2026-11-22')
  await page.fill('#lines-0-item', person.name('cond'))
  await page.fill('#lines-1-item', person.name('cooker'))
  await page.fill('#lines-0-quantity', '120')
  await page.fill('#lines-1-quantity', '15')
}

async function isRefusedKeepingIt(person: Person) {
  const { page, words, item } = person
  const { transfers, refusals, common, lines } = words
  await person.presses(transfers.moveIt, common.errorTitle({ title: transfers.moveStock }))
  const about = { item: item('cond'), place: stockroom, available: 100, wanted: 120 }
  const problem = lines.problem({ line: 1, problem: refusals.short(about) })
  expect(await page.textContent('#problems')).toContain(problem)
  const kept = ['#happenedOn', '#lines-0-item', '#lines-0-quantity', '#lines-1-item']
  const typed = await Promise.all(kept.map((field) => page.inputValue(field)))
  expect(typed).toEqual(['2026-11-22', person.name('cond'), '120', person.name('cooker')])
  expect(await page.locator('#toId option:checked').textContent()).toBe(words.name(shelves))
}

async function readsWhatMoved(person: Person) {
  const { transfers, day, number } = person.words
  const row = await person.row(routeIn(person)).textContent()
  expect(row).toContain(`${person.name('cond')} ${number(60)}`)
  expect(row).toContain(`${person.name('cooker')} ${number(15)}`)
  // It was moved yesterday, and written down today.
  expect(row).toContain(day('2026-11-22'))
  expect(row).toContain(transfers.recorded({ day: '2026-11-23' }))
}

function routeIn({ words }: Person): string {
  return words.transfers.route({ from: words.name(stockroom), to: words.name(shelves) })
}
