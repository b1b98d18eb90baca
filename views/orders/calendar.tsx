// The deadlines of the next eight weeks: what is drafted, what the board would put in. It prints.

import { addDays, daysBetween, weekdayOf } from '#src/day.ts'
import type { Chance, OrderCalendar } from '#src/orders/calendar.ts'
import { Empty, Head, Layout } from '../layout.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { type Column, Table } from '../shared/table.tsx'

export function Calendar({ dated, anyDay }: OrderCalendar) {
  const { say } = usePage()
  const { calendar } = say.orders
  const columns = useColumns()
  return (
    <Layout title={calendar.title} section="orders">
      <Head title={calendar.title} lead={calendar.lead} />
      {dated.length === 0 && <NoDeadline />}
      {dated.length > 0 && (
        <Table
          caption={calendar.title}
          rows={dated}
          columns={columns}
          groupOf={({ deadline }) => weekOf(deadline?.day ?? '', say)}
        />
      )}
      {anyDay.length > 0 && (
        <section aria-labelledby="any-day">
          <h2 id="any-day">{calendar.anyDay}</h2>
          <div class="gap">
            <Table caption={calendar.anyDay} rows={anyDay} columns={columns} />
          </div>
        </section>
      )}
    </Layout>
  )
}

function NoDeadline() {
  const { calendar } = useSay().orders
  return (
    <Empty icon="calendar" title={calendar.empty} hint={calendar.emptyHint}>
      <a class="button" href="/places">
        {calendar.toPlaces}
      </a>
    </Empty>
  )
}

function weekOf(day: string, say: ReturnType<typeof useSay>): string {
  return say.orders.calendar.weekOf({ day: addDays(day, 1 - weekdayOf(day)) })
}

function useColumns(): Column<Chance>[] {
  const { say, today } = usePage()
  const { orders } = say
  return [
    {
      head: orders.supplier,
      cell: ({ supplier, deadline }) => (
        <>
          {supplier ? (
            <a href={`/orders/suppliers/${supplier.id}`}>{say.name(supplier)}</a>
          ) : (
            orders.calendar.nobody
          )}
          {deadline && (
            <small>
              <b>{say.deadline(deadline)}</b>{' '}
              {orders.calendar.inDays({ days: daysBetween(today, deadline.day) })}
            </small>
          )}
        </>
      ),
    },
    {
      head: orders.drafts,
      kind: 'full',
      cell: ({ drafts }) => (drafts.length > 0 ? <Drafts drafts={drafts} /> : '–'),
    },
    { head: orders.calendar.toOrder, kind: 'full', cell: (chance) => <ToOrder {...chance} /> },
  ]
}

function Drafts({ drafts }: Pick<Chance, 'drafts'>) {
  const { orders } = useSay()
  return (
    <ul role="list">
      {drafts.map(({ id, lines, missed }) => (
        <li>
          <a href={`/orders/${id}`}>{orders.number({ id })}</a>{' '}
          {orders.toComeLines({ toCome: 0, lines })}
          {missed && (
            <small>
              <b>{orders.deadlineMissed({ deadline: missed })}</b>
            </small>
          )}
        </li>
      ))}
    </ul>
  )
}

function ToOrder({ toOrder, likely, drafts, deadline }: Chance) {
  const { say, today } = usePage()
  const { orders, reorder } = say
  const query = toOrder.map(({ item }) => `item=${item.id}`).join('&')
  return (
    <>
      {toOrder.length > 0 && (
        <ul role="list">
          {toOrder.map(({ item, units, pack, orderBy: day }) => (
            <li>
              <a href={`/items/${item.id}#why`}>{say.name(item)}</a>
              {' · '}
              {orders.packed({ item, quantity: units, pack })}
              {day && `, ${reorder.card.by({ day, deadline, isToday: day === today })}`}
            </li>
          ))}
        </ul>
      )}
      {toOrder.length > 0 && drafts.length > 0 && <small>{orders.calendar.notCounted}</small>}
      {toOrder.length > 0 && (
        <p class="unprinted">
          <a href={`/orders/new?${query}`}>{reorder.draft}</a>
        </p>
      )}
      {likely.length > 0 && <small>{orders.calendar.likely({ items: likely })}</small>}
      {toOrder.length + likely.length === 0 && '–'}
    </>
  )
}
