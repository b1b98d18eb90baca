import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '#src/ledger/verify.ts'
import { fuzzRoutes } from '#test/support/fuzz.ts'
import { openWorld, stockUp, type World } from '#test/support/world.ts'

const size = 3000

let world: World

beforeAll(async () => {
  world = await openWorld()
  await stockUp(world, [{ code: '1cc', quantity: 1000 }])
})
afterAll(() => world.close())

test('whatever anybody sends to any route, nothing breaks and the book adds up', async () => {
  const { statuses, failures } = await fuzzRoutes(world, { seed: 1, size })
  expect(failures, `\n${failures.join('\n')}\n`).toEqual([])
  // It went through the doors, not only past them.
  for (const status of [200, 303, 403, 404, 405, 422]) expect(statuses[status]).toBeGreaterThan(10)
  expect(await world.database.read(verify)).toEqual([])
})
