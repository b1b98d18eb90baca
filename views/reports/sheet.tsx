import { Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { MonthHeads } from './month-table.tsx'
import { cellOf, type LeavingReport, linesOf, monthCell, monthsShown } from './spreadsheet.ts'

/** The report as it leaves, on one or two pages: no small counts, no links, no venue. */
export function ReportSheet(report: LeavingReport) {
  const { say, today, programme } = usePage()
  const { reports } = say
  const { period } = report
  const name = reports.of(period)
  const lead = period.to < today ? name : `${name}, ${reports.soFar({ day: today })}`
  return (
    <Layout title={reports.title} section="reports">
      <Head
        title={reports.titleOf({ programme: programme.programmeName })}
        lead={[lead, nightsOpen(report, say)].filter(Boolean).join(' · ')}
      />
      <Leaving {...report} />
      <p class="muted">
        {say.leaving.howSmall} {reports.preparedOn({ day: today })}.
      </p>
    </Layout>
  )
}

function nightsOpen({ sections }: LeavingReport, { reports }: ReturnType<typeof usePage>['say']) {
  const nights = sections
    .flatMap(({ lines }) => lines)
    .find(({ about }) => about.of === 'figure' && about.figure === 'nights')
  return typeof nights?.total === 'number' ? reports.nightsOpen({ nights: nights.total }) : null
}

/** Plain elements: many cells, on a page that is printed. */
function Leaving(report: LeavingReport) {
  const say = useSay()
  const { reports } = say
  const months = monthsShown(report)
  const shown = (cell: string | number | null) =>
    typeof cell === 'number' ? say.decimal(cell) : (cell ?? '')
  return (
    <div class="sheet scrolls wide-page" tabindex={0} role="region" aria-label={reports.title}>
      <table class="data dense">
        <caption class="hidden">{reports.of(report.period)}</caption>
        <thead>
          <tr>
            <th scope="col">{reports.figure}</th>
            <MonthHeads months={months} />
            <th scope="col" class="n">
              {reports.total}
            </th>
          </tr>
        </thead>
        {report.sections.map((section) => (
          <tbody>
            <tr class="group">
              <th scope="rowgroup" colspan={months.length + 2}>
                {reports.sections[section.id]}
              </th>
            </tr>
            {linesOf(section, say).map(({ name, line }) => (
              <tr>
                <th scope="row">
                  {line?.isPart ? <span class="muted">{name}</span> : name}{' '}
                  {line?.cents != null && <small>{reports.worth({ cents: line.cents })}</small>}
                </th>
                {months.map((month, index) => (
                  <td class="n">
                    {shown(line ? monthCell(report, { line, month, index }, say) : null)}
                  </td>
                ))}
                <td class="n">
                  <b>{shown(line ? cellOf(line.total, say) : reports.notRecorded)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
