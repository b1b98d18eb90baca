import type { ItemChoice } from '#src/catalog/items.ts'
import type { Place } from '#src/catalog/places.ts'
import type { Order } from '#src/orders/queries.ts'
import { Head, Layout } from '../layout.tsx'
import { Actions, DayField, type Filled, Form, SelectField, type Typed } from '../shared/form.tsx'
import { Lines } from '../shared/lines.tsx'
import { usePage } from '../shared/page.tsx'
import { Packed } from './packed.tsx'

type ReceiveOrderProps = {
  order: Order
  filled: Filled
  items: readonly ItemChoice[]
  places: readonly Place[]
}

export function ReceiveOrder({ order, filled, items, places }: ReceiveOrderProps) {
  const { say, today } = usePage()
  const { orders, common } = say
  const title = orders.receiveTitle({ id: order.id })
  const failed = Object.keys(filled.problems).length > 0
  const toCome = order.lines.filter(({ quantity, received }) => quantity > received)
  const shown = 'requestId' in filled.typed ? filled : { ...filled, typed: itemsOf(toCome) }
  return (
    <Layout title={failed ? common.errorTitle({ title }) : title} section="orders">
      <Head title={title} lead={`${say.name(order.supplier)}. ${orders.receiveLead}`} />
      <ToCome lines={toCome} items={items} />
      <Form action={`/orders/${order.id}/receipts`} filled={shown}>
        <div class="fields">
          <DayField
            {...{ name: 'receivedOn', label: orders.receivedOn, filled: shown, value: today }}
            hint={common.dayHint({ day: today })}
          />
          <SelectField
            {...{ name: 'placeId', label: orders.putAwayIn, filled: shown, value: places[0]?.id }}
            options={places.map((place) => ({ value: place.id, label: say.name(place) }))}
          />
        </div>
        <Lines items={items} filled={shown} incoming rows={1} />
        <Actions save={orders.saveReceipt} cancel={`/orders/${order.id}`} />
      </Form>
    </Layout>
  )

  function itemsOf(lines: Order['lines']): Typed {
    return Object.fromEntries(
      lines.map(({ item }, index) => [`lines.${index}.item`, say.name(item)]),
    )
  }
}

function ToCome({ lines, items }: Pick<ReceiveOrderProps, 'items'> & { lines: Order['lines'] }) {
  const { say } = usePage()
  if (lines.length === 0) return null
  return (
    <section class="panel" aria-labelledby="to-come">
      <h2 id="to-come">{say.orders.stillToCome}</h2>
      <ul role="list">
        {lines.map(({ item, quantity, received }) => (
          <li>
            {say.name(item)}
            {' · '}
            <Packed {...{ item, quantity: quantity - received, items }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
