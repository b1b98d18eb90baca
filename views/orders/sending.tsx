import type { SupplierTerms } from '#src/catalog/supplier-terms.ts'
import type { Order } from '#src/orders/queries.ts'
import { DayField, type Filled, Form } from '../shared/form.tsx'
import { usePage } from '../shared/page.tsx'

/** The supplier's lead time, and whether it is only assumed. */
export type Terms = Pick<SupplierTerms, 'leadTimeDays' | 'deadlines' | 'isUsual'>

type SendingProps = { order: Order; terms: Terms; filled: Filled; primary?: boolean }

/** The days of an order: when it was sent, when it should come. */
export function Sending({ order, terms, filled, primary }: SendingProps) {
  const { say, today } = usePage()
  const { orders, common } = say
  const { leadTimeDays: days, isUsual } = terms
  const hint = terms.deadlines
    ? orders.expectedAfterDeadline({ days })
    : orders.expectedHint({ days, isUsual })
  return (
    <Form action={`/orders/${order.id}/sending`} filled={filled} label={orders.sendTitle}>
      <input type="hidden" name="seen" value={order.seen} />
      <div class="fields">
        <DayField
          {...{ name: 'sentOn', label: orders.sentOn, filled, value: order.sentOn ?? today }}
          hint={common.dayHint({ day: order.sentOn ?? today })}
        />
        <DayField
          {...{ name: 'expectedOn', label: orders.expectedOn, filled, value: order.expectedOn }}
          {...{ hint, optional: true }}
        />
      </div>
      <p class="actions gap">
        <button type="submit" class={primary ? 'primary' : undefined}>
          {primary ? orders.send : orders.saveDays}
        </button>
      </p>
    </Form>
  )
}
