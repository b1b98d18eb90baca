// The return ratio as it leaves: whole months are withheld, because a ratio or a bound beside a hidden count would
// give it back. Pure.
import { yearMarks } from '#src/small-counts.ts'
import type { Figures } from './return-ratio.ts'

/**
 * Which months of a year, from its first on, may not leave, and whether the year may: all that the marks of
 * any one of its counts hide, so that it says nothing that a report of the same year does not.
 */
export function withheld(months: readonly Figures[]): {
  readonly rows: readonly boolean[]
  readonly total: boolean
} {
  const columns = columnsOf(months)
  const whole = { quarter: () => false, year: false }
  let hidden = months.map(() => false)
  let marks = columns.map((counts) => yearMarks(counts))
  // What one count hides, each of the others has to hide, and not alone.
  for (let before = -1; before !== hidden.filter(Boolean).length; ) {
    before = hidden.filter(Boolean).length
    hidden = hidden.map((_, month) => marks.some((each) => each.months[month] !== 'shown'))
    marks = columns.map((counts) =>
      yearMarks(counts, { ...whole, month: (index) => hidden[index] ?? false }),
    )
  }
  return { rows: hidden, total: marks.some(({ year }) => year !== 'shown') }
}

export function countsOf({ given, low, likely, high }: Figures): number[] {
  return [given, low, likely, high]
}

function columnsOf(months: readonly Figures[]): number[][] {
  return [0, 1, 2, 3].map((column) => months.map((each) => countsOf(each)[column] ?? 0))
}
