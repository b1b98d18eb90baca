import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withheld } from '#src/sharps/ratio/small-counts.ts'

test('without a small count everything leaves; zero is not small', () => {
  expect(withheld([[0], [5], [120]])).toEqual({ rows: [false, false, false], total: false })
})

test('one small month would be the total less the others: the smallest of them stays with it', () => {
  expect(withheld([[40], [3], [12], [0]])).toEqual({
    rows: [false, true, true, false],
    total: false,
  })
})

test('two small months whose sum is small take a third with them', () => {
  expect(withheld([[1], [2], [90], [30]])).toEqual({
    rows: [true, true, false, true],
    total: false,
  })
})

test('two small months that add up to enough are enough', () => {
  expect(withheld([[4], [3], [90]])).toEqual({ rows: [true, true, false], total: false })
})

test('a small count in one column withholds the row in all of them', () => {
  const rows = [
    [200, 4],
    [100, 50],
    [300, 80],
  ]
  expect(withheld(rows).rows).toEqual([true, true, false])
})

test('a year with hardly anything leaves with nothing, its total neither', () => {
  expect(withheld([[2], [0]])).toEqual({ rows: [true, true], total: true })
})

test('whatever the counts, what is withheld cannot be reckoned to be a small one', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 300 }))
  const table = fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(table, (rows) => {
      const kept = withheld(rows)
      const isSmall = (value: number) => value > 0 && value < 5
      const shown = rows.filter((_, index) => !kept.rows[index])
      expect(shown.flat().some(isSmall)).toBe(false)
      if (kept.total) return
      const hidden = rows.filter((_, index) => kept.rows[index])
      expect(hidden).not.toHaveLength(1)
      for (const column of [0, 1] as const) {
        expect(isSmall(hidden.reduce((sum, row) => sum + row[column], 0))).toBe(false)
      }
    }),
  )
})
