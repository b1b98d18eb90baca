// The report as rows of a spreadsheet, and of the page to print: the same cells.
import type { Say } from '#src/messages/index.ts'
import type { ReportPeriod } from '#src/report-period.ts'
import type { LeavingCell, LeavingLine, LeavingSection } from '#src/reports/leaving.ts'
import { lineName, lineUnit } from './names.ts'

export type LeavingReport = {
  readonly period: ReportPeriod
  /** Those of the period that have begun. */
  readonly months: readonly string[]
  /** The first month in which anything was recorded: before it nothing is said, not 0. */
  readonly since: string | null
  readonly sections: readonly LeavingSection[]
}

type Words = { readonly say: Say; readonly today: string }

export function leavingRows(report: LeavingReport, { say, today }: Words) {
  const { reports } = say
  const months = monthsShown(report)
  const header = [
    ...[reports.section, reports.figure, reports.unit],
    ...months.map((month) => {
      const name = say.shortMonth(month)
      return isOpen(month, today) ? reports.monthSoFar({ month: name }) : name
    }),
    ...[reports.total, reports.value],
  ]
  const rows = report.sections.flatMap((section) =>
    linesOf(section, say).map(({ name, unit, line }) => [
      ...[reports.sections[section.id], name, unit],
      ...months.map((month, index) =>
        line ? monthCell(report, { line, month, index }, say) : null,
      ),
      line ? cellOf(line.total, say) : reports.notRecorded,
      line?.cents == null ? null : line.cents / 100,
    ]),
  )
  return [header, ...rows, [], [say.leaving.howSmall]]
}

/** Of a month alone there is the sum and nothing beside it. */
export function monthsShown({ period, months }: LeavingReport): readonly string[] {
  return period.length === 'month' ? [] : months
}

/** The month is not over. */
export function isOpen(month: string, today: string): boolean {
  return month === today.slice(0, 7)
}

type NamedLine = { readonly name: string; readonly unit: string; readonly line: LeavingLine | null }

/** Its lines, and without one those that are not recorded. */
export function linesOf({ id, lines, missing }: LeavingSection, say: Say): NamedLine[] {
  const { reports } = say
  const known = lines.map((line) => ({
    ...{ name: lineName(line.about, say), unit: lineUnit(line.about, say), line },
  }))
  const none = missing.map((figure) => ({ name: reports.figures[figure], unit: '', line: null }))
  const all = [...known, ...none]
  return all.length > 0 ? all : [{ name: reports.sections[id], unit: '', line: null }]
}

type MonthOf = { readonly line: LeavingLine; readonly month: string; readonly index: number }

export function monthCell({ since }: LeavingReport, { line, month, index }: MonthOf, say: Say) {
  return since !== null && month >= since ? cellOf(line.months[index], say) : null
}

/** A count as a number, or why it is not said. */
export function cellOf(cell: LeavingCell | undefined, say: Say): string | number | null {
  if (cell === undefined || typeof cell === 'number') return cell ?? null
  return say.leaving[cell]
}
