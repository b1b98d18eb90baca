import { expect, test } from 'vitest'
import { outside } from './outside.ts'

test('five evenings on a phone while everything fails lose nothing, double nothing and tell nothing', async () => {
  const { did, wrong } = await outside({ seed: 1, size: 5 })
  expect(wrong).toEqual([])
  expect(did).toMatchObject({ evenings: 5 })
  expect(did.taps).toBeGreaterThan(5 * 12)
}, 240_000)
