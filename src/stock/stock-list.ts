// The list of what is on hand, from the rows of the database: usable units by place, what is set aside,
// what expires next. Pure.
import type { AdvisedItems } from '#src/advice/advised-items.ts'
import { type Lasting, lastingOf } from '#src/advice/lasting.ts'
import { folded } from '#src/catalog/items.ts'
import { addDays, type Day } from '#src/day.ts'
import { categories } from '#src/db/schema/index.ts'
import { isUsable, lastUsableDay } from '#src/ledger/pick.ts'
import type { PricedAt } from '#src/money.ts'
import type { StockFilter } from './form.ts'
import type { ItemLotRow } from './queries.ts'

const expiringDays = 90

export type StockRow = {
  readonly item: ItemLotRow['item']
  /** What a supplier asks, where that is known. */
  readonly price: PricedAt | null
  /** Rough items: 3 full … 0 empty, null when nobody has looked. */
  readonly level: number | null
  /** Usable base units by place; a place without any has no key. */
  readonly usable: ReadonlyMap<number, number>
  /** Usable base units of all places. */
  readonly total: number
  /** Expired, held or in quarantine; base units of all places. */
  readonly aside: number
  /** False for what keeps for ever. */
  readonly expires: boolean
  /** Last usable day of the lot that ends first. */
  readonly nextToExpire: Day | null
  /** What the reorder board says; null for what it does not follow. */
  readonly lasting: Lasting | null
}

type Facts = {
  readonly rows: readonly ItemLotRow[]
  readonly advised: AdvisedItems
  readonly quarantines: ReadonlySet<number>
  readonly today: Day
}

/** One row an item, in the order of the categories. */
export function stockList({ rows, ...facts }: Facts): StockRow[] {
  return [...grouped(rows, ({ item }) => item.id).values()]
    .map((lots) => stockRow(lots, facts))
    .filter((row): row is StockRow => row !== null)
    .sort((a, b) => rank(a) - rank(b))
}

function stockRow(
  lots: readonly ItemLotRow[],
  { advised, quarantines, today }: Omit<Facts, 'rows'>,
): StockRow | null {
  const [first] = lots
  if (!first) return null
  const usable = new Map<number, number>()
  let [total, aside] = [0, 0]
  let nextToExpire: Day | null = null
  for (const { onHand, lot, life } of lots) {
    if (!onHand || !lot) continue
    const whole = { ...lot, ...life }
    if (quarantines.has(onHand.locationId) || !isUsable(whole, today)) {
      aside += onHand.quantity
      continue
    }
    total += onHand.quantity
    usable.set(onHand.locationId, (usable.get(onHand.locationId) ?? 0) + onHand.quantity)
    const last = lastUsableDay(whole)
    if (last !== null && (nextToExpire === null || last < nextToExpire)) nextToExpire = last
  }
  const { item, price, level, life } = first
  const expires = life.expiry !== 'none'
  const lasting = lastingOf(advised.get(item.id))
  return { item, price, level, usable, total, aside, expires, nextToExpire, lasting }
}

/** The rows a person asked for: by name or code, category, and what ends within 90 days. */
export function filtered(
  rows: readonly StockRow[],
  { q, category, expiring }: StockFilter,
  today: Day,
): StockRow[] {
  const wanted = folded(q)
  const until = addDays(today, expiringDays)
  return rows.filter(
    ({ item, nextToExpire }) =>
      (category === null || item.category === category) &&
      (expiring === undefined || (nextToExpire !== null && nextToExpire <= until)) &&
      (wanted === '' || isCalled(item, wanted)),
  )
}

function isCalled({ code, nameFr, nameEn }: StockRow['item'], wanted: string): boolean {
  return [code, nameFr, nameEn].some((name) => name && folded(name).includes(wanted))
}

function rank({ item }: StockRow): number {
  return categories.indexOf(item.category)
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
