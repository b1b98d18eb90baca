// What a tally page shows of a visit: tiles in an order that never changes in use, and every line with
// its undo. Pure.
import type { Day } from '#src/day.ts'
import { isUsable } from './pick.ts'
import type { VisitHandOut, VisitUnmet } from './visit.ts'

type Item = VisitHandOut['item']

/** An item as a place offers it. */
export type Offered = {
  readonly item: Item
  /** Its place in the par list; null when it is not on it. */
  readonly position: number | null
  /** Base units left; below zero when more was given than was there; null when there is none. */
  readonly left: number | null
}

export type Tile = {
  readonly item: Item
  readonly left: number
  readonly given: number
  readonly asked: number
}

export type TallyLine = {
  readonly entryId: number
  readonly item: Item
  readonly quantity: number
  /** What the office should look at: past its date, of a held lot, of no known lot. */
  readonly flags: readonly Flag[]
}

export type Flag = 'past' | 'held' | 'beyond'

export type Tally = {
  readonly tiles: readonly Tile[]
  /** Items without a tile: they can be given or asked for all the same. */
  readonly others: readonly Item[]
  /** Latest first. */
  readonly lines: readonly TallyLine[]
  readonly asked: readonly VisitUnmet[]
}

type Known = {
  readonly offered: readonly Offered[]
  readonly handOuts: readonly VisitHandOut[]
  readonly unmet: readonly VisitUnmet[]
  readonly day: Day
}

export function tallyOf({ offered, handOuts, unmet, day }: Known): Tally {
  const given = summed(handOuts)
  const asked = summed(unmet)
  const hasTile = ({ item, position, left }: Offered) =>
    position !== null || left !== null || given.has(item.id) || asked.has(item.id)
  const tiles = offered.filter(hasTile).sort(byPosition)
  return {
    tiles: tiles.map(({ item, left }) => ({
      ...{ item, left: left ?? 0 },
      ...{ given: given.get(item.id) ?? 0, asked: asked.get(item.id) ?? 0 },
    })),
    others: offered.filter((each) => !hasTile(each)).map(({ item }) => item),
    lines: linesOf(handOuts, day),
    asked: unmet,
  }
}

function byPosition(a: Offered, b: Offered): number {
  const place = ({ position }: Offered) => position ?? Number.POSITIVE_INFINITY
  return place(a) === place(b) ? a.item.id - b.item.id : place(a) - place(b)
}

function summed(rows: readonly { item: Item; quantity: number }[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { item, quantity } of rows) sums.set(item.id, (sums.get(item.id) ?? 0) + quantity)
  return sums
}

function linesOf(handOuts: readonly VisitHandOut[], day: Day): TallyLine[] {
  const lines = new Map<string, TallyLine>()
  for (const row of handOuts) {
    const key = `${row.entryId} ${row.item.id}`
    const before = lines.get(key)
    lines.set(key, {
      ...{ entryId: row.entryId, item: row.item },
      quantity: (before?.quantity ?? 0) + row.quantity,
      flags: [...new Set([...(before?.flags ?? []), ...flagsOf(row, day)])],
    })
  }
  return [...lines.values()].reverse()
}

function flagsOf(row: VisitHandOut, day: Day): Flag[] {
  if (row.lotKind === 'unknown') return ['beyond']
  if (row.heldOn !== null) return ['held']
  return isUsable(row, day) ? [] : ['past']
}
