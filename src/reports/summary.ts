// A report as it is read in the office: all of a period, a month of it, and the period before. Pure.
import { type Day, monthOf } from '#src/day.ts'
import type { ReportPeriod } from '#src/report-period.ts'
import type { Figures, Section, SectionId } from './figures.ts'
import type { FigureWord, Line, Rate, Subject } from './lines.ts'

export type Summary = {
  readonly total: number
  /** The mean of its whole months; null where none is over yet, or the period is a month. */
  readonly aMonth: number | null
}

export type ReportRow = {
  readonly about: Subject | Rate
  readonly isPart: boolean
  readonly now: Summary
  /** Null where nothing was kept yet in the period before. */
  readonly before: Summary | null
  /** Pieces in kits, of all in the period. */
  readonly inKits: number
  readonly cents: number | null
  /** One for each month of the period that has begun; null for what is no sum of months. */
  readonly months: readonly number[] | null
}

export type ReportSection = {
  readonly id: SectionId
  readonly rows: readonly ReportRow[]
  readonly missing: Section['missing']
}

type Periods = {
  readonly period: ReportPeriod
  readonly before: ReportPeriod
  readonly today: Day
}

export function reportSections(figures: Figures, periods: Periods): ReportSection[] {
  return figures.sections.map(({ id, lines, missing }) => ({
    ...{ id, missing },
    rows: withRates(
      lines.map((line) => rowOf(line, figures, periods)),
      rates(id, figures, periods),
    ),
  }))
}

/** Rates stand below what they are rates of. */
const ratesBelow: readonly FigureWord[] = ['visits', 'heads']

export function withRates<Row extends { readonly about: Subject | Rate }>(
  rows: readonly Row[],
  rates: readonly Row[],
): Row[] {
  return rows.flatMap((row) =>
    row.about.of === 'figure' && ratesBelow.includes(row.about.figure) ? [row, ...rates] : [row],
  )
}

/** The months of a period that have begun. */
export function begun({ months }: ReportPeriod, today: Day): string[] {
  return months.filter((month) => month <= monthOf(today))
}

function rowOf(line: Line, figures: Figures, { period, before, today }: Periods): ReportRow {
  const { about, isPart, counts, inKits, cents } = line
  const known = { ...figures, today }
  const all = (of: readonly number[]) => sum(countsOf(of, period.months, figures))
  return {
    ...{ about, isPart, inKits: inKits ? all(inKits) : 0, cents: cents && all(cents) },
    now: summaryOf(counts, period, known) ?? { total: 0, aMonth: null },
    before: summaryOf(counts, before, known),
    months: countsOf(counts, begun(period, today), figures),
  }
}

/** What is no sum: how many visits were due and made in time, how many people a night. */
function rates(id: SectionId, figures: Figures, { period, before }: Periods): ReportRow[] {
  const { current, before: then } = figures.due
  const row = (rate: Rate['rate'], total: number, before: number): ReportRow => ({
    ...{ about: { of: 'rate', rate }, isPart: true, inKits: 0, cents: null, months: null },
    now: { total, aMonth: null },
    before: before > 0 ? { total: before, aMonth: null } : null,
  })
  if (id === 'street' && current.times + then.times > 0) {
    return [row('due', current.times, then.times), row('kept', current.kept, then.kept)]
  }
  const average = averageOf(figures, period)
  if (id !== 'dropin' || average === null) return []
  return [row('average', average, averageOf(figures, before) ?? 0)]
}

/** People a night, of the nights that were held; null without one. */
export function averageOf(figures: Figures, { months }: ReportPeriod): number | null {
  const heads = figures.sections
    .flatMap(({ lines }) => lines)
    .find(({ about }) => about.of === 'figure' && about.figure === 'heads')
  const nights = sum(countsOf(figures.nightsHeld, months, figures))
  return heads && nights > 0 ? sum(countsOf(heads.counts, months, figures)) / nights : null
}

type Known = Pick<Figures, 'months' | 'since'> & { readonly today: Day }

/** Null where the whole period was before the book. */
export function summaryOf(
  counts: readonly number[],
  { length, months }: ReportPeriod,
  known: Known,
): Summary | null {
  const { since, today } = known
  if (since === null || (months.at(-1) ?? '') < since) return null
  // A partial month never enters a mean, nor does one from before the book.
  const whole = months.filter((month) => month >= since && month < monthOf(today))
  const isMean = length !== 'month' && whole.length > 0
  return {
    total: sum(countsOf(counts, months, known)),
    aMonth: isMean ? sum(countsOf(counts, whole, known)) / whole.length : null,
  }
}

/** The counts of some of the months that were read; 0 for one that was not. */
function countsOf(
  counts: readonly number[],
  wanted: readonly string[],
  { months }: Pick<Figures, 'months'>,
): number[] {
  return wanted.map((month) => counts[months.indexOf(month)] ?? 0)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
