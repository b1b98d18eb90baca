// The account of a bag: carried in + loaded = given + unloaded + lost + left, for each item and lot.
// Shown before a return saves, and what it books. Pure.
import type { Day } from '#src/day.ts'
import { byExpiry, gapsOf, type Part } from '#src/ledger/count-gaps.ts'
import type { ShiftSum } from '#src/ledger/shift.ts'
import { inParOrder } from './account.ts'
import type { ItemNames, LotOfItem } from './queries.ts'

/** One lot to count; or all the lots of a kit, which nobody can tell apart. */
export type CountRow = {
  /** The lot, or the first to expire of several. */
  readonly lotId: number
  /** Its lots, first to expire first, with what the book says of each. */
  readonly lots: readonly Part[]
  readonly code: string
  readonly expiresOn: Day | null
  /** What the book says; below zero when more was given than the bag held. */
  readonly booked: number
  /** The same less what was given without a known lot, which must have been of these. */
  readonly expected: number
}

export type CountItem = {
  readonly item: ItemNames
  readonly expected: number
  /** The built-in lot and what it owes, when the rows are real lots. */
  readonly owed: { readonly lotId: number; readonly quantity: number } | null
  readonly rows: readonly CountRow[]
}

/** Every item that is in the bag or that the shift moved, with its lots. */
export function countSheet(
  lots: readonly LotOfItem[],
  sums: readonly ShiftSum[],
): readonly CountItem[] {
  const items = new Map(inParOrder([...lots, ...sums]).map(({ item }) => [item.id, item]))
  return [...items.values()].map((item) =>
    countItem(
      item,
      lots.filter((lot) => lot.item.id === item.id),
      sums.filter((sum) => sum.itemId === item.id),
    ),
  )
}

function countItem(
  item: ItemNames,
  lots: readonly LotOfItem[],
  sums: readonly ShiftSum[],
): CountItem {
  const known = knownLots(lots, sums)
  const countable = rowsOf(known.filter(({ kind, booked }) => kind === 'real' || booked > 0))
  const builtIn = known.find(({ kind, booked }) => kind !== 'real' && booked < 0)
  const owed =
    builtIn && countable.length > 0 ? { lotId: builtIn.lotId, quantity: -builtIn.booked } : null
  const rows = countable.length > 0 ? countable : known.slice(0, 1).map(rowOfLot)
  const expected = known.reduce((sum, { booked }) => sum + booked, 0)
  return { item, expected, owed, rows: withExpected(rows, owed?.quantity ?? 0) }
}

type KnownLot = Pick<LotOfItem, 'lotId' | 'kind' | 'code' | 'expiresOn' | 'recipeId'> & {
  readonly booked: number
}

/** Lots in the bag, and those the shift has emptied: a count may find that they are not. */
function knownLots(lots: readonly LotOfItem[], sums: readonly ShiftSum[]): KnownLot[] {
  const known = new Map<number, KnownLot>()
  for (const { lotId, lot } of sums) known.set(lotId, { lotId, ...lot, booked: 0 })
  for (const { quantity, ...lot } of lots) known.set(lot.lotId, { ...lot, booked: quantity })
  return [...known.values()].sort((a, b) => a.lotId - b.lotId)
}

type UncountedRow = Omit<CountRow, 'expected'>

/** A row a lot; the number of a build is on no kit, so the kits of an item are one row. */
function rowsOf(lots: readonly KnownLot[]): UncountedRow[] {
  if (!lots.some(({ recipeId }) => recipeId !== null)) return lots.map(rowOfLot)
  const inOrder = lots.toSorted(byExpiry)
  const parts = inOrder.map(({ lotId, booked }) => ({ lotId, quantity: booked }))
  const lotId = parts[0]?.lotId ?? 0
  return [{ lotId, lots: parts, code: '', expiresOn: null, booked: total(parts) }]
}

function rowOfLot({ lotId, code, expiresOn, booked }: KnownLot): UncountedRow {
  return { lotId, lots: [{ lotId, quantity: booked }], code, expiresOn, booked }
}

function withExpected(rows: readonly UncountedRow[], owed: number): CountRow[] {
  let rest = owed
  return rows.map((row) => {
    const fromHere = Math.min(rest, Math.max(0, row.booked))
    rest -= fromHere
    return { ...row, expected: row.booked - fromHere }
  })
}

/** What the sheet said, in short: a later one that differs is another sheet. */
export function sheetKey(sheet: readonly CountItem[]): string {
  return sheet
    .flatMap(({ rows, owed }) => [
      ...rows.flatMap(({ lots }) => lots.map(({ lotId, quantity }) => `${lotId}:${quantity}`)),
      ...(owed ? [`${owed.lotId}:${-owed.quantity}`] : []),
    ])
    .join(' ')
}

export type Correction = {
  readonly fromLotId: number
  readonly toLotId: number
  readonly quantity: number
}

export type CountedItem = {
  readonly item: ItemNames
  readonly uncounted: readonly CountRow[]
  /** Counted less expected: above zero, more than expected. */
  readonly difference: number
  /** Units the count says are of another lot than the book says. */
  readonly corrections: readonly Correction[]
  /** What is not there, and what is there too many, once the lots are right. */
  readonly missing: readonly Part[]
  readonly surplus: readonly Part[]
}

/** An item against its count; a lot that was not counted is in `uncounted`, and nothing follows yet. */
export function reconciled(
  { item, rows, owed }: CountItem,
  counts: ReadonlyMap<number, number | null>,
): CountedItem {
  const uncounted = rows.filter(({ lotId }) => typeof counts.get(lotId) !== 'number')
  const base = { item, uncounted, difference: 0, corrections: [], missing: [], surplus: [] }
  if (uncounted.length > 0) return base
  const gaps = rows.flatMap((row) => gapsOf(row.lots, counts.get(row.lotId) ?? 0))
  const missing = gaps.filter(({ quantity }) => quantity < 0).map(negated)
  const surplus = [...(owed ? [owed] : []), ...gaps.filter(({ quantity }) => quantity > 0)]
  return { ...base, difference: total(surplus) - total(missing), ...matched(missing, surplus) }
}

/** What each lot of the sheet holds by the count. */
export function countedByLot(
  sheet: readonly CountItem[],
  counts: ReadonlyMap<number, number | null>,
): Part[] {
  return sheet.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const gaps = gapsOf(row.lots, counts.get(row.lotId) ?? 0)
      return row.lots.map(({ lotId, quantity }, index) => ({
        lotId,
        quantity: quantity + (gaps[index]?.quantity ?? 0),
      }))
    }),
  )
}

/** What one lot has too few and another too many is a mistaken lot, not a difference. */
function matched(missing: readonly Part[], surplus: readonly Part[]) {
  const corrections: Correction[] = []
  const from = missing.map((each) => ({ ...each }))
  const to = surplus.map((each) => ({ ...each }))
  for (const target of to) {
    for (const source of from) {
      const quantity = Math.min(source.quantity, target.quantity)
      if (quantity === 0) continue
      corrections.push({ fromLotId: source.lotId, toLotId: target.lotId, quantity })
      source.quantity -= quantity
      target.quantity -= quantity
    }
  }
  const some = ({ quantity }: Part) => quantity > 0
  return { corrections, missing: from.filter(some), surplus: to.filter(some) }
}

function negated({ lotId, quantity }: Part): Part {
  return { lotId, quantity: -quantity }
}

function total(parts: readonly Part[]): number {
  return parts.reduce((sum, { quantity }) => sum + quantity, 0)
}
