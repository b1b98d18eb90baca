import type { Say } from '#src/messages/index.ts'
import type { ReportPeriod } from '#src/report-period.ts'
import type { SectionId } from '#src/reports/figures.ts'
import type { ReportRow, ReportSection } from '#src/reports/summary.ts'
import { SmallBars } from '../shared/bars.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'
import { evidencePath, lineName } from './names.ts'

type Row = { readonly id: SectionId } & (
  | ReportRow
  | { readonly missing: string | null; readonly hint: string }
)

type FiguresProps = { sections: readonly ReportSection[]; period: ReportPeriod }

/** Every figure opens what it was added up from; what was never recorded says what to do. */
export function Figures({ sections, period }: FiguresProps) {
  const say = useSay()
  const { reports } = say
  const total: Column<Row> = {
    head: reports.total,
    kind: 'n',
    cell: (row) => ('missing' in row ? <Missing /> : <Total row={row} period={period} />),
  }
  const bars: Column<Row> = {
    head: reports.byMonth,
    kind: 'minor',
    cell: (row) =>
      'missing' in row || row.months === null ? '' : <RowBars row={row} period={period} />,
  }
  const others =
    period.length === 'month'
      ? [quiet(reports.before, (row) => row.before?.total)]
      : [
          quiet(reports.aMonth, (row) => row.now.aMonth),
          quiet(reports.aMonthBefore, (row) => row.before?.aMonth),
          bars,
        ]
  return (
    <Table
      caption={reports.of(period)}
      rows={sections.flatMap((section) => rowsOf(section, say))}
      dense
      groupOf={({ id }) => reports.sections[id]}
      columns={[{ head: reports.figure, cell: (row) => <NameOf row={row} /> }, total, ...others]}
    />
  )
}

/** What is recorded, then what is not; of a part without anything, how to begin. */
function rowsOf({ id, rows, missing }: ReportSection, { reports }: Say): Row[] {
  const none = missing.map((figure) => ({
    ...{ id, missing: reports.figures[figure], hint: reports.missing[figure] },
  }))
  const all: Row[] = [...rows.map((row) => ({ id, ...row })), ...none]
  // Of the others, figures are missing by their names.
  const hints: Partial<Record<SectionId, string>> = reports.missingIn
  return all.length > 0 ? all : [{ id, missing: null, hint: hints[id] ?? '' }]
}

function NameOf({ row }: { row: Row }) {
  const say = useSay()
  const { reports } = say
  if ('missing' in row) {
    return (
      <>
        {row.missing} <small>{row.hint}</small>
      </>
    )
  }
  const name = lineName(row.about, say)
  return (
    <>
      {row.isPart ? <span class="muted">{name}</span> : name}
      {row.inKits > 0 && <small>{reports.inKits({ count: row.inKits })}</small>}
      {row.about.of === 'donor' || isGifts(row) ? (
        <small>{row.cents === null ? reports.unvalued : reports.worth({ cents: row.cents })}</small>
      ) : null}
    </>
  )
}

function isGifts({ about }: ReportRow): boolean {
  return about.of === 'figure' && about.figure === 'gifts'
}

function Missing() {
  const { reports } = useSay()
  return <span class="muted">{reports.notRecorded}</span>
}

function Total({ row, period }: { row: ReportRow; period: ReportPeriod }) {
  const { say, viewer } = usePage()
  const path = evidencePath(row.about, period)
  const [page = ''] = path.split('?')
  const figure = <b>{say.decimal(row.now.total)}</b>
  return viewer?.mayOpen(page) ? <a href={path}>{figure}</a> : figure
}

/** Beside the figure that counts. */
function quiet(head: string, countOf: (row: ReportRow) => number | null | undefined): Column<Row> {
  const count = (row: Row) => ('missing' in row ? null : (countOf(row) ?? null))
  return {
    ...{ head, kind: 'n', isZero: (row) => count(row) === null },
    cell: (row) => <Quiet count={count(row)} />,
  }
}

function Quiet({ count }: { count: number | null }) {
  const say = useSay()
  if (count === null) return '–'
  return <span class="muted">{count < 10 ? say.decimal(count) : say.number(count)}</span>
}

function RowBars({ row, period }: { row: ReportRow; period: ReportPeriod }) {
  const say = useSay()
  const counts = period.months.map((_, index) => row.months?.[index] ?? 0)
  return (
    <SmallBars quantities={counts} label={say.reports.drawn({ name: lineName(row.about, say) })} />
  )
}
