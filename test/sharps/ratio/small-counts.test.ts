import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withheld } from '#src/sharps/ratio/small-counts.ts'
import { yearMarks } from '#src/small-counts.ts'

/** Given out and counted back, month by month. */
const months = (...rows: readonly (readonly [given: number, back: number])[]) =>
  rows.map(([given, back]) => ({ given, low: back, likely: back, high: back }))

test('without a small count every month leaves; zero is not small', () => {
  const kept = withheld(months([0, 0], [50, 5], [120, 60]))
  expect(kept).toEqual({ rows: [false, false, false], total: false })
})

test('a small count withholds its month and one after it, in all they say', () => {
  const kept = withheld(months([200, 80], [100, 4], [300, 90], [100, 70]))
  expect(kept).toEqual({ rows: [false, true, true, false], total: false })
})

test('a year with hardly anything leaves with nothing, its total neither', () => {
  expect(withheld(months([2, 0]))).toEqual({ rows: [true], total: true })
})

test('whatever the counts, it says no month that a report of the year would hide', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 300 }))
  const table = fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(table, (rows) => {
      const kept = withheld(months(...rows))
      for (const column of [0, 1] as const) {
        const marks = yearMarks(rows.map((row) => row[column]))
        rows.forEach((_, month) => {
          if (marks.months[month] !== 'shown') expect(kept.rows[month]).toBe(true)
        })
        if (marks.year !== 'shown') expect(kept.total).toBe(true)
        // Of what it hides itself, none is alone where the year is said.
        const hidden = rows.filter((row, month) => kept.rows[month] && row[column] > 0)
        if (!kept.total) expect(hidden).not.toHaveLength(1)
      }
    }),
  )
})
