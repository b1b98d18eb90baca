// What leaves the organisation holds no small count, and none that could be reckoned from the rest. Pure.

/** A count below this one could be somebody. */
const smallest = 5

type Counts = readonly number[]

/**
 * Which rows of a table with a total may not leave: those with a count from 1 to 4, and then as many of the
 * smallest others as it takes, so that the total less what is shown gives none of them away. When even all
 * of them are too few, the total stays too.
 */
export function withheld(rows: readonly Counts[]): {
  readonly rows: readonly boolean[]
  readonly total: boolean
} {
  const hidden = new Set(rows.flatMap((row, index) => (row.some(isSmall) ? [index] : [])))
  const others = rows
    .map((row, index) => ({ index, size: sum(row) }))
    .filter(({ index, size }) => !hidden.has(index) && size > 0)
    .sort((a, b) => a.size - b.size)
  while (hidden.size > 0 && !isSafe(rows, hidden)) {
    const next = others.shift()
    if (!next) return { rows: rows.map(() => true), total: true }
    hidden.add(next.index)
  }
  return { rows: rows.map((_, index) => hidden.has(index)), total: false }
}

function isSmall(count: number): boolean {
  return count > 0 && count < smallest
}

/** Two rows at least share each sum that can be reckoned, and none of the sums is small. */
function isSafe(rows: readonly Counts[], hidden: ReadonlySet<number>): boolean {
  const own = rows.filter((_, index) => hidden.has(index))
  const columns = (own[0] ?? []).map((_, column) => own.map((row) => row[column] ?? 0))
  return own.length > 1 && columns.every((counts) => !isSmall(sum(counts)))
}

function sum(counts: Counts): number {
  return counts.reduce((total, count) => total + count, 0)
}
