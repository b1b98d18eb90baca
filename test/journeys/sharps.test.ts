// Used sharps: a worker swaps a bin at a bar, weighs one by mistake and takes it back; the coordinator reads what
// came back against what was given out, and how sure that is.
import { expect, test } from 'vitest'
import { clientOf } from '#test/support/client.ts'
import { holds, ledger } from '#test/support/ledger.ts'
import { takeBag } from '#test/support/outreach.ts'
import { setPar, stockUp } from '#test/support/world.ts'
import { neutral, type Person } from './person.ts'
import { guises, story } from './story.ts'

const told = story(async (world) => {
  await stockUp(world, [{ code: 'bin14', quantity: 10, on: '2026-10-01' }])
  await ledger(world, 'donor -> central S28 300 / central -> sky S28 100', '2026-10-20')
  await setPar(world, world.bags.bag1, { bin14: 3 })
  const omar = await clientOf(world, 'outreach')
  await takeBag(omar, world.bags.bag1)
  const sam = await clientOf(world, 'stock')
  const bin = { venueId: String(world.venues.sky), typeId: '1', happenedOn: '2026-11-01' }
  await sam.post('/bins', { ...bin, swapEveryDays: '21', fromId: String(world.places.central) })
})

test.each(guises)('a bin is swapped, and its content is in the ratio, %s', async (_, guise) => {
  const { world, personIn } = told()
  const person = await personIn(guise)
  const { page, words } = person
  const { sharps, venues, common, problems } = words
  await person.becomes('outreach')
  await person.opens('/venues', neutral)
  await person.press(page.getByRole('link', { name: sharps.bins.toSwap }), neutral)
  // Nobody guesses how full it was.
  await person.presses(sharps.bins.swapIt, neutral)
  expect(await page.textContent('#problems')).toContain(problems.choose())
  await chooses(person, '75')
  expect(await page.locator('#fromId option:checked').textContent()).toBe('Sac 1')
  await person.presses(sharps.bins.swapIt, neutral)
  expect(await person.row('Sky').textContent()).toContain(venues.dueIn({ days: 21 }))
  expect(await holds(world, 'bag1')).toBe('bin14 2')

  await person.follows(sharps.recoveries.record, neutral)
  await chooses(person, 'weight')
  await page.fill('#amount', '450')
  await person.presses(sharps.recoveries.saveIt, neutral)
  await person.presses(common.undo, neutral)

  await readsTheRatio(person)
  await goesOnACleanUp(person)
  await looksAtTheRest(person)
})

async function chooses({ page }: Person, measure: string) {
  await page.check(`[name=what][value="${measure}"]`)
}

async function readsTheRatio(person: Person) {
  const { page, words } = person
  const { ratio, title } = words.sharps
  await person.becomes('coordinator')
  await person.opens('/sharps', title)
  await person.follows(ratio.title, ratio.title)
  // Three quarters of 1.4 L, at 30, 45 and 70 a litre, against 100 syringes.
  const share = { low: 0.32, likely: 0.47, high: 0.74 }
  const figures = { given: 100, likely: 47, ratio: share, isCurrent: true }
  const main = await page.textContent('main')
  expect(main).toContain(ratio.sentence(figures))
  expect(main).toContain(ratio.promise)
  const year = person.row(ratio.total)
  expect(await year.textContent()).toContain(ratio.percent({ ...share, isExact: false }))
  expect(await page.locator('svg[role=img] title').textContent()).toBe(ratio.drawn)
}

async function goesOnACleanUp(person: Person) {
  const { page, words } = person
  const { cleanUps } = words.sharps
  const title = cleanUps.of({ sector: 'C-3', day: words.weekday('2026-11-23') })
  await person.opens('/clean-ups', cleanUps.title)
  await person.follows(cleanUps.begin, cleanUps.begin)
  await page.fill('#sector', 'c-3')
  await page.fill('#people', '6')
  await page.fill('#tongsOut', '6')
  await person.presses(cleanUps.beginIt, title)
  await chooses(person, 'count')
  await page.fill('#amount', '14')
  await person.presses(cleanUps.collectedSave, title)
  expect(await page.textContent('header.head')).toContain(cleanUps.sum({ sum: '14' }))
}

async function looksAtTheRest(person: Person) {
  const { words } = person
  const { bins, recoveries, types } = words.sharps
  const type = { nameFr: 'Contenant de 1,4 L', nameEn: '1.4 L container' }
  await person.opens('/recoveries', recoveries.title)
  await person.opens('/bins/1', bins.binOf({ type, venue: 'Sky' }))
  await person.opens('/bins/new', bins.place)
  await person.opens('/bin-types', types.title)
  await person.follows(words.name(type), words.name(type))
}
