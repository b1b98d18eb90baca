import type { ItemChoice } from '#src/catalog/items.ts'
import { amountOf } from '#src/money.ts'
import type { Order, OrderedLine } from '#src/orders/queries.ts'
import { useSay } from '../shared/page.tsx'
import { PriceWords } from '../shared/price.tsx'
import { type Column, Table } from '../shared/table.tsx'
import { Packed, packsOf } from './packed.tsx'

type OrderLinesProps = { order: Order; items: readonly ItemChoice[] }

/** What was ordered, what came of it, what is missing: it stays in sight when the order is closed. */
export function OrderLines({ order, items }: OrderLinesProps) {
  const say = useSay()
  const { orders } = say
  const columns = useColumns({ order, items })
  return (
    <section>
      <Table
        caption={orders.lines}
        rows={order.lines}
        columns={columns}
        foot={<Total order={order} />}
      />
      {order.fillRate !== null && <p class="gap">{orders.fillRate({ rate: order.fillRate })}</p>}
    </section>
  )
}

function useColumns({ order: { status, lines }, items }: OrderLinesProps): Column<OrderedLine>[] {
  const say = useSay()
  const { orders, common } = say
  const missing = status === 'short' || status === 'received' ? orders.missing : orders.toCome
  const columns: Column<OrderedLine>[] = [
    { head: common.item, cell: ({ item }) => <a href={`/items/${item.id}`}>{say.name(item)}</a> },
    {
      head: orders.ordered,
      kind: 'full',
      cell: ({ item, quantity }) => <Packed {...{ item, quantity, items }} />,
    },
  ]
  const came: Column<OrderedLine>[] = [
    {
      head: orders.receivedUnits,
      kind: 'n',
      cell: ({ quantity, received }) => (
        <>
          {say.number(received)}
          {received > quantity && (
            <small>{orders.moreThanOrdered({ quantity: received - quantity })}</small>
          )}
        </>
      ),
    },
    {
      head: missing,
      kind: 'n',
      cell: ({ quantity, received }) => <b>{say.number(Math.max(0, quantity - received))}</b>,
    },
  ]
  const price: Column<OrderedLine> = {
    head: orders.amount,
    kind: 'n full',
    cell: (line) => <Amount line={line} items={items} />,
  }
  const isPriced = lines.some((line) => line.price !== null)
  return [
    ...columns,
    ...(status === 'draft' || status === 'cancelled' ? [] : came),
    ...(isPriced ? [price] : []),
  ]
}

/** The amount, and how it is reckoned. */
function Amount({ line, items }: { line: OrderedLine; items: readonly ItemChoice[] }) {
  const say = useSay()
  const { item, price, priceUnits } = line
  const cents = amountOf([line])
  if (cents === null || price === null || priceUnits === null) return <>–</>
  const priced = { ...item, packs: packsOf(item.id, items) }
  return (
    <>
      {say.money(cents)}
      <small>
        <PriceWords price={{ price, priceUnits }} item={priced} />
      </small>
    </>
  )
}

function Total({ order: { lines, status } }: { order: Order }) {
  const say = useSay()
  const cents = amountOf(lines)
  if (cents === null) return null
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th
          role="rowheader"
          scope="row"
          colspan={status === 'draft' || status === 'cancelled' ? 2 : 4}
        >
          {say.common.total}
        </th>
        <td role="cell" class="n">
          {say.money(cents)}
        </td>
      </tr>
    </tfoot>
  )
}
