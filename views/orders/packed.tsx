import type { ItemChoice } from '#src/catalog/items.ts'
import type { Named, Unit } from '#src/messages/index.ts'
import { packMaking } from '#src/quantity.ts'
import { useSay } from '../shared/page.tsx'

type PackedProps = {
  item: Named & Unit & { readonly id: number }
  /** Base units. */
  quantity: number
  items: readonly ItemChoice[]
}

/** "7 boxes × 100 = 700 syringes", or "36 pairs" where no pack makes it. */
export function Packed({ item, quantity, items }: PackedProps) {
  const { orders } = useSay()
  const pack = packMaking(quantity, packsOf(item.id, items))
  return <>{orders.packed({ item, quantity, pack })}</>
}

export function packsOf(itemId: number, items: readonly ItemChoice[]) {
  return items.find(({ id }) => id === itemId)?.packs ?? []
}
