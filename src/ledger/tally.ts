// What a tally page shows of a visit: tiles in an order that never changes in use, and every line with
// its undo. Pure.
import type { Day } from '#src/day.ts'
import { isUsable } from './pick.ts'
import type { VisitHandOut, VisitUnmet } from './visit.ts'

type Item = VisitHandOut['item']

type Family = {
  readonly id: number
  readonly nameFr: string | null
  readonly nameEn: string | null
}

/** An item as a place offers it. */
export type Offered = {
  readonly item: Item
  /** Of a family: one thing in several sizes. */
  readonly size: string | null
  readonly family: Family | null
  /** Its place in the par list; null when it is not on it. */
  readonly position: number | null
  /** Base units left; below zero when more was given than was there; null when there is none. */
  readonly left: number | null
}

export type Tile = {
  readonly item: Item
  readonly size: string | null
  readonly left: number
  readonly given: number
  readonly asked: number
  /** What is left, shared between the stops to go; null where none is planned or nothing is left. */
  readonly perStop: number | null
}

/** The sizes of one thing, in the place of the first; a thing of no or one size is alone, without a family. */
export type TileGroup = {
  readonly family: Family | null
  readonly tiles: readonly Tile[]
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
  /** The same tiles as they are laid out. */
  readonly groups: readonly TileGroup[]
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
  /** Planned and not made yet. */
  readonly stopsToGo?: number
}

export function tallyOf({ offered, handOuts, unmet, day, stopsToGo = 0 }: Known): Tally {
  const given = summed(handOuts)
  const asked = summed(unmet)
  const hasTile = ({ item, position, left }: Offered) =>
    position !== null || left !== null || given.has(item.id) || asked.has(item.id)
  const tileOf = ({ item, size, left }: Offered): Tile => ({
    ...{ item, size, left: left ?? 0 },
    ...{ given: given.get(item.id) ?? 0, asked: asked.get(item.id) ?? 0 },
    perStop: perStop(left ?? 0, stopsToGo),
  })
  const shown = offered.filter(hasTile).sort(byPosition)
  return {
    tiles: shown.map(tileOf),
    groups: families(shown).map(({ family, members }) => ({ family, tiles: members.map(tileOf) })),
    others: offered.filter((each) => !hasTile(each)).map(({ item }) => item),
    lines: linesOf(handOuts, day),
    asked: unmet,
  }
}

/** Whole units for each of the stops to go; null without a stop or without anything to share. */
export function perStop(left: number, stopsToGo: number): number | null {
  return stopsToGo > 0 && left > 0 ? Math.floor(left / stopsToGo) : null
}

type Sizes = { readonly family: Family | null; readonly members: Offered[] }

function families(shown: readonly Offered[]): Sizes[] {
  const groups = new Map<string, Sizes>()
  for (const each of shown) {
    const key = each.family && each.size !== null ? `family ${each.family.id}` : `${each.item.id}`
    const group = groups.get(key) ?? { family: each.family, members: [] }
    group.members.push(each)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ family, members }) => ({
    family: members.length > 1 ? family : null,
    members,
  }))
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
