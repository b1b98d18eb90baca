import { expect, test } from 'vitest'
import { crash } from './crash.ts'
import { shutdown } from './shutdown.ts'

test('four power cuts while eight people write lose nothing that was said to be saved', async () => {
  const { did, wrong } = await crash({ seed: 1, size: 4 })
  expect(wrong).toEqual([])
  expect(did.acknowledged).toBeGreaterThan(0)
})

test('a shutdown with sixty people waiting loses nothing that was said to be saved', async () => {
  const { did, wrong } = await shutdown({ seed: 1, size: 1 })
  expect(wrong).toEqual([])
  expect(did.acknowledged).toBeGreaterThan(0)
})
