// A supplier by what came of its orders: in time or late, whole or short, and after how many days.
import type { SupplierRecord } from '#src/orders/supplier-record.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { SmallBars } from '../shared/bars.tsx'
import { takenUntil } from '../shared/deadlines.ts'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

export function Supplier(props: SupplierRecord) {
  const say = useSay()
  const { orders } = say
  const { supplier, sinceOn, kept } = props
  const title = say.name(supplier)
  return (
    <Layout title={title} section="orders">
      <Head
        title={title}
        lead={<Lead {...props} />}
        actions={
          <>
            <a class="button" href={`/places/${supplier.id}/edit`}>
              {orders.record.terms}
            </a>
            <a class="button" href={`/orders?supplier=${supplier.id}`}>
              {orders.title}
            </a>
          </>
        }
      />
      {kept.orders === 0 ? (
        <Empty icon="truck" title={orders.record.empty({ since: sinceOn })} hint={orders.emptyHint}>
          <a class="button" href="/alerts">
            {orders.toBoard}
          </a>
        </Empty>
      ) : (
        <>
          <LeadTimes {...props} />
          <Items {...props} />
          <Months {...props} />
        </>
      )}
    </Layout>
  )
}

function Lead({ terms, kept, sinceOn }: SupplierRecord) {
  const say = useSay()
  const { record } = say.orders
  const sentences = [
    ...(terms.deadlines ? [record.taken({ taken: takenUntil(say, terms.deadlines) })] : []),
    ...(kept.orders > 0 ? [record.kept({ ...kept, since: sinceOn })] : []),
    ...(kept.fillRate === null ? [] : [say.orders.fillRate({ rate: kept.fillRate })]),
  ]
  return <>{sentences.join(' ')}</>
}

/** How long deliveries took, a bar a day; and what the reorder arithmetic makes of it. */
function LeadTimes({ leadDays, leads, terms }: SupplierRecord) {
  const say = useSay()
  const { record } = say.orders
  const [shortest, longest] = [leadDays[0] ?? 0, leadDays.at(-1) ?? 0]
  const counts = Array.from({ length: longest - shortest + 1 }, (_, index) => ({
    days: shortest + index,
    orders: leadDays.filter((days) => days === shortest + index).length,
  }))
  const words = record.leadTimes({ shortest, longest, orders: leadDays.length })
  return (
    <section aria-labelledby="lead-times">
      <h2 id="lead-times">{record.leadTimesTitle}</h2>
      {leadDays.length > 0 && (
        <figure class="picture gap">
          <SmallBars quantities={counts.map(({ orders }) => orders)} label={words} />
          <figcaption>{words}</figcaption>
          <LeadTimeTable counts={counts} />
        </figure>
      )}
      <p class="muted gap">
        {leads.areObserved
          ? record.observed({ days: leads.medianDays, noted: terms.leadTimeDays })
          : record.noted({ days: terms.leadTimeDays, isUsual: terms.isUsual })}
      </p>
    </section>
  )
}

type LeadTimeTableProps = { counts: readonly { readonly days: number; readonly orders: number }[] }

function LeadTimeTable({ counts }: LeadTimeTableProps) {
  const say = useSay()
  const { orders, common } = say
  return (
    <details>
      <summary>{common.chartTable}</summary>
      <table class="data" role="table">
        <caption class="hidden">{orders.record.leadTimesTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{orders.record.days}</th>
            <th scope="col" class="n">
              {orders.title}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts
            .filter((each) => each.orders > 0)
            .map((each) => (
              <tr>
                <th scope="row">{say.number(each.days)}</th>
                <td class="n">{say.number(each.orders)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  )
}

function Items({ items }: SupplierRecord) {
  const say = useSay()
  const { orders, common } = say
  const { record } = orders
  return (
    <section aria-labelledby="items">
      <h2 id="items">{record.byItem}</h2>
      <div class="gap">
        <Table
          caption={record.byItem}
          rows={items}
          columns={[
            {
              head: common.item,
              cell: ({ item }) => <a href={`/items/${item.id}`}>{say.name(item)}</a>,
            },
            { head: orders.ordered, kind: 'n', cell: ({ ordered }) => say.number(ordered) },
            { head: orders.receivedUnits, kind: 'n', cell: ({ came }) => say.number(came) },
            {
              head: orders.filled,
              kind: 'n',
              cell: ({ fillRate }) => (fillRate === null ? '–' : <b>{say.percent(fillRate)}</b>),
            },
            {
              head: record.orderByOrder,
              kind: 'full',
              cell: ({ fills }) =>
                fills.length === 0 ? '–' : <SmallBars quantities={fills} label={fillsIn(fills)} />,
            },
          ]}
        />
      </div>
    </section>
  )

  function fillsIn(fills: readonly number[]): string {
    return record.fills({ fills: fills.map((fill) => say.percent(fill)) })
  }
}

function Months({ months }: SupplierRecord) {
  const say = useSay()
  const { orders } = say
  const { record } = orders
  return (
    <section aria-labelledby="months">
      <h2 id="months">{record.byMonth}</h2>
      <div class="gap">
        <Table
          caption={record.byMonth}
          rows={months}
          dense
          columns={[
            { head: record.sentIn, cell: ({ month }) => say.month(month) },
            { head: orders.title, kind: 'n', cell: (month) => say.number(month.orders) },
            { head: record.onTime, kind: 'n', cell: ({ onTime }) => say.number(onTime) },
            { head: orders.status.late, kind: 'n', cell: ({ late }) => say.number(late) },
            {
              head: orders.filled,
              kind: 'n',
              cell: ({ fillRate }) => (fillRate === null ? '–' : say.percent(fillRate)),
            },
          ]}
        />
      </div>
    </section>
  )
}
