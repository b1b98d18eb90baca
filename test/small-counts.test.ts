import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSmall, lineMarks, type Mark, type YearMarks, yearMarks } from '#src/small-counts.ts'

const months = (...counts: number[]) => [...counts, ...Array(12 - counts.length).fill(0)]

/** Months and quarters that would tell of others. */
const telling = (told: readonly number[], quarters: readonly number[] = []) => ({
  month: (index: number) => told.includes(index),
  quarter: (index: number) => quarters.includes(index),
  year: false,
})

describe('a line whose sum is known', () => {
  test('leaves whole without a small count; zero is not small', () => {
    expect(lineMarks([0, 5, 120])).toEqual({ cells: ['shown', 'shown', 'shown'], total: 'shown' })
  })

  test('with one small count withholds the smallest other that hides it', () => {
    expect(lineMarks([40, 3, 12, 0]).cells).toEqual(['shown', 'small', 'withheld', 'shown'])
  })

  test('takes as many others as it needs: five beside one would be told by their sum', () => {
    expect(lineMarks([1, 5, 40, 90]).cells).toEqual(['small', 'withheld', 'withheld', 'shown'])
  })

  test('says nothing of small counts that their sum would tell, not even that they are small', () => {
    expect(lineMarks([4, 4])).toEqual({ cells: ['withheld', 'withheld'], total: 'shown' })
  })

  test('hides a sum that is small itself', () => {
    expect(lineMarks([2, 1, 0])).toEqual({ cells: ['small', 'small', 'shown'], total: 'small' })
  })
})

describe('a year of months and quarters', () => {
  test('withholds the month after a small one, and says the quarter', () => {
    const { months: marks, quarters, year } = yearMarks(months(30, 3, 20, 40, 40, 40))
    expect(marks.slice(0, 3)).toEqual(['shown', 'small', 'withheld'])
    expect([quarters[0], year]).toEqual(['shown', 'shown'])
  })

  test('a small quarter hides in the year behind another quarter, and a month of that one', () => {
    const { months: marks, quarters, year } = yearMarks(months(0, 2, 0, 30, 50, 40))
    expect(marks.slice(0, 6)).toEqual(['shown', 'small', 'shown', 'shown', 'withheld', 'shown'])
    expect(quarters).toEqual(['small', 'withheld', 'shown', 'shown'])
    expect(year).toBe('shown')
  })

  test('a count that would tell another is withheld, and not alone', () => {
    const { months: marks } = yearMarks(months(60, 12, 90), telling([1]))
    expect(marks.slice(0, 3)).toEqual(['shown', 'withheld', 'withheld'])
  })
})

// Few are large, many are small, some are nothing: what a small programme has.
const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 300 }) },
)

type Range = readonly [least: number, most: number]

/** What a reader knows of a count that is not said. */
const known: Record<Exclude<Mark, 'shown'>, Range> = {
  small: [1, 4],
  withheld: [1, Number.POSITIVE_INFINITY],
}

function rangeOf(count: number, mark: Mark): Range {
  return mark === 'shown' ? [count, count] : known[mark]
}

function added(ranges: readonly Range[]): Range {
  return ranges.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0] as Range)
}

function both([a, b]: Range, [c, d]: Range): Range {
  return [Math.max(a, c), Math.min(b, d)]
}

/** What each of some counts could be, when their sum is within a range. */
function possible(ranges: readonly Range[], sum: Range): Range[] {
  return ranges.map((own, index) => {
    const [least, most] = added(ranges.filter((_, other) => other !== index))
    return both(own, [sum[0] - most, sum[1] - least])
  })
}

describe('whatever the counts', () => {
  test('no count of a line that is not said can be reckoned', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 9 }), (counts) => {
        const { cells, total } = lineMarks(counts)
        const all = counts.reduce((sum, each) => sum + each, 0)
        expect(counts.some((each, index) => isSmall(each) && cells[index] === 'shown')).toBe(false)
        const ranges = counts.map((each, index) => rangeOf(each, cells[index] ?? 'shown'))
        const could = possible(ranges, rangeOf(all, total))
        expect(could.some(([a, b], index) => cells[index] !== 'shown' && a === b)).toBe(false)
        // One beside which others are withheld could be anything that a small count can be.
        if (total !== 'shown' || !cells.includes('withheld')) return
        for (const [index, mark] of cells.entries()) {
          if (mark === 'small') expect(could[index]).toEqual([1, 4])
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('nobody reckons a month or a quarter from reports of the year, its quarters and its months', () => {
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 12, maxLength: 12 }),
        fc.array(fc.nat(11)),
        fc.array(fc.nat(3), { maxLength: 2 }),
        fc.boolean(),
        (counts, told, quarters, isAnyTelling) => {
          const marks = yearMarks(counts, isAnyTelling ? telling(told, quarters) : undefined)
          counts.forEach((each, month) => {
            const mustHide = each > 0 && isAnyTelling && told.includes(month)
            if (isSmall(each) || mustHide) expect(marks.months[month]).not.toBe('shown')
          })
          for (const [a, b] of unsaidOf(counts, marks)) expect(b).toBeGreaterThan(a)
        },
      ),
      { numRuns: 5000 },
    )
  })
})

/** What a reader of everything could know of each month and quarter that is not said, reckoned until nothing narrows. */
function unsaidOf(counts: readonly number[], marks: YearMarks): Range[] {
  const sumOf = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0)
  const quarterSums = [0, 3, 6, 9].map((first) => sumOf(counts.slice(first, first + 3)))
  let cells = counts.map((each, month) => rangeOf(each, marks.months[month] ?? 'shown'))
  let quarters = quarterSums.map((each, quarter) =>
    rangeOf(each, marks.quarters[quarter] ?? 'shown'),
  )
  const year = rangeOf(sumOf(counts), marks.year)
  for (let round = 0; round < 30; round++) {
    quarters = possible(quarters, year)
    quarters = quarters.map((each, quarter) =>
      both(each, added(cells.slice(3 * quarter, 3 * quarter + 3))),
    )
    cells = quarters.flatMap((each, quarter) =>
      possible(cells.slice(3 * quarter, 3 * quarter + 3), each),
    )
  }
  return [
    ...cells.filter((_, month) => marks.months[month] !== 'shown'),
    ...quarters.filter((_, quarter) => marks.quarters[quarter] !== 'shown'),
  ]
}
