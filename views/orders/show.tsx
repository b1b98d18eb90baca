import type { ItemChoice } from '#src/catalog/items.ts'
import type { Place } from '#src/catalog/places.ts'
import type { DraftDeadline } from '#src/orders/draft-deadline.ts'
import type { Order } from '#src/orders/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { ErrorSummary, type Filled, Form, PostButton, type Problems } from '../shared/form.tsx'
import { usePage, useSay } from '../shared/page.tsx'
import { DraftFields, typedLines } from './draft-fields.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderText } from './order-text.tsx'
import { Receipts } from './receipts.tsx'
import { Sending, type Terms } from './sending.tsx'
import { Status } from './status.tsx'

export type ShowOrderProps = {
  order: Order
  items: readonly ItemChoice[]
  suppliers: readonly Place[]
  terms: Terms
  /** By when a draft has to go; null on any day. */
  deadline: DraftDeadline | null
  /** The change of the draft that was refused, and the sending that was. */
  draft: Filled
  sending: Filled
}

export function ShowOrder(props: ShowOrderProps) {
  const { order, items, terms, sending } = props
  const say = useSay()
  const { status } = order
  const title = say.orders.from(order)
  return (
    <Layout title={title} section="orders">
      <Head
        title={title}
        lead={
          <>
            <Status status={status} /> {days(order, say).join(' · ')}
            {status === 'draft' && <SendBy deadline={props.deadline} />}
          </>
        }
        actions={<HeadActions order={order} />}
      />
      <ErrorSummary problems={problemsOfPage(props)} />
      <OrderLines order={order} items={items} />
      {status === 'draft' && <Draft {...props} />}
      <Receipts order={order} />
      {status !== 'cancelled' && <OrderText order={order} items={items} />}
      {(status === 'waiting' || status === 'late') && (
        <details class="unprinted" open={'requestId' in sending.typed}>
          <summary>{say.orders.changeDays}</summary>
          <Sending {...{ order, terms, filled: sending }} />
        </details>
      )}
      <Endings order={order} />
    </Layout>
  )
}

/** By when a draft has to go, and that it is too late for the deadline it was drafted for. */
function SendBy({ deadline }: Pick<ShowOrderProps, 'deadline'>) {
  const { say, today } = usePage()
  if (deadline === null) return null
  const { next, missed } = deadline
  const words = say.orders.sendBy({ deadline: next, isToday: next.day === today })
  return (
    <>
      {' · '}
      {missed && `${say.orders.deadlineMissed({ deadline: missed })} `}
      <b>{words}</b>
    </>
  )
}

function HeadActions({ order: { id, status } }: { order: Order }) {
  const { orders, common } = useSay()
  const isOwed = status === 'waiting' || status === 'late'
  return (
    <>
      <a class="button quiet minor" href={`/orders/${id}/lines.csv`} hx-boost="false">
        {common.spreadsheet}
      </a>
      {status !== 'draft' && status !== 'cancelled' && (
        <a class={isOwed ? 'button primary' : 'button'} href={`/orders/${id}/receipt`}>
          {orders.receive}
        </a>
      )}
    </>
  )
}

/** What a draft still needs: to be sent, or to be changed first. */
function Draft({ order, items, suppliers, terms, draft, sending }: ShowOrderProps) {
  const say = useSay()
  const { orders } = say
  const wasTyped = 'requestId' in draft.typed
  const typed = typedLines(order.lines, { items, name: say.name })
  const filled = wasTyped ? draft : { ...draft, typed }
  return (
    <>
      <section class="panel unprinted" aria-labelledby="sending">
        <h2 id="sending">{orders.sendTitle}</h2>
        <p class="muted">{orders.sendHint}</p>
        <Sending {...{ order, terms, filled: sending }} primary />
      </section>
      <details class="unprinted" open={wasTyped || Object.keys(draft.problems).length > 0}>
        <summary>{orders.changeDraft}</summary>
        <Form action={`/orders/${order.id}`} filled={filled} label={orders.changeDraft}>
          <input type="hidden" name="seen" value={order.seen} />
          <DraftFields {...{ filled, items, suppliers, supplier: say.name(order.supplier) }} />
          <p class="actions gap">
            <button type="submit">{orders.saveChanges}</button>
          </p>
        </Form>
      </details>
    </>
  )
}

/** Ways to end an order: none of it will come, or no more of it. */
function Endings({ order: { id, seen, status, receipts, sentOn } }: { order: Order }) {
  const { orders } = useSay()
  if (!['draft', 'waiting', 'late'].includes(status)) return null
  const fields = { seen: String(seen) }
  const hasArrived = receipts.reduce((sum, { sign }) => sum + sign, 0) > 0
  return (
    <div class="actions">
      {sentOn !== null && (
        <PostButton action={`/orders/${id}/closing`} fields={fields}>
          {orders.closeOrder}
        </PostButton>
      )}
      {!hasArrived && (
        <PostButton action={`/orders/${id}/cancellation`} fields={fields}>
          {orders.cancelOrder}
        </PostButton>
      )}
    </div>
  )
}

/** Of forms that the page does not show any more, because of what somebody else did meanwhile. */
function problemsOfPage({ order: { status }, draft, sending }: ShowOrderProps): Problems {
  if (status === 'draft') return {}
  const isOwed = status === 'waiting' || status === 'late'
  return { ...draft.problems, ...(isOwed ? {} : sending.problems) }
}

function days({ status, draftedOn, sentOn, expectedOn }: Order, say: ReturnType<typeof useSay>) {
  const { orders } = say
  const isOwed = status === 'waiting' || status === 'late'
  return [
    ...(sentOn === null ? [orders.draftedOn({ day: draftedOn })] : [orders.sent({ day: sentOn })]),
    ...(isOwed && expectedOn !== null ? [orders.expected({ day: expectedOn })] : []),
  ]
}
