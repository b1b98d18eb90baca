// What the rate of an item is made of, each part as its own entries add it up. Pure.
import type { AdvisedItems } from '#src/advice/advised-items.ts'
import { daysBetween } from '#src/day.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import { stockOutAt } from '#src/planning/demand-history.ts'
import type { ItemAdvice } from '#src/planning/item-advice.ts'

type Name = Pick<ReorderFacts['item'], 'id' | 'nameFr' | 'nameEn'>

/** Of the item on its own, or inside one kind of kit. */
export type DemandPart = {
  /** Null for the item on its own. */
  readonly kit: Name | null
  /** Base units in one kit; 1 for the item on its own. */
  readonly perKit: number
  /** Kits, or base units; over every day, as the entries have it. */
  readonly handedOut: number
  readonly unmet: number
}

export type DemandParts = {
  /** The item on its own comes first, used or not. */
  readonly parts: readonly DemandPart[]
  /** Handed out on days that ran out, which say too little of what was asked for. Base units. */
  readonly leftOut: { readonly units: number; readonly days: number }
}

/** Null without a forecast. What `parts` handed out, less `leftOut`, is the term of the explanation. */
export function demandParts(
  { channels, startOn }: ReorderFacts,
  { history, levelTerms }: ItemAdvice,
  items: AdvisedItems,
): DemandParts | null {
  if (!levelTerms) return null
  const first = daysBetween(startOn, levelTerms.sinceOn)
  const asked = new Map<number | null, DemandPart>([[null, nothing]])
  for (const { kitId, perKit, handedOut, unmet } of channels) {
    const kit = kitId === null ? null : (items.get(kitId)?.facts.item ?? null)
    const before = asked.get(kitId) ?? { ...nothing, kit, perKit }
    asked.set(kitId, {
      ...before,
      handedOut: before.handedOut + sum(handedOut.slice(first)) / perKit,
      unmet: before.unmet + sum(unmet.slice(first)) / perKit,
    })
  }
  const parts = [...asked.values()].filter(
    ({ kit, handedOut, unmet }) => kit === null || handedOut > 0 || unmet > 0,
  )
  return { parts, leftOut: leftOutOf(history, first) }
}

const nothing: DemandPart = { kit: null, perKit: 1, handedOut: 0, unmet: 0 }

function leftOutOf(history: ItemAdvice['history'], first: number): DemandParts['leftOut'] {
  const units = history.handedOut.filter(
    (given, day) => day >= first && given > 0 && stockOutAt(history, day) !== 'none',
  )
  return { units: sum(units), days: units.length }
}

function sum(units: readonly number[]): number {
  return units.reduce((total, each) => total + each, 0)
}
