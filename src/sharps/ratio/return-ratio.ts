// What came back against what was given out: a figure of the community over months and a year, never of
// a person, and never a condition of supply. Pure.
import { type Day, monthOf } from '#src/day.ts'
import { monthsFrom, reportPeriod } from '#src/report-period.ts'

/** Units; what came back is known within a range. */
export type Figures = {
  readonly given: number
  readonly low: number
  readonly likely: number
  readonly high: number
}

export type MonthFigures = Figures & {
  /** 'YYYY-MM'. */
  readonly month: string
  /** The month is not over. */
  readonly isPartial: boolean
}

/** A year of twelve months that begins with the month the programme reports by. */
export type ReportYear = {
  /** The year it begins in. */
  readonly year: number
  readonly from: Day
  readonly to: Day
}

/** The report year that a day is in, or the one that begins in `year`. `startMonth` 4 is April. */
export function reportYear(
  startMonth: number,
  { today, year }: { readonly today: Day; readonly year: number | null },
): ReportYear {
  const first = `${year}-${String(startMonth).padStart(2, '0')}`
  const { from, to } = reportPeriod('year', year === null ? monthOf(today) : first, startMonth)
  return { year: Number(from.slice(0, 4)), from, to }
}

/** Every month of the year that has begun, with what is known of it; zeros where there was nothing. */
export function monthsOf(
  { from, to }: ReportYear,
  today: Day,
  figures: ReadonlyMap<string, Figures>,
): MonthFigures[] {
  const thisMonth = monthOf(today)
  return monthsFrom(monthOf(from), monthOf(to < today ? to : today)).map((month) => ({
    ...(figures.get(month) ?? nothing),
    ...{ month, isPartial: month === thisMonth },
  }))
}

const nothing: Figures = { given: 0, low: 0, likely: 0, high: 0 }

export function sumOf(rows: readonly Figures[]): Figures {
  return rows.reduce(
    (sum, { given, low, likely, high }) => ({
      given: sum.given + given,
      low: sum.low + low,
      likely: sum.likely + likely,
      high: sum.high + high,
    }),
    nothing,
  )
}

export type Ratio = { readonly low: number; readonly likely: number; readonly high: number }

/** Recovered for each one given out; null where none was. */
export function ratioOf({ given, low, likely, high }: Figures): Ratio | null {
  if (given <= 0) return null
  return { low: low / given, likely: likely / given, high: high / given }
}
