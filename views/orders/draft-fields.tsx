// What a draft is made of: the same fields for a new one and for a change.
import type { ItemChoice } from '#src/catalog/items.ts'
import type { Place } from '#src/catalog/places.ts'
import type { OrderedLine } from '#src/orders/queries.ts'
import { packMaking } from '#src/quantity.ts'
import { type Filled, InputField, type Typed } from '../shared/form.tsx'
import { Lines } from '../shared/lines.tsx'
import { useSay } from '../shared/page.tsx'
import { typedPrice } from '../shared/price.tsx'

type DraftFieldsProps = {
  filled: Filled
  supplier?: string
  items: readonly ItemChoice[]
  suppliers: readonly Place[]
}

export function DraftFields({ filled, supplier, items, suppliers }: DraftFieldsProps) {
  const say = useSay()
  const { orders } = say
  return (
    <>
      <div class="fields">
        <InputField
          {...{ name: 'supplier', label: orders.supplier, filled, hint: orders.supplierHint }}
          {...{ value: supplier, list: 'suppliers' }}
        />
      </div>
      <datalist id="suppliers">
        {suppliers.map((each) => (
          <option value={say.name(each)} />
        ))}
      </datalist>
      <Lines items={items} filled={filled} priced />
    </>
  )
}

type Line = Pick<OrderedLine, 'item' | 'quantity' | 'price' | 'priceUnits'>

/** Lines as somebody would have typed them: in packs where packs make the quantity. */
export function typedLines(
  lines: readonly Line[],
  { items, name }: { items: readonly ItemChoice[]; name: (item: Line['item']) => string },
): Typed {
  const fields = lines.flatMap(({ item, quantity, ...priced }, index) => {
    const packs = items.find(({ id }) => id === item.id)?.packs ?? []
    const pack = packMaking(quantity, packs)
    return Object.entries({
      item: name(item),
      pack: pack ? String(pack.id) : '',
      quantity: String(quantity / (pack?.size ?? 1)),
      ...typedPrice(priced),
    }).map(([field, value]) => [`lines.${index}.${field}`, value])
  })
  return Object.fromEntries(fields)
}
