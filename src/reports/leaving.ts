// A report as it leaves: without its small counts, and without what they could be reckoned from. The whole year
// is looked at whatever the period, so that reports of its months, quarters and of itself agree. Pure.

import type { ReportPeriod } from '#src/report-period.ts'
import {
  isSmall,
  lineMarks,
  type Mark,
  type Telling,
  type YearMarks,
  yearMarks,
} from '#src/small-counts.ts'
import type { Figures, Section, SectionId } from './figures.ts'
import type { Line, Rate, Subject } from './lines.ts'
import { averageOf, withRates } from './summary.ts'

/** A count, or why it is not said. */
export type LeavingCell = number | 'small' | 'withheld'

export type LeavingLine = {
  readonly about: Subject | Rate
  readonly isPart: boolean
  /** One for each month of the period; empty where only the sum leaves. */
  readonly months: readonly LeavingCell[]
  readonly total: LeavingCell
  /** What donors said it was worth. */
  readonly cents: number | null
}

export type LeavingSection = {
  readonly id: SectionId
  readonly lines: readonly LeavingLine[]
  readonly missing: Section['missing']
}

/** `figures` were read of the twelve months of the year that the period is in. */
export function leavingSections(figures: Figures, period: ReportPeriod): LeavingSection[] {
  const first = figures.months.indexOf(period.months[0] ?? '')
  const span = { first, size: period.months.length }
  const kits = figures.sections.filter(({ id }) => id === 'kits').flatMap(({ lines }) => lines)
  const hiddenKits = kits.map(({ counts }) => yearMarks(counts))
  return figures.sections.map(({ id, lines, missing }) => ({
    ...{ id, missing },
    lines: withLeavingRates(id, leavingLines(lines, span, hiddenKits), { figures, period }),
  }))
}

/** What is no sum: visits due and made in time are the programme's own; people a night tell the heads. */
function withLeavingRates(
  id: SectionId,
  lines: readonly LeavingLine[],
  { figures, period }: { readonly figures: Figures; readonly period: ReportPeriod },
): LeavingLine[] {
  const row = (rate: Rate['rate'], total: LeavingCell): LeavingLine => ({
    ...{ about: { of: 'rate', rate }, isPart: true, months: [], total, cents: null },
  })
  const { times, kept } = figures.due.current
  if (id === 'street' && times > 0) {
    return withRates(lines, [row('due', times), row('kept', kept)])
  }
  const heads = lines.find(({ about }) => about.of === 'figure' && about.figure === 'heads')
  const average = averageOf(figures, period)
  if (id !== 'dropin' || !heads || average === null) return [...lines]
  const isSaid = typeof heads.total === 'number'
  return withRates(lines, [row('average', isSaid ? Math.round(average * 10) / 10 : 'withheld')])
}

/** Which of the twelve months a report is about. */
type Part = { readonly first: number; readonly size: number }

type Marked = { readonly months: readonly Mark[]; readonly total: Mark }

function leavingLines(
  lines: readonly Line[],
  span: Part,
  kits: readonly YearMarks[],
): LeavingLine[] {
  const whole = lines.filter(({ isPart }) => !isPart)
  const marks = new Map(whole.map((line) => [line, marksOf(line, span, { whole, kits })]))
  const parts = lines.filter(({ isPart }) => isPart)
  const [sumOfParts] = whole
  const partMarks = marksOfParts(parts, span, sumOfParts && marks.get(sumOfParts)?.total)
  parts.forEach((line, index) => {
    marks.set(line, { months: [], total: partMarks[index] ?? 'withheld' })
  })
  return lines.map((line) => leavingLine(line, span, marks.get(line)))
}

function leavingLine(line: Line, span: Part, marked: Marked | undefined): LeavingLine {
  const counts = inPart(line.counts, span)
  const { months, total } = marked ?? { months: [], total: 'withheld' as const }
  return {
    ...{ about: line.about, isPart: line.isPart },
    months: span.size > 1 ? months.map((mark, index) => said(counts[index] ?? 0, mark)) : [],
    total: said(sum(counts), total),
    cents: line.cents && sum(inPart(line.cents, span)),
  }
}

function said(count: number, mark: Mark): LeavingCell {
  return mark === 'shown' ? count : mark
}

type Around = {
  readonly whole: readonly Line[]
  /** How the numbers of each kit leave. */
  readonly kits: readonly YearMarks[]
}

function marksOf(line: Line, span: Part, { whole, kits }: Around): Marked {
  const { about, counts } = line
  // The evenings of the calendar are on the door; whoever reads a count wants to know of how many.
  if (about.of === 'figure' && about.figure === 'nights') return allShown(span)
  if (about.of === 'figure' && about.figure === 'doses') {
    return marksOfDoses(line, span, whole)
  }
  return inSpan(yearMarks(counts, tellingOfKits(line, kits)), span)
}

function allShown({ size }: Part): Marked {
  return { months: Array.from({ length: size }, () => 'shown'), total: 'shown' }
}

/** Doses are kits times two: they are said where all kits are. */
function marksOfDoses({ counts }: Line, span: Part, whole: readonly Line[]): Marked {
  const kits = whole
    .filter(({ about }) => about.of === 'item')
    .map(({ counts: given }) => inSpan(yearMarks(given), span))
  const doses = inPart(counts, span)
  const markOf = (count: number, isSaid: boolean): Mark => {
    if (isSaid) return 'shown'
    return isSmall(count) ? 'small' : 'withheld'
  }
  return {
    months: doses.map((count, month) =>
      markOf(
        count,
        kits.every(({ months }) => months[month] === 'shown'),
      ),
    ),
    total: markOf(
      sum(doses),
      kits.every(({ total }) => total === 'shown'),
    ),
  }
}

/** What was given alone would be the difference; and of what is mostly in kits, their number the quotient. */
function tellingOfKits(
  { counts, inKits }: Pick<Line, 'counts' | 'inKits'>,
  kits: readonly YearMarks[],
): Telling {
  const tells = (part: Part, isHidden: boolean) => {
    const pieces = sum(inPart(inKits ?? [], part))
    const alone = sum(inPart(counts, part)) - pieces
    return pieces > 0 && (isSmall(alone) || (isHidden && alone < pieces))
  }
  const isHidden = (of: (marks: YearMarks) => Mark | undefined) =>
    kits.some((marks) => of(marks) !== 'shown')
  return {
    month: (index) =>
      tells(
        { first: index, size: 1 },
        isHidden(({ months }) => months[index]),
      ),
    quarter: (index) =>
      tells(
        { first: 3 * index, size: 3 },
        isHidden(({ quarters }) => quarters[index]),
      ),
    year: tells(
      { first: 0, size: 12 },
      isHidden(({ year }) => year),
    ),
  }
}

function inSpan({ months, quarters, year }: YearMarks, span: Part): Marked {
  const within = inPart(months, span)
  if (span.size === 1) return { months: within, total: within[0] ?? 'withheld' }
  const quarter = quarters[span.first / 3] ?? 'withheld'
  return { months: within, total: span.size === 3 ? quarter : year }
}

/** Parts are said of the period alone: each against its own year, and all against their sum. */
function marksOfParts(parts: readonly Line[], span: Part, total: Mark = 'shown'): Mark[] {
  const counts = parts.map((part) => sum(inPart(part.counts, span)))
  const own = parts.map((part) => inSpan(yearMarks(part.counts), span).total)
  const { cells } = lineMarks(counts, (index) => total !== 'shown' || own[index] !== 'shown')
  return [...cells]
}

function inPart<T>(list: readonly T[], { first, size }: Part): T[] {
  return list.slice(first, first + size)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}
