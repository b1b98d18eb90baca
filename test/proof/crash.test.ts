import { expect, test } from 'vitest'
import { crash } from './crash.ts'

test('four power cuts while eight people write lose nothing that was said to be saved', async () => {
  const { did, wrong } = await crash({ seed: 1, size: 4 })
  expect(wrong).toEqual([])
  expect(did.acknowledged).toBeGreaterThan(0)
})
