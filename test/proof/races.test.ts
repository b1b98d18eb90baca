import { describe, expect, test } from 'vitest'
import { sqldAvailable } from '#test/support/sqld.ts'
import { lastUnit, lastUnitOnAServer } from './last-unit.ts'
import { replay } from './replay.ts'

test('of ten units that forty people want at once, exactly ten are given', async () => {
  const { did, wrong } = await lastUnit({ seed: 1, size: 5 })
  expect(wrong).toEqual([])
  expect(did).toEqual({ rounds: 5, given: 50, refused: 150 })
})

describe.skipIf(!sqldAvailable)('on a server', () => {
  test('ten of ten units are given too, whoever asks through whichever client', async () => {
    const { did, wrong } = await lastUnitOnAServer({ seed: 1, size: 2 })
    expect(wrong).toEqual([])
    expect(did).toEqual({ rounds: 2, given: 20, refused: 60 })
  })
})

test('what phones send in any order and more than once ends in one state', async () => {
  const { did, wrong } = await replay({ seed: 1, size: 3 })
  expect(wrong).toEqual([])
  expect(did.sent).toBeGreaterThan(3 * 3 * 24)
})
