// What a report is about: a month, a quarter or a year of twelve months that begins with the month the
// programme reports by. Months are 'YYYY-MM'. Pure.
import { addDays, type Day, monthOf } from './day.ts'

export const reportLengths = ['month', 'quarter', 'year'] as const
export type ReportLength = (typeof reportLengths)[number]

export type ReportPeriod = {
  readonly length: ReportLength
  readonly from: Day
  readonly to: Day
  readonly months: readonly string[]
}

const monthsIn: Record<ReportLength, number> = { month: 1, quarter: 3, year: 12 }

/** The period of this length that holds a month. `startMonth` 4: years and quarters begin with April. */
export function reportPeriod(
  length: ReportLength,
  month: string,
  startMonth: number,
): ReportPeriod {
  const size = monthsIn[length]
  const sinceStart = numberOf(month) - (startMonth - 1)
  const first = sinceStart - (((sinceStart % size) + size) % size) + (startMonth - 1)
  const months = Array.from({ length: size }, (_, index) => monthNamed(first + index))
  const from = `${monthNamed(first)}-01`
  return { length, from, to: addDays(`${monthNamed(first + size)}-01`, -1), months }
}

/** The period of the same length so many before (−1) or after (1). */
export function periodBeside(period: ReportPeriod, step: number, startMonth: number): ReportPeriod {
  const month = monthBeside(monthOf(period.from), step * monthsIn[period.length])
  return reportPeriod(period.length, month, startMonth)
}

/** The month some months after another; before it where `step` is below zero. */
export function monthBeside(month: string, step: number): string {
  return monthNamed(numberOf(month) + step)
}

/** Every month from one to another, both included. */
export function monthsFrom(first: string, last: string): string[] {
  const count = Math.max(0, numberOf(last) - numberOf(first) + 1)
  return Array.from({ length: count }, (_, index) => monthNamed(numberOf(first) + index))
}

/** Months since the year 0. */
function numberOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return year * 12 + number - 1
}

function monthNamed(number: number): string {
  const month = String((number % 12) + 1).padStart(2, '0')
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${month}`
}
