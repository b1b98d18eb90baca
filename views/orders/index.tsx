import type { Place } from '#src/catalog/places.ts'
import type { OrderRow } from '#src/orders/queries.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { blank, SelectField } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'
import { Status } from './status.tsx'

type OrdersProps = {
  open: readonly OrderRow[]
  finished: readonly OrderRow[]
  suppliers: readonly Place[]
  /** Whose orders are shown; null for everybody's. */
  supplierId: number | null
  /** Where the next page begins; null on the last. */
  nextBefore: number | null
}

export function Orders({ open, finished, suppliers, supplierId, nextBefore }: OrdersProps) {
  const { orders } = useSay()
  const drafts = open.filter(({ status }) => status === 'draft')
  const waiting = open.filter(({ status }) => status !== 'draft')
  const isEmpty = open.length === 0 && finished.length === 0 && supplierId === null
  const actions = (
    <>
      <a class="button" href="/orders/calendar">
        {orders.calendar.open}
      </a>
      <a class="button primary" href="/orders/new">
        {orders.new}
      </a>
    </>
  )
  return (
    <Layout title={orders.title} section="orders">
      <Head title={orders.title} lead={orders.lead} actions={actions} />
      {isEmpty ? (
        <Empty icon="truck" title={orders.empty} hint={orders.emptyHint}>
          <a class="button" href="/alerts">
            {orders.toBoard}
          </a>
        </Empty>
      ) : (
        <>
          {suppliers.length > 1 && <SupplierFilter {...{ suppliers, supplierId }} />}
          <Section title={orders.drafts} rows={drafts} />
          <Section title={orders.waiting} rows={waiting} hint={orders.nothingOpen} />
          <Section title={orders.finished} rows={finished} />
          <Next {...{ supplierId, nextBefore }} />
        </>
      )}
    </Layout>
  )
}

function SupplierFilter({ suppliers, supplierId }: Pick<OrdersProps, 'suppliers' | 'supplierId'>) {
  const say = useSay()
  return (
    <form method="get" action="/orders" class="actions">
      <SelectField
        {...{ name: 'supplier', label: say.orders.supplier, filled: blank, value: supplierId }}
        none={say.orders.allSuppliers}
        options={suppliers.map((each) => ({ value: each.id, label: say.name(each) }))}
      />
      <button type="submit" class="end">
        {say.common.show}
      </button>
      {supplierId !== null && (
        <a class="button quiet end" href={`/orders/suppliers/${supplierId}`}>
          {say.orders.record.open}
        </a>
      )}
    </form>
  )
}

type SectionProps = { title: string; rows: readonly OrderRow[]; hint?: string }

function Section({ title, rows, hint }: SectionProps) {
  const columns = useColumns()
  if (rows.length === 0 && !hint) return null
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p class="muted gap">{hint}</p>
      ) : (
        <div class="gap">
          <Table caption={title} rows={rows} columns={columns} />
        </div>
      )}
    </section>
  )
}

function useColumns(): Column<OrderRow>[] {
  const { say, today } = usePage()
  const { orders } = say
  const day = (on: string | null) => (on === null ? '–' : say.shortDayFrom(on, today))
  return [
    {
      head: orders.order,
      cell: ({ id, supplier, draftedOn }) => (
        <>
          <a href={`/orders/${id}`}>{orders.from({ id, supplier })}</a>
          <small>{orders.draftedOn({ day: draftedOn })}</small>
        </>
      ),
    },
    { head: orders.sentOn, kind: 'half', cell: ({ sentOn }) => day(sentOn) },
    { head: orders.expectedOn, kind: 'half', cell: ({ expectedOn }) => day(expectedOn) },
    {
      head: orders.lines,
      kind: 'half',
      cell: ({ sums, status }) =>
        orders.toComeLines({
          toCome: status === 'waiting' || status === 'late' ? sums.linesToCome : 0,
          lines: sums.lines,
        }),
    },
    {
      head: orders.filled,
      kind: 'n half',
      cell: ({ sums, status }) =>
        status === 'draft' || status === 'cancelled'
          ? '–'
          : say.percent(sums.filled / sums.ordered),
    },
    { head: '', kind: 'full lead', cell: ({ status }) => <Status status={status} /> },
  ]
}

function Next({ supplierId, nextBefore }: Pick<OrdersProps, 'supplierId' | 'nextBefore'>) {
  const { say } = usePage()
  if (nextBefore === null) return null
  const supplier = supplierId === null ? '' : `&supplier=${supplierId}`
  return (
    <p class="row">
      <a class="button" href={`/orders?before=${nextBefore}${supplier}`}>
        {say.common.next}
      </a>
    </p>
  )
}
