// The order in words, in both languages whatever the page's: it is for the supplier.
import type { ItemChoice } from '#src/catalog/items.ts'
import { say as sayIn } from '#src/messages/index.ts'
import type { Order } from '#src/orders/queries.ts'
import { packMaking } from '#src/quantity.ts'
import { usePage } from '../shared/page.tsx'
import { packsOf } from './packed.tsx'

type OrderTextProps = { order: Order; items: readonly ItemChoice[] }

export function OrderText({ order, items }: OrderTextProps) {
  const { say, programme, today } = usePage()
  const lines = order.lines.map(({ item, quantity }) => ({
    ...{ item, quantity, pack: packMaking(quantity, packsOf(item.id, items)) },
  }))
  const letter = {
    ...{ id: order.id, day: order.sentOn ?? today, lines },
    programme: programme.programmeName,
  }
  return (
    <details class="unprinted" open={order.status === 'draft'}>
      <summary>{say.orders.textTitle}</summary>
      <div class="split">
        {(['fr', 'en'] as const).map((language) => (
          <div class="field">
            <label for={`text-${language}`}>{say.orders.textIn[language]}</label>
            <textarea
              {...{ id: `text-${language}`, rows: lines.length + 10, readonly: true }}
              lang={sayIn(language).locale}
            >
              {sayIn(language).orders.text(letter)}
            </textarea>
          </div>
        ))}
      </div>
    </details>
  )
}
