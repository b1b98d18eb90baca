// What leaves the organisation holds no small count, and none that could be reckoned from the rest. A count
// from 1 to 4 could be somebody: it leaves as "<5". Where a total would give it away, larger counts are withheld
// beside it, so that it could still be anything from 1 to 4. Pure.

/** small: "<5". withheld: at least 1, and not said. */
export type Mark = 'shown' | 'small' | 'withheld'

const smallest = 5

export function isSmall(count: number): boolean {
  return count > 0 && count < smallest
}

type Cell = { readonly count: number; mark: Mark }

export type LineMarks = { readonly cells: readonly Mark[]; readonly total: Mark }

/** Which counts of a line may leave, where their sum is known too. `isTelling`: a count that would tell another. */
export function lineMarks(
  counts: readonly number[],
  isTelling: (index: number) => boolean = () => false,
): LineMarks {
  const cells = counts.map(
    (count, index): Cell => ({ count, mark: ownMark(count, isTelling(index)) }),
  )
  const total = protect(cells, bySize(cells))
  return { cells: cells.map(({ mark }) => mark), total }
}

/** What is withheld beside a small count should be missed least. */
function bySize(cells: readonly Cell[]): Cell[] {
  return cells.toSorted((a, b) => a.count - b.count)
}

export type YearMarks = {
  /** In the order of the twelve. */
  readonly months: readonly Mark[]
  readonly quarters: readonly Mark[]
  readonly year: Mark
}

/** Which counts would tell another one that is hidden: a month by its place among twelve, a quarter among four. */
export type Telling = {
  readonly month: (index: number) => boolean
  readonly quarter: (index: number) => boolean
  readonly year: boolean
}

const tellingNothing: Telling = { month: () => false, quarter: () => false, year: false }

/**
 * Which of twelve months, their four quarters and the year may leave: together, so that the report of a
 * year, those of its quarters and those of its months give nothing away between them.
 */
export function yearMarks(counts: readonly number[], telling = tellingNothing): YearMarks {
  const cells = Array.from({ length: 12 }, (_, index): Cell => {
    const count = counts[index] ?? 0
    return { count, mark: ownMark(count, telling.month(index)) }
  })
  const quarters = [0, 3, 6, 9].map((first): Quarter => {
    const months = cells.slice(first, first + 3)
    return { months, mark: protect(months, laterFirst(months)) }
  })
  quarters.forEach((quarter, index) => {
    if (quarter.mark === 'shown' && telling.quarter(index)) withholdQuarter(quarter)
  })
  const mark = protectYear(quarters)
  const year = mark === 'shown' && telling.year ? 'withheld' : mark
  return { months: cells.map(({ mark }) => mark), quarters: quarters.map(({ mark }) => mark), year }
}

function ownMark(count: number, isTelling: boolean): Mark {
  if (isSmall(count)) return 'small'
  return isTelling && count > 0 ? 'withheld' : 'shown'
}

/** Later ones first: what was said before a small count came is not taken back. */
function laterFirst<T extends { readonly mark: Mark }>(list: readonly T[]): T[] {
  const first = list.findIndex(({ mark }) => mark !== 'shown')
  return [...list.slice(first + 1), ...list.slice(0, Math.max(0, first))]
}

/** Withholds of `order` what it takes for the sum to be said. @returns how the sum itself may leave */
function protect(cells: readonly Cell[], order: readonly Cell[]): Mark {
  if (isSmall(sum(cells))) return 'small'
  const others = order.filter(({ mark, count }) => mark === 'shown' && count > 0)
  while (!isProtected(cells)) {
    const next = others.shift()
    if (!next) return withholdAll(cells)
    next.mark = 'withheld'
  }
  return 'shown'
}

/** Nothing is said of any of them, not even that it is small; alone, one would be the sum. */
function withholdAll(cells: readonly Cell[]): Mark {
  const some = cells.filter(({ count }) => count > 0)
  for (const cell of some) cell.mark = 'withheld'
  return some.length > 1 ? 'shown' : 'withheld'
}

type Quarter = { readonly months: readonly Cell[]; mark: Mark }

/** A quarter that is not said hides in the year only beside another. */
function protectYear(quarters: readonly Quarter[]): Mark {
  const all = quarters.flatMap(({ months }) => months)
  if (isSmall(sum(all))) return 'small'
  const others = laterFirst(quarters).filter(
    ({ mark, months }) => mark === 'shown' && sum(months) > 0,
  )
  const isSafe = () => {
    const unsaid = quarters.filter(({ mark }) => mark !== 'shown')
    const sums = unsaid.map(({ mark, months }): Cell => ({ count: sum(months), mark }))
    return isProtected(sums) && isProtected(unsaid.flatMap(({ months }) => months))
  }
  while (!isSafe()) {
    const next = others.shift()
    if (!next) return 'withheld'
    withholdQuarter(next)
  }
  return 'shown'
}

/** With one of its months at least, or they would add up to it; one of nothing hides nothing. */
function withholdQuarter(quarter: Quarter) {
  const { months } = quarter
  if (sum(months) === 0) return
  quarter.mark = 'withheld'
  const largest = months.reduce((most, each) => (each.count > most.count ? each : most))
  if (months.every(({ mark }) => mark === 'shown')) largest.mark = 'withheld'
}

/**
 * Every hidden count could be more than one, and every small one anything from 1 to 4, though the sum of all
 * that is hidden is known.
 */
function isProtected(cells: readonly Cell[]): boolean {
  const hidden = cells.filter(({ mark }) => mark !== 'shown')
  if (hidden.length === 0) return true
  const small = hidden.filter(({ mark }) => mark === 'small').length
  const large = hidden.filter(({ mark }) => mark === 'withheld')
  const total = sum(hidden)
  const least = large.reduce((floor, { count }) => floor + Math.min(count, smallest), 0)
  if (small === 0) return large.length > 1 && total - least >= 3
  const isRoomAbove = total >= smallest - 1 + (small - 1) + least
  return isRoomAbove && (large.length > 0 || total <= 4 * small - 3)
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, { count }) => total + count, 0)
}
