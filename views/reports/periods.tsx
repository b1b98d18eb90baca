import {
  periodBeside,
  type ReportLength,
  type ReportPeriod,
  reportLengths,
} from '#src/report-period.ts'
import { usePage, useSay } from '../shared/page.tsx'

/** How long, and which: each is one tap. */
export function Periods({ period, startMonth }: { period: ReportPeriod; startMonth: number }) {
  const { say, today } = usePage()
  const { reports } = say
  const earlier = periodBeside(period, -1, startMonth)
  const later = periodBeside(period, 1, startMonth)
  const last = period.months.filter((month) => `${month}-01` <= today).at(-1) ?? ''
  return (
    <div class="row spread unprinted">
      <nav class="row" aria-label={reports.length}>
        {reportLengths.map((length) => (
          <a
            href={reportPath(length, last)}
            aria-current={length === period.length ? 'true' : undefined}
          >
            {reports.lengths[length]}
          </a>
        ))}
      </nav>
      <nav class="row" aria-label={reports.periods}>
        <PeriodLink period={earlier} arrow="←" />
        {later.from <= today && <PeriodLink period={later} arrow="→" />}
      </nav>
    </div>
  )
}

function PeriodLink({ period, arrow }: { period: ReportPeriod; arrow: '←' | '→' }) {
  const { reports } = useSay()
  const name = reports.of(period)
  return (
    <a href={reportPath(period.length, period.months[0] ?? '')}>
      {arrow === '←' ? `← ${name}` : `${name} →`}
    </a>
  )
}

function reportPath(length: ReportLength, month: string): string {
  return `/reports?${reportAddress(length, month)}`
}

export function reportAddress(length: ReportLength, month: string): string {
  return `length=${length}&month=${month}`
}
