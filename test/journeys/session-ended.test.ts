// A long form, and a session that ends while it is filled in: what was typed outlives it.
import { expect, test } from 'vitest'
import { person as people } from '#src/db/schema/index.ts'
import { passwordHash } from '#src/people/passwords.ts'
import { guises, story } from './story.ts'

const password = 'correct horse battery'

const told = story(async (world) => {
  const hash = await passwordHash(password)
  await world.write((tx) => tx.update(people).set({ passwordHash: hash }))
})

test.each(guises)('what was typed comes back after signing in again, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { page, words } = person
  const { donations, people: door, common } = words
  await person.becomes('stock')
  await page
    .context()
    .addCookies([{ name: 'language', value: words.language, domain: '127.0.0.1', path: '/' }])
  await person.opens('/donations/new', donations.log)
  await page.fill('#donor', 'Moisson « & fils »')
  await page.fill('#lines-0-item', person.name('soap'))
  await page.fill('#lines-0-quantity', '36')
  world.pass(5)

  await person.presses(donations.saveIt, door.signIn)
  expect(await page.textContent('main')).toContain(door.formHeld)
  await page.fill('#signInName', 'sam')
  await page.fill('#password', 'not the password')
  await person.presses(door.signIn, door.signIn)
  await page.fill('#password', password)
  await person.presses(door.signIn, donations.log)

  expect(await page.textContent('[role=status]')).toBe(common.unsent)
  expect(await page.inputValue('#donor')).toBe('Moisson « & fils »')
  expect(await page.inputValue('#lines-0-item')).toBe(person.name('soap'))
  expect(await page.inputValue('#lines-0-quantity')).toBe('36')
  await person.presses(donations.saveIt, donations.thanks)
  expect(await page.textContent('main')).not.toContain(common.unsent)
})
