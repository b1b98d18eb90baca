// What a bag holds beside what it should hold, item by item. Pure.
import type { Day } from '#src/day.ts'
import { isUsable, lastUsableDay } from '#src/ledger/pick.ts'
import type { ItemNames, LotOfItem, ParItem } from './queries.ts'

export type LotInBag = {
  readonly lotId: number
  readonly quantity: number
  readonly code: string
  readonly state: 'usable' | 'past' | 'held' | 'unknown'
  /** The date on the pack. */
  readonly expiresOn: Day | null
  /** The last day it can be handed out; null when it never ends. */
  readonly lastDay: Day | null
}

export type ItemInBag = {
  readonly item: ItemNames
  /** Null for what is not on the list. */
  readonly par: number | null
  readonly quantity: number
  readonly lots: readonly LotInBag[]
}

/** The items of the par list in their order, then whatever else is in the bag. */
export function bagContents(
  { par, inBag }: { readonly par: readonly ParItem[]; readonly inBag: readonly LotOfItem[] },
  day: Day,
): ItemInBag[] {
  const onList = new Set(par.map(({ item }) => item.id))
  const others = new Map(
    inBag.filter(({ item }) => !onList.has(item.id)).map(({ item }) => [item.id, item]),
  )
  const wanted = [...par, ...[...others.values()].map((item) => ({ item, quantity: null }))]
  return wanted.map(({ item, quantity }) => {
    const lots = inBag.filter((lot) => lot.item.id === item.id)
    const shown = lots.map((lot) => lotInBag(lot, day))
    const isKit = lots.some(({ recipeId }) => recipeId !== null)
    return {
      ...{ item, par: quantity, lots: isKit ? together(shown) : shown },
      quantity: lots.reduce((sum, lot) => sum + lot.quantity, 0),
    }
  })
}

/** The number of a build is on no kit: those that may be handed out are one, and those that may not. */
function together(lots: readonly LotInBag[]): LotInBag[] {
  const groups = new Map<LotInBag['state'], LotInBag>()
  for (const lot of lots) {
    const { state, quantity, expiresOn, lastDay } = lot
    const same = groups.get(state)
    groups.set(state, {
      ...{ lotId: same?.lotId ?? lot.lotId, code: '', state },
      quantity: (same?.quantity ?? 0) + quantity,
      expiresOn: same && same.expiresOn !== expiresOn ? null : expiresOn,
      lastDay: same && same.lastDay !== lastDay ? earlier(same.lastDay, lastDay) : lastDay,
    })
  }
  return [...groups.values()]
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

function lotInBag(lot: LotOfItem, day: Day): LotInBag {
  const { lotId, quantity, code, expiresOn } = lot
  return { lotId, quantity, code, expiresOn, state: stateOf(lot, day), lastDay: lastUsableDay(lot) }
}

function stateOf(lot: LotOfItem, day: Day): LotInBag['state'] {
  if (lot.kind === 'unknown') return 'unknown'
  if (lot.heldOn !== null) return 'held'
  return isUsable(lot, day) ? 'usable' : 'past'
}
