// What the reorder board proposes, as the lines of an order.
import { type Advised, advisedItems } from '#src/advice/advised-items.ts'
import type { WallTime } from '#src/day.ts'
import type { AsOf } from '#src/db/remembered.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import type { Named } from '#src/messages/index.ts'
import type { Priced } from '#src/money.ts'
import type { ItemAdvice } from '#src/planning/item-advice.ts'

type Supplier = ReorderFacts['supply']['supplier']

export type Recommended = {
  /** Whose order it is: of the items asked for, the supplier of the first that has one. */
  readonly supplier: Supplier
  /** Its next deadline; null where it takes orders on any day. */
  readonly deadline: WallTime | null
  readonly lines: readonly (Priced & {
    readonly item: ReorderFacts['item']
    /** Base units; one pack where nothing is needed, because somebody asked for the item. */
    readonly quantity: number
    /** The advice behind it, and the pack it is in. */
    readonly order: ItemAdvice['order']
    readonly pack: ReorderFacts['supply']['packs'][number] | null
    readonly lifeDays: number | null
  })[]
  /** Items that come from somebody else, and so need an order of their own. */
  readonly others: readonly { readonly supplier: Supplier; readonly items: readonly Item[] }[]
}

type Item = Named & { readonly id: number }

/** The recommended quantities of these items; null when none of them can be ordered. */
export async function recommended(
  itemIds: readonly number[],
  asOf: AsOf,
): Promise<Recommended | null> {
  if (itemIds.length === 0) return null
  const items = await advisedItems(asOf)
  const asked = [...new Set(itemIds)].flatMap((id) => orderable(items.get(id)))
  const supply = asked.find(({ facts }) => facts.supply.supplier !== null)?.facts.supply
  if (asked.length === 0) return null
  const supplier = supply?.supplier ?? null
  const isHere = ({ facts }: Orderable) =>
    facts.supply.supplier === null || facts.supply.supplier.id === supplier?.id
  return {
    ...{ supplier, deadline: supply?.deadline ?? null },
    lines: asked.filter(isHere).map(lineOf),
    others: bySupplier(asked.filter((each) => !isHere(each)).map(({ facts }) => facts)),
  }
}

type Orderable = { readonly facts: ReorderFacts; readonly advice: ItemAdvice }

/** Nothing for kits, which are built, and for rough items, which have no quantity. */
function orderable(advised: Advised | undefined): readonly Orderable[] {
  if (!advised?.advice || advised.facts.isKit) return []
  return [{ facts: advised.facts, advice: advised.advice }]
}

function lineOf({ facts, advice: { order, packSize } }: Orderable) {
  const { price, priceUnits, packs, lifeAtReceiptDays: lifeDays } = facts.supply
  return {
    item: facts.item,
    quantity: order.units > 0 ? order.units : packSize,
    ...{ price, priceUnits, order, lifeDays },
    pack: packs.find(({ size }) => size === packSize) ?? null,
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
