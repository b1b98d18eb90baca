// An item's card shows how right its forecast has been, with the entries behind each figure.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { handedOut } from '#test/alerts/story.ts'
import { clientOf } from '#test/support/client.ts'
import { openWorld, type World } from '#test/support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

async function cardOf(code: string): Promise<string> {
  const chloe = await clientOf(world, 'coordinator')
  return (await chloe.get(`/items/${world.item(code).id}`)).text
}

test('a steady use was foreseen, and the card says how well', async () => {
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 30, left: 120 })
  const text = await cardOf('cond')
  // Seven days to deliver and fourteen to the next order: fifteen open days of 40.
  expect(text).toContain(
    'Looking 21 days ahead, on 12 days a week apart: 600 expected, 600 asked for',
  )
  expect(text).toContain('Typical miss 0%.')
  expect(text).toContain('It leans to neither side. 12 of 12 were inside the range')
})

test('each figure opens the entries that add up to it', async () => {
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 30, left: 120 })
  const text = await cardOf('cond')
  const path = `/distribution/entries?item=${world.item('cond').id}&amp;from=2026-11-02&amp;to=2026-11-22`
  expect(text).toContain(`href="${path}"`)
  const chloe = await clientOf(world, 'coordinator')
  const entries = (await chloe.get(path.replaceAll('&amp;', '&'))).text
  expect(entries.match(/href="\/entries\/\d+"/g)).toHaveLength(15)
})

test('a use that doubled says that it was not foreseen', async () => {
  await handedOut(world, { code: 'cond', aDay: 20, weeks: 30, left: 0 })
  await handedOut(world, { code: 'cond', aDay: 20, weeks: 6, left: 900 })
  const text = await cardOf('cond')
  expect(text).toMatch(/It expected \d+% too little\./)
  expect(text).toMatch(/Typical miss [1-9]\d%/)
})

test('a short record says that it is too short to judge', async () => {
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
  expect(await cardOf('cond')).toContain('Too few data to judge')
})

test('an item without a forecast has none to look back on', async () => {
  await handedOut(world, { code: 'cooker', aDay: 5, weeks: 1, left: 20 })
  expect(await cardOf('cooker')).not.toContain('What the forecast said before')
})
