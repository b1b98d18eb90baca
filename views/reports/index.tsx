import type { Say } from '#src/messages/index.ts'
import type { ReportPeriod } from '#src/report-period.ts'
import type { ReportRow, ReportSection } from '#src/reports/summary.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { ExportButton } from '../shared/export-button.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { Drawn } from './drawn.tsx'
import { Figures } from './figures.tsx'
import { MonthTable } from './month-table.tsx'
import { Periods, reportAddress } from './periods.tsx'

type ReportProps = {
  period: ReportPeriod
  before: ReportPeriod
  sections: readonly ReportSection[]
  /** Those of the period that have begun. */
  months: readonly string[]
  startMonth: number
}

/** Everything a funder asks for, of one period, exact and each figure with its evidence: for use in the house. */
export function Report(props: ReportProps) {
  const { period, before, sections, months, startMonth } = props
  const { say, today } = usePage()
  const { reports } = say
  const isOver = period.to < today
  const name = reports.of(period)
  const isEmpty = sections.every(({ rows }) => rows.every(isNothing))
  return (
    <Layout title={reports.title} section="reports">
      <Head
        title={reports.title}
        lead={[
          isOver ? name : `${name}, ${reports.soFar({ day: today })}`,
          nightsOpen(sections, say),
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={isEmpty ? null : <Leaving period={period} />}
      />
      <p class="printed">{reports.inHouse}</p>
      <Periods {...{ period, startMonth }} />
      {isEmpty ? (
        <Empty icon="report" title={reports.empty} hint={reports.emptyHint} />
      ) : (
        <>
          <p class="muted unprinted">
            {reports.exact} <a href="/exports">{reports.exports}</a>
          </p>
          {months.length > 1 && <Pictures {...{ sections, months }} />}
          <Figures {...{ sections, period }} />
          {months.length > 1 && <MonthTable {...{ sections, months }} />}
          <p class="muted">{reports.beforeIs(before)}</p>
        </>
      )}
    </Layout>
  )
}

function nightsOpen(sections: ReportProps['sections'], { reports }: Say): string | null {
  const nights = sections.flatMap(({ rows }) => rows).find(({ about }) => isNights(about))
  return nights ? reports.nightsOpen({ nights: nights.now.total }) : null
}

function isNights(about: ReportRow['about']): boolean {
  return about.of === 'figure' && about.figure === 'nights'
}

/** That the calendar had an evening open is no record yet. */
function isNothing({ about, now }: ReportRow): boolean {
  return now.total === 0 || isNights(about)
}

function Leaving({ period }: { period: ReportPeriod }) {
  const { reports, common } = useSay()
  const address = reportAddress(period.length, period.months[0] ?? '')
  return (
    <>
      <ExportButton path={`/reports/sheet?${address}`}>{reports.sheet}</ExportButton>
      <ExportButton path={`/reports.csv?${address}`} kind="primary">
        {common.spreadsheet}
      </ExportButton>
    </>
  )
}

type PicturesProps = Pick<ReportProps, 'sections' | 'months'>

/** What tells most of a programme at a glance: whom it met, who came, and what it gives most of. */
function Pictures({ sections, months }: PicturesProps) {
  const rows = sections.flatMap((section) => section.rows)
  const figure = (word: string) =>
    rows.find(({ about }) => about.of === 'figure' && about.figure === word)
  const given = sections.find(({ id }) => id === 'prevention')?.rows[0]
  const drawn = [given, figure('contacts'), figure('heads')].filter(
    (row): row is ReportRow => row !== undefined,
  )
  return (
    <div class="thirds">
      {drawn.map((row, index) => (
        <Drawn {...{ row, months }} id={`picture-${index}`} />
      ))}
    </div>
  )
}
