import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientOf } from '#test/support/client.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

let world: World

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test('an item without lots is on the stock page and on its card like any other', async () => {
  await stockUp(world, [{ code: 'stem', quantity: 41 }])
  const sam = await clientOf(world, 'stock')
  expect((await sam.get('/stock')).text).toContain('<b>41</b>')
  expect((await sam.get(`/items/${world.item('stem').id}`)).text).toContain('41 stems')
})
