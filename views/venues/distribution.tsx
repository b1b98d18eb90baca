import type { Day } from '#src/day.ts'
import type { Stream } from '#src/db/schema/index.ts'
import { monthBeside } from '#src/report-period.ts'
import type { Distribution } from '#src/venues/distribution.ts'
import type { DistributionFilter } from '#src/venues/form.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { ExportButton } from '../shared/export-button.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { StreamField } from '../shared/stream-field.tsx'
import { DistributionTable } from './distribution-table.tsx'

type DistributionProps = Distribution & {
  filter: DistributionFilter
  streams: readonly Stream[]
  query: string
}

/** What was handed out where over a period: every figure opens into its entries. */
export function DistributionPage({ filter, streams, query, ...shown }: DistributionProps) {
  const say = useSay()
  const { distribution, common } = say
  const lead =
    filter.month !== null
      ? say.month(filter.month)
      : distribution.fromTo({ from: filter.from, to: filter.to })
  const spreadsheet = (
    <ExportButton path={`/distribution.csv${query}`}>{common.spreadsheet}</ExportButton>
  )
  return (
    <Layout title={distribution.title} section="distribution">
      <Head title={distribution.title} lead={lead} actions={spreadsheet} />
      <Months filter={filter} />
      <Filters filter={filter} streams={streams} />
      {shown.rows.length === 0 ? (
        <Empty icon="report" title={distribution.empty} hint={distribution.emptyHint} />
      ) : (
        <DistributionTable {...{ ...shown, filter }} />
      )}
    </Layout>
  )
}

/** One step to the periods people ask for most. */
function Months({ filter }: { filter: DistributionFilter }) {
  const { say, today } = usePage()
  const { distribution } = say
  const thisMonth = today.slice(0, 7)
  const lastMonth = monthBeside(thisMonth, -1)
  const rest = `&by=${filter.by}${filter.stream ? `&stream=${filter.stream}` : ''}`
  const aYear = `/distribution?from=${monthBeside(thisMonth, -11)}-01&to=${today}${rest}`
  return (
    <nav class="row" aria-label={distribution.period}>
      {[lastMonth, thisMonth].map((month) => (
        <a
          href={`/distribution?month=${month}${rest}`}
          aria-current={filter.month === month ? 'true' : undefined}
        >
          {say.month(month)}
        </a>
      ))}
      <a href={aYear}>{distribution.twelveMonths}</a>
    </nav>
  )
}

function Filters({ filter, streams }: Pick<DistributionProps, 'filter' | 'streams'>) {
  const { distribution, common } = useSay()
  return (
    <form
      class="filters fields"
      action="/distribution"
      method="get"
      aria-label={distribution.filter}
    >
      <p class="row">
        <DayInput name="from" label={distribution.from} day={filter.from} />
        <DayInput name="to" label={distribution.to} day={filter.to} />
      </p>
      <p class="field">
        <label for="by">{distribution.by}</label>
        <select id="by" name="by">
          <option value="kind">{distribution.byKind}</option>
          <option value="venue" selected={filter.by === 'venue'}>
            {distribution.byVenue}
          </option>
        </select>
      </p>
      <StreamField label={distribution.stream} streams={streams} chosen={filter.stream} />
      <p class="row end">
        <button type="submit">{common.show}</button>
      </p>
    </form>
  )
}

function DayInput({ name, label, day }: { name: string; label: string; day: Day }) {
  return (
    <span class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} value={day} maxlength={10} />
    </span>
  )
}
