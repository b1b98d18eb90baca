// What is donated takes from what is ordered by how often it came, never by its mean.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { cdf } from '#src/planning/demand-distribution.ts'
import { clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'
import { adviceOf, handedOut } from './story.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
  await handedOut(world, { code: 'soap', aDay: 6, weeks: 20, left: 30 })
})
afterEach(() => world.close())

/** Forty bars of soap every four weeks, by the form that people use. */
async function soapIsDonated() {
  const sam = await clientOf(world, 'stock')
  for (const weeks of [18, 14, 10, 6, 2]) {
    const answer = await sam.post('/donations', {
      ...{ donor: 'Pharmacie du Village', placeId: String(world.places.central), value: '' },
      receivedOn: addDays(world.today(), -7 * weeks),
      ...{ 'lines.0.item': world.item('soap').code, 'lines.0.quantity': '40' },
    })
    expect(answer.status).toBe(303)
  }
  return sam
}

test('soap donated now and then is ordered for the stretches that bring none', async () => {
  const without = await adviceOf(world, 'soap')
  await soapIsDonated()
  const { facts, coverage, freshOrderUpTo, levelTerms } = await adviceOf(world, 'soap')
  const expected = levelTerms?.expectedDonations ?? 0
  expect(expected).toBeGreaterThan(20)
  expect(freshOrderUpTo).toBeLessThan(without.freshOrderUpTo)
  expect(freshOrderUpTo).toBeGreaterThan(without.freshOrderUpTo - expected)

  // The level again, from the days on which it came, with a pencil.
  const windows = facts.donated.length - coverage.days + 1
  const sums = Array.from({ length: windows }, (_, first) =>
    facts.donated.slice(first, first + coverage.days).reduce((sum, units) => sum + units, 0),
  )
  const service = (units: number) =>
    sums.reduce((sum, gift) => sum + cdf(coverage.demand, units + gift), 0) / windows
  expect(service(freshOrderUpTo)).toBeGreaterThanOrEqual(0.95)
  expect(service(freshOrderUpTo - 1)).toBeLessThan(0.95)
})

test('the term of the explanation opens the donations it is reckoned from, and nothing else', async () => {
  const sam = await soapIsDonated()
  const card = (await sam.get(`/items/${world.item('soap').id}`)).text
  const [, href = ''] = card.match(/href="([^"]*\/entries\?donated=[^"]*)"/) ?? []
  const { text } = await sam.get(href)
  const main = text.slice(text.indexOf('<main'))
  expect(main).toContain('Donated since')
  expect([...main.matchAll(/<tr /g)]).toHaveLength(1 + 5)
  expect(main).not.toContain('Hand-out')
})

test('a donation that is taken back was never donated', async () => {
  const before = await adviceOf(world, 'soap')
  const sam = await soapIsDonated()
  for (const donation of [1, 2, 3, 4, 5]) {
    const { text } = await sam.get(`/donations/${donation}`)
    const [, entry] = text.match(/entries\/(\d+)/) ?? []
    expect((await sam.post(`/entries/${entry}/reversal`, {})).status).toBe(303)
  }
  const after = await adviceOf(world, 'soap')
  expect(after.freshOrderUpTo).toBe(before.freshOrderUpTo)
  expect(after.levelTerms?.expectedDonations).toBe(0)
})

test('the reason says how uneven donations are', async () => {
  const { item } = (await adviceOf(world, 'soap')).facts
  const chloe = await clientOf(world, 'coordinator')
  const sentence = 'Donations do not come on order'
  expect((await chloe.get(`/items/${item.id}`)).text).not.toContain(sentence)
  await soapIsDonated()
  expect((await chloe.get(`/items/${item.id}`)).text).toContain(`${sentence}: of past stretches of`)
})
