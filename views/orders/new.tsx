import type { ItemChoice } from '#src/catalog/items.ts'
import type { Place } from '#src/catalog/places.ts'
import type { Recommended } from '#src/orders/recommended.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, type Filled, Form } from '../shared/form.tsx'
import { EnterHint } from '../shared/lines.tsx'
import { limitsIn } from '../shared/order-limits.ts'
import { usePage, useSay } from '../shared/page.tsx'
import { DraftFields, typedLines } from './draft-fields.tsx'

type NewOrderProps = {
  filled: Filled
  items: readonly ItemChoice[]
  suppliers: readonly Place[]
  /** What the reorder board proposed; null when the order is written from nothing. */
  recommended: Recommended | null
}

export function NewOrder({ filled, items, suppliers, recommended }: NewOrderProps) {
  const say = useSay()
  const { orders, common } = say
  const failed = Object.keys(filled.problems).length > 0
  const proposed = { typed: typedLines(recommended?.lines ?? [], { items, name: say.name }) }
  const supplier = recommended?.supplier ? { supplier: say.name(recommended.supplier) } : {}
  const shown = 'requestId' in filled.typed ? filled : { ...filled, ...proposed }
  return (
    <Layout title={failed ? common.errorTitle({ title: orders.new }) : orders.new} section="orders">
      <Head title={orders.new} lead={recommended ? <Proposed {...recommended} /> : <EnterHint />} />
      {recommended && <Limits lines={recommended.lines} />}
      {recommended?.others.map((other) => (
        <Other other={other} />
      ))}
      <Form action="/orders" filled={shown}>
        <DraftFields filled={shown} items={items} suppliers={suppliers} {...supplier} />
        <Actions save={orders.saveDraft} cancel="/orders" />
      </Form>
    </Layout>
  )
}

function Proposed({ deadline }: Recommended) {
  const { say, today } = usePage()
  const { orders } = say
  return (
    <>
      {orders.recommended}{' '}
      {deadline && <b>{orders.sendBy({ deadline, isToday: deadline.day === today })}</b>}
    </>
  )
}

/** Where a quantity is not exactly what is needed, why. */
function Limits({ lines }: Pick<Recommended, 'lines'>) {
  const say = useSay()
  const limited = lines
    .map((line) => ({ item: line.item, sentences: limitsIn(say, line) }))
    .filter(({ sentences }) => sentences.length > 0)
  if (limited.length === 0) return null
  return (
    <ul class="unprinted">
      {limited.map(({ item, sentences }) => (
        <li>
          <b>{say.name(item)}</b> · {sentences.join(' ')}
        </li>
      ))}
    </ul>
  )
}

/** What was ticked with the others and comes from somebody else. */
function Other({ other: { supplier, items } }: { other: Recommended['others'][number] }) {
  const { orders } = useSay()
  if (supplier === null) return null
  const query = items.map(({ id }) => `item=${id}`).join('&')
  return (
    <p class="panel">
      {orders.mixed({ supplier, items })}{' '}
      <a href={`/orders/new?${query}`}>{orders.draftFor({ supplier })}</a>
    </p>
  )
}
