// What to change in a bag before it goes: the difference from its par list, and nothing else. Pure.
import type { Day } from '#src/day.ts'
import { isUsable, lastUsableDay, type Pick, pick } from '#src/ledger/pick.ts'
import type { LotOfItem, ParItem } from './queries.ts'

export type PlanLine = {
  readonly item: ParItem['item']
  /** What the bag should hold; null for what is in it without being on its list. */
  readonly par: number | null
  /** Usable in the bag already. */
  readonly held: number
  readonly putIn: number
  readonly picks: readonly (Pick & { readonly code: string })[]
  /** What the stockroom cannot give: a half-full bag still goes out. */
  readonly short: number
}

export type TakenOut = {
  readonly item: ParItem['item']
  readonly lotId: number
  readonly quantity: number
  readonly isHeld: boolean
  /** The last day it could be handed out. */
  readonly lastDay: Day | null
}

export type CheckOutPlan = {
  readonly lines: readonly PlanLine[]
  readonly takeOut: readonly TakenOut[]
}

type Known = {
  readonly day: Day
  readonly par: readonly ParItem[]
  readonly inBag: readonly LotOfItem[]
  readonly inStockroom: readonly LotOfItem[]
  /** What people decided to put in, by item, where they changed the proposal. */
  readonly amounts: ReadonlyMap<number, number>
}

/** Expired and held lots come out; what is above par stays; what is below is filled, FEFO. */
export function checkOutPlan({ day, par, inBag, inStockroom, amounts }: Known): CheckOutPlan {
  const onList = new Set(par.map(({ item }) => item.id))
  const others = new Map(
    inBag.filter(({ item }) => !onList.has(item.id)).map(({ item }) => [item.id, item]),
  )
  const wanted = [...par, ...[...others.values()].map((item) => ({ item, quantity: null }))]
  return {
    lines: wanted.map(({ item, quantity }) => {
      const held = usable(inBag, item.id, day)
      const asked = amounts.get(item.id) ?? Math.max(0, (quantity ?? 0) - held)
      const lots = inStockroom.filter((lot) => lot.item.id === item.id)
      const { picks, short } = pick(lots, { quantity: asked, day })
      return {
        ...{ item, par: quantity, held, short, putIn: asked - short },
        picks: picks.map((each) => ({ ...each, code: codeOf(lots, each.lotId) })),
      }
    }),
    takeOut: inBag.filter((lot) => lot.quantity > 0 && !isUsable(lot, day)).map(takenOut),
  }
}

/** A plan as short text, to see whether it is still the one that was shown. */
export function takeOutKey({ takeOut }: CheckOutPlan): string {
  return takeOut.map(({ lotId, quantity }) => `${lotId}:${quantity}`).join(' ')
}

function usable(lots: readonly LotOfItem[], itemId: number, day: Day): number {
  return lots
    .filter((lot) => lot.item.id === itemId && isUsable(lot, day))
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

function takenOut(lot: LotOfItem): TakenOut {
  const { item, lotId, quantity, heldOn } = lot
  return { item, lotId, quantity, isHeld: heldOn !== null, lastDay: lastUsableDay(lot) }
}

function codeOf(lots: readonly LotOfItem[], lotId: number): string {
  return lots.find((lot) => lot.lotId === lotId)?.code ?? ''
}
