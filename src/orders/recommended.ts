// What the reorder board proposes, as the lines of an order.
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { type ReorderFacts, reorderFacts } from '#src/ledger/reorder-facts.ts'
import type { Named } from '#src/messages/index.ts'
import type { Priced } from '#src/money.ts'
import { itemAdvice } from '#src/planning/item-advice.ts'

type Supplier = ReorderFacts['supply']['supplier']

export type Recommended = {
  /** Whose order it is: of the items asked for, the supplier of the first that has one. */
  readonly supplier: Supplier
  readonly lines: readonly (Priced & {
    readonly item: ReorderFacts['item']
    /** Base units; one pack where nothing is needed, because somebody asked for the item. */
    readonly quantity: number
  })[]
  /** Items that come from somebody else, and so need an order of their own. */
  readonly others: readonly { readonly supplier: Supplier; readonly items: readonly Item[] }[]
}

type Item = Named & { readonly id: number }

/** The recommended quantities of these items; null when none of them can be ordered. */
export async function recommended(
  db: Db,
  itemIds: readonly number[],
  today: Day,
): Promise<Recommended | null> {
  if (itemIds.length === 0) return null
  const asked = (await reorderFacts(db, today)).filter(
    ({ item }) => itemIds.includes(item.id) && item.tracking === 'exact',
  )
  if (asked.length === 0) return null
  const supplier = asked.find((each) => each.supply.supplier !== null)?.supply.supplier ?? null
  const isHere = (each: ReorderFacts) =>
    each.supply.supplier === null || each.supply.supplier.id === supplier?.id
  return {
    supplier,
    lines: asked.filter(isHere).map(lineOf),
    others: bySupplier(asked.filter((each) => !isHere(each))),
  }
}

function lineOf(facts: ReorderFacts) {
  const { order, packSize } = itemAdvice(facts)
  const { price, priceUnits } = facts.supply
  return {
    item: facts.item,
    quantity: order.units > 0 ? order.units : packSize,
    ...{ price, priceUnits },
  }
}

function bySupplier(asked: readonly ReorderFacts[]): Recommended['others'] {
  const groups = new Map<number, { supplier: Supplier; items: Item[] }>()
  for (const { supply, item } of asked) {
    const key = supply.supplier?.id ?? 0
    const group = groups.get(key) ?? { supplier: supply.supplier, items: [] }
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()]
}
