import { afterEach, beforeEach, expect, test } from 'vitest'
import { clientOf } from '#test/support/client.ts'
import { onBothEngines } from '#test/support/engines.ts'
import type { World } from '#test/support/world.ts'
import { handedOut } from './story.ts'

onBothEngines('a board and its order', (open) => {
  let world: World
  beforeEach(async () => {
    world = await open()
  })
  afterEach(() => world.close())
  test('say the same', async () => {
    await handedOut(world, { code: 'cond', aDay: 40, weeks: 8, left: 120 })
    const c = await clientOf(world, 'coordinator')
    const { text, status } = await c.get('/alerts')
    expect(status).toBe(200)
    expect(text).toContain('about 3 days')
    const line = {
      'lines.0.item': 'cond',
      'lines.0.quantity': '4',
      'lines.0.pack': '',
      'lines.0.price': '',
    }
    expect((await c.post('/orders', { supplier: 'Cactus', ...line })).status).toBe(303)
    expect(
      (await c.post('/orders/1/sending', { seen: '1', sentOn: '2026-11-23', expectedOn: '' }))
        .status,
    ).toBe(303)
    expect((await c.get('/orders/1')).text).toContain('On the way')
  })
})
