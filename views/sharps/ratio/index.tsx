import type { Named } from '#src/messages/index.ts'
import type { Figures, MonthFigures, Ratio, ReportYear } from '#src/sharps/ratio/return-ratio.ts'
import { Empty, Head, Layout } from '../../layout.tsx'
import { ExportButton } from '../../shared/export-button.tsx'
import { usePage, useSay } from '../../shared/page.tsx'
import { RatioChart } from './chart.tsx'
import { RatioTable } from './table.tsx'

export type RatioRow = MonthFigures & { readonly ratio: Ratio | null }
export type RatioTotal = Figures & { readonly ratio: Ratio | null }

type ReturnRatioProps = {
  year: ReportYear
  /** The year is not over. */
  isCurrent: boolean
  needles: readonly (Named & { readonly id: number })[]
  rows: readonly RatioRow[]
  total: RatioTotal
}

/** What came back against what was given out: a figure of the community, said as such. */
export function ReturnRatio(props: ReturnRatioProps) {
  const { year, needles, rows, total } = props
  const { sharps, common } = useSay()
  const { ratio } = sharps
  const isEmpty = total.given === 0 && total.high === 0
  const spreadsheet = (
    <ExportButton path={`/sharps/ratio.csv?year=${year.year}`}>{common.spreadsheet}</ExportButton>
  )
  return (
    <Layout title={ratio.title} section="sharps">
      <Head title={ratio.title} lead={ratio.promise} actions={isEmpty ? null : spreadsheet} />
      <Years {...props} />
      {needles.length === 0 && <NoNeedle />}
      {isEmpty ? (
        <Empty icon="bin" title={ratio.empty} hint={ratio.emptyHint} />
      ) : (
        <>
          <p class="lead">{ratio.sentence({ ...total, ...props })}</p>
          <RatioChart rows={rows} />
          <RatioTable rows={rows} total={total} />
          <How needles={needles} />
        </>
      )}
    </Layout>
  )
}

function Years({ year: { year, from, to }, isCurrent }: ReturnRatioProps) {
  const { sharps, ...say } = useSay()
  const path = (of: number) => `/sharps/ratio?year=${of}`
  return (
    <nav class="row" aria-label={sharps.ratio.years}>
      <a href={path(year - 1)}>{sharps.ratio.yearOf({ year: year - 1 })}</a>
      <a href={path(year)} aria-current="true">
        {sharps.ratio.fromTo({ from: say.month(from), to: say.month(to) })}
      </a>
      {!isCurrent && <a href={path(year + 1)}>{sharps.ratio.yearOf({ year: year + 1 })}</a>}
    </nav>
  )
}

function NoNeedle() {
  const { viewer, say } = usePage()
  const { ratio } = say.sharps
  return (
    <p class="panel" role="status">
      {ratio.noNeedle}{' '}
      {viewer?.mayOpen('/catalogue') && <a href="/catalogue">{say.common.nav.catalogue}</a>}
    </p>
  )
}

/** What the figures are made of, and how sure they are. */
function How({ needles }: Pick<ReturnRatioProps, 'needles'>) {
  const say = useSay()
  const { ratio } = say.sharps
  return (
    <details>
      <summary>{ratio.how}</summary>
      <p>{ratio.howGiven}</p>
      <ul>
        {needles.map((item) => (
          <li>
            <a href={`/items/${item.id}`}>{say.name(item)}</a>
          </li>
        ))}
      </ul>
      <p class="gap">{ratio.howBack}</p>
      <p class="gap">{ratio.howSent}</p>
    </details>
  )
}
