import { afterEach, beforeEach, expect, test } from 'vitest'
import { handedOut } from '#test/alerts/story.ts'
import { type Client, clientOf } from '#test/support/client.ts'
import { statementsOf } from '#test/support/statements.ts'
import { openWorld, type World } from '#test/support/world.ts'
import { otherFriday, supplierOf } from './story.ts'

let world: World
let chloe: Client

beforeEach(async () => {
  world = await openWorld()
  chloe = await clientOf(world, 'coordinator')
})
afterEach(() => world.close())

const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const page = async () => words((await chloe.get('/orders/calendar')).text)

test('without any deadline says where to note one', async () => {
  const { text } = await chloe.get('/orders/calendar')
  expect(text).toContain('No order deadline is known')
  expect(text).toContain('href="/places"')
})

test('of eight weeks holds four deadlines of every second Friday, and ten Tuesdays are too many', async () => {
  await supplierOf(world, { deadlines: otherFriday, supplies: { cond: {} } })
  const tuesdays = { every: 'week', weekday: 2, hour: 16 } as const
  await supplierOf(world, { name: 'Grossiste', deadlines: tuesdays, supplies: { juice: {} } })
  const text = await page()
  for (const day of ['November 27', 'December 11', 'December 25', 'January 8']) {
    expect(text).toContain(`Friday, ${day}, noon`)
  }
  expect(text.match(/Friday,/g)).toHaveLength(4)
  expect(text.match(/Tuesday, [^,]*, 16:00/g)).toHaveLength(8)
  expect(text).toContain('Week of Monday, November 23 Grossiste Tuesday, November 24')
})

test('puts what the board would order at the next deadline, and what will be needed at a later one', async () => {
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
  await handedOut(world, { code: 'cooker', aDay: 10, weeks: 8, left: 400 })
  await supplierOf(world, { deadlines: otherFriday, supplies: { cond: {}, cooker: {} } })
  const text = await page()
  const [, next = '', ...later] = text.split(/Cactus Friday/)
  expect(next).toMatch(/External condom · \d+ /)
  expect(next).toContain('Draft the order')
  expect(next).not.toContain('Cooker')
  expect(
    later.filter((each) => each.includes('likely to be ordered by then: Cooker')),
  ).toHaveLength(1)
})

test('shows a draft at the next deadline, and that the one it was for has passed', async () => {
  await supplierOf(world, { deadlines: otherFriday, supplies: { cond: {} } })
  await chloe.post('/orders', {
    supplier: 'Cactus',
    ...{ 'lines.0.item': 'cond', 'lines.0.quantity': '144', 'lines.0.pack': '' },
    ...{ 'lines.1.item': 'lube', 'lines.1.quantity': '100', 'lines.1.pack': '' },
    ...{ 'lines.0.price': '', 'lines.1.price': '' },
  })
  expect(await page()).toContain('Friday, November 27, noon in 4 days Order 1 2 lines')
  world.pass(4 * 24)
  chloe = await clientOf(world, 'coordinator')
  const text = await page()
  expect(text).toContain('Friday, December 11, noon in 14 days Order 1 2 lines')
  expect(text).toContain('The deadline of Friday, November 27, noon, has passed.')
})

test('lists apart what is ordered on any day, and what nobody is noted to supply', async () => {
  await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
  await handedOut(world, { code: 'lube', aDay: 40, weeks: 8, left: 120 })
  await supplierOf(world, { supplies: { cond: {} } })
  const text = await page()
  expect(text).toMatch(/On any day .* Cactus – External condom · .* today/)
  expect(text).toMatch(/No supplier noted – Lube, sachet · /)
})

test('is read in two statements beside the board', async () => {
  await supplierOf(world, { deadlines: otherFriday, supplies: { cond: {} } })
  await chloe.get('/alerts')
  const count = await statementsOf(world.database, () => chloe.get('/orders/calendar'))
  expect(count.length).toBeLessThanOrEqual(4)
})
