import type { Order } from '#src/orders/queries.ts'
import { useSay } from '../shared/page.tsx'
import { Table } from '../shared/table.tsx'

/** What arrived, receipt by receipt; what was taken back stays to be read. */
export function Receipts({ order: { receipts } }: { order: Order }) {
  const say = useSay()
  const { orders } = say
  if (receipts.length === 0) return null
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts">{orders.receipts}</h2>
      <div class="gap">
        <Table
          caption={orders.receipts}
          rows={receipts}
          columns={[
            {
              head: say.common.item,
              cell: ({ item, lot, orderLineId }) => (
                <>
                  {say.name(item)}
                  {lot.kind === 'real' && <small>{lotIn(lot)}</small>}
                  {orderLineId === null && <small>{orders.notOrdered}</small>}
                </>
              ),
            },
            {
              head: orders.receivedOn,
              kind: 'half',
              cell: ({ happenedOn, entryId, sign, isTakenBack }) => (
                <>
                  <a href={`/entries/${entryId}`}>{say.day(happenedOn)}</a>
                  {isTakenBack === 1 && <small>{orders.takenBack}</small>}
                  {sign === -1 && <small>{orders.takesBack}</small>}
                </>
              ),
            },
            {
              head: say.common.quantity,
              kind: 'n half',
              cell: ({ sign, quantity, item }) =>
                `${sign === -1 ? '−' : ''}${say.units(quantity, item)}`,
            },
          ]}
        />
      </div>
    </section>
  )

  function lotIn({ code, expiresOn }: Order['receipts'][number]['lot']): string {
    const parts = [code, expiresOn && say.stock.expires({ day: expiresOn })]
    return parts.filter(Boolean).join(' · ')
  }
}
