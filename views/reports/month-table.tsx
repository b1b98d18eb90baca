import type { ReportSection } from '#src/reports/summary.ts'
import { usePage, useSay } from '../shared/page.tsx'
import { lineName } from './names.ts'
import { isOpen } from './spreadsheet.ts'

type MonthTableProps = { sections: readonly ReportSection[]; months: readonly string[] }

/** What the pictures and bars show, in figures; it scrolls by itself, because a year is wider than a phone. */
export function MonthTable({ sections, months }: MonthTableProps) {
  const say = useSay()
  const { reports } = say
  const rows = (of: ReportSection) => of.rows.filter(({ months: counts }) => counts !== null)
  return (
    <details class="unprinted">
      <summary>{reports.allByMonth}</summary>
      <div class="sheet scrolls" tabindex={0} role="region" aria-label={reports.allByMonth}>
        <table class="data dense">
          <caption class="hidden">{reports.allByMonth}</caption>
          <thead>
            <tr>
              <th scope="col">{reports.figure}</th>
              <MonthHeads months={months} />
            </tr>
          </thead>
          {sections.map((section) => (
            <tbody>
              {rows(section).map(({ about, months: counts }) => (
                <tr>
                  <th scope="row">{lineName(about, say)}</th>
                  {months.map((_, index) => (
                    <td class="n">{say.number(counts?.[index] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  )
}

/** The months across, the one that is not over marked as such. */
export function MonthHeads({ months }: { months: readonly string[] }) {
  const { say, today } = usePage()
  return (
    <>
      {months.map((month) => (
        <th scope="col" class="n">
          {isOpen(month, today)
            ? say.reports.monthSoFar({ month: say.monthWord(month) })
            : say.monthWord(month)}
        </th>
      ))}
    </>
  )
}
