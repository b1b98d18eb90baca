// How many people came, as it may leave: the nights of a month add up to what its report says. Pure.
import { type Day, monthOf } from '#src/day.ts'
import { lineMarks, type Mark } from '#src/small-counts.ts'
import type { Evening } from './evenings.ts'

/** How the headcount of each night may leave; the months of `evenings` are whole, but for the last. */
export function headMarks(evenings: readonly Evening[]): ReadonlyMap<Day, Mark> {
  const marks = new Map<Day, Mark>()
  for (const month of new Set(evenings.map(({ day }) => monthOf(day)))) {
    const nights = evenings.filter(({ day, night }) => night && monthOf(day) === month)
    const { cells } = lineMarks(nights.map(({ night }) => night?.contacts ?? 0))
    nights.forEach(({ day }, index) => {
      marks.set(day, cells[index] ?? 'withheld')
    })
  }
  return marks
}
