// The route of a shift on the page used outside: followed, shared between the stops to go, with no signal.
import { expect, test } from 'vitest'
import { location } from '#src/db/schema/index.ts'
import { plannedStops } from '#src/ledger/planned-stops.ts'
import { perStop } from '#src/ledger/tally.ts'
import { say } from '#src/messages/index.ts'
import { expectNoAxeViolations } from '#test/support/browser.ts'
import { perStop as perStopOnPhone, shiftOf, stopOf } from '#views/assets/outside/shift.js'
import { evening, noSignal, plan } from './evening.ts'

const { at, outside } = evening()

test.each(['fr', 'en'] as const)('a route is followed with no signal, in %s', async (language) => {
  const { world } = at()
  const { sky, park, motel } = world.venues
  await plan(world, [sky, park, motel])
  const { rounds } = say(language)
  const { page, field, tile, synced } = await outside(language)
  const states = () => page.locator('#screen ol .pair b + .pill').allTextContents()
  expect(await page.textContent('#screen')).toContain(rounds.toGo({ count: 3 }))
  await expectNoAxeViolations(page)

  await noSignal(page, true)
  await page.getByRole('button', { name: rounds.skipThis({ venue: 'Parc' }) }).tap()
  await page.getByText(rounds.toGo({ count: 2 })).waitFor()
  expect(await states()).toEqual([rounds.states.next, rounds.states.skipped])
  await page.getByRole('button', { name: field.startHere.replace('{name}', 'Sky') }).tap()
  // Sixty, and one more stop.
  await expect.poll(() => tile('Condom').add.textContent()).toContain(rounds.perStop({ count: 60 }))
  await tile('Condom').add.tap()
  await expect.poll(() => tile('Condom').add.textContent()).toContain(rounds.perStop({ count: 59 }))
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: field.bag, exact: true }).tap()
  const bag = await page.textContent('#screen')
  expect(bag).toContain(rounds.toGo({ count: 1 }))
  expect(bag).toContain(rounds.perStop({ count: 59 }))
  await page.getByRole('button', { name: field.stops, exact: true }).tap()
  await page.getByRole('button', { name: rounds.unskipThis({ venue: 'Parc' }) }).tap()
  await page.getByText(rounds.toGo({ count: 2 })).waitFor()
  expect(await states()).toEqual([rounds.states.done, rounds.states.next])
  await page.getByRole('button', { name: field.visit, exact: true }).last().tap()
  await page.getByRole('button', { name: field.goNext.replace('{name}', 'Parc') }).tap()
  await page.getByRole('heading', { name: 'Parc' }).waitFor()
  expect(await tile('Condom').add.textContent()).toContain(rounds.perStop({ count: 59 }))

  await noSignal(page, false)
  await expect.poll(synced, { timeout: 10_000 }).toBe(field.allSent)
  const stops = await world.database.read((db) => plannedStops(db, 1))
  expect(stops.map(({ state }) => state)).toEqual(['done', 'done', 'next'])
})

test('long names do not push the page aside', async () => {
  const { world } = at()
  const { sky, park } = world.venues
  const nameFr = 'Électroménagers'
  await world.write((tx) => tx.update(location).set({ nameFr, nameEn: null }))
  await plan(world, [sky, park])
  const { page, field } = await outside('fr')
  await page
    .getByRole('button', { name: field.startHere.replace('{name}', nameFr) })
    .first()
    .tap()
  await page.getByRole('button', { name: field.goNext.replace('{name}', nameFr) }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('a stop opened by mistake with no signal is taken back, and the route has it again', async () => {
  const { world } = at()
  await plan(world, [world.venues.sky, world.venues.park])
  const { rounds, bags } = say('en')
  const { page, field, tile, synced } = await outside('en')
  await noSignal(page, true)
  await page.getByRole('button', { name: field.startHere.replace('{name}', 'Sky') }).tap()
  await tile('Condom').add.tap()
  await tile('Condom').count.getByText('1').waitFor()
  expect(await page.getByText(bags.noStop).count()).toBe(0)
  await page.locator('#undo-last').tap()
  await page.getByText(bags.noStop).tap()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: bags.takeBack }).tap()
  await page.getByText(rounds.toGo({ count: 2 })).waitFor()
  await noSignal(page, false)
  await expect.poll(synced, { timeout: 10_000 }).toBe(field.allSent)
  const stops = await world.database.read((db) => plannedStops(db, 1))
  expect(stops.map(({ state }) => state)).toEqual(['next', 'later'])
})

test.each(['fr', 'en'] as const)('the phone says it in the words of the app, in %s', (language) => {
  const { field, rounds } = say(language)
  const on = (text: string, values: Record<string, string>) =>
    text.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? '')
  expect(on(field.perStop, { n: '4' })).toBe(rounds.perStop({ count: 4 }))
  expect(field.toGoOne).toBe(rounds.toGo({ count: 1 }))
  expect(on(field.toGoMany, { n: '3' })).toBe(rounds.toGo({ count: 3 }))
})

test('what is left is shared on the phone as the server shares it', () => {
  for (const left of [-3, 0, 1, 2, 12, 13])
    for (const stops of [0, 1, 3]) expect(perStopOnPhone(left, stops)).toBe(perStop(left, stops))
})

test('a working copy of before there were routes still opens', () => {
  const item = { id: 1, short: 'Condom', name: 'Condom', left: 5, tile: true }
  const copy = { items: [item], given: [], asked: [], visits: [], venues: [] }
  const stop = { venue: 1, day: '2026-03-02' }
  const shift = shiftOf(copy, [{ kind: 'stop', id: 'a', ...stop }])
  expect(stopOf(shift, stop).tiles).toMatchObject([{ left: 5, perStop: null }])
})
