// A sheet of paper is typed in days later, by keyboard alone: read back as it is typed, saved, and the next
// line begins where the last one ended.
import { expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { entriesOf, holds, ledger, told } from '#test/support/ledger.ts'
import { setPar } from '#test/support/world.ts'
import { guises, story } from './story.ts'

const settled = story(async (world) => {
  await setPar(world, world.bags.bag1, { cond: 20, juice: 12 })
  await ledger(world, 'donor -> central C29 100, J28 50')
})

const saturday = '2026-11-21'

test.each(guises)('a sheet is typed in by keyboard, %s', async (_, guise) => {
  const { world, personIn } = settled()
  const person = await personIn(guise)
  const { page, words, hasScripts } = person
  const { lateEntry } = words
  await person.becomes('coordinator')
  await person.opens('/bags', `${words.bags.title}`)
  await person.follows(lateEntry.link, 'Relais')

  await page.fill('#day', saturday)
  await page.getByText(words.bags.somebodyElse).click()
  await page.getByLabel('Omar').check()
  await page.focus('#lines')
  await page.keyboard.type('ski 6cond')
  const preview = page.locator('#preview')
  if (!hasScripts) await person.presses(lateEntry.preview, 'Relais')
  await expect.poll(() => preview.textContent()).toContain('ski')
  expect(await preview.textContent()).toContain('sky')
  expect(await preview.textContent()).toContain(lateEntry.newShift({ bag: 'Sac 1', day: saturday }))
  if (hasScripts) expect(await page.evaluate(() => document.activeElement?.id)).toBe('lines')

  await page.focus('#lines')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('sky 6cond 2jus 3 pers')
  if (!hasScripts) await person.presses(lateEntry.preview, 'Relais')
  await expect.poll(() => preview.textContent()).toContain(lateEntry.met({ count: 3 }))
  await page.focus('#lines')
  await page.keyboard.press('Tab')
  await person.act(() => page.keyboard.press('Enter'), 'Relais')
  expect(await told(world, ...(await entriesOf(world, 'hand-out')))).toBe(
    'bag1 -> sky C? 6 / bag1 -> sky J? 2',
  )

  // The next line: day, bag, people and place are there, and so is the caret.
  expect(await page.inputValue('#day')).toBe(saturday)
  expect(await page.getByLabel('Omar').isChecked()).toBe(true)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('lines')
  expect(await page.textContent('table')).toContain(words.weekday(saturday))
  await page.keyboard.type('1cond')
  if (!hasScripts) await person.presses(lateEntry.preview, 'Relais')
  const goods = { item: person.item('cond'), quantity: 1 }
  await expect.poll(() => preview.textContent()).toContain(words.venues.given(goods))
  await person.presses(lateEntry.save, 'Relais')
  expect(await holds(world, 'bag1')).toBe('C? -7, J? -2')

  const last = (await entriesOf(world, 'hand-out')).at(-1) ?? 0
  // Undone, and the paper is as if it had not been typed.
  await person.presses(words.common.undo, words.entries.title({ id: last + 1 }))
  expect(await holds(world, 'bag1')).toBe('C? -6, J? -2')
  expect(await world.database.read(verify)).toEqual([])
})
