// Consumption as a table: items down, months or venues across, with sums. Pure.
import type { MonthlyUse } from '#src/ledger/consumption.ts'

type ItemName = {
  readonly id: number
  readonly nameFr: string | null
  readonly nameEn: string | null
  readonly unitFr: string | null
  readonly unitEn: string | null
  readonly category: string
}

export type UseRow<Item = ItemName> = {
  readonly item: Item
  /** Base units, a cell a column; 0 where nothing was given. */
  readonly cells: readonly number[]
  /** Base units a month, whatever the columns are. */
  readonly months: readonly number[]
  readonly total: number
}

export type UseTable = {
  readonly months: readonly string[]
  readonly rows: readonly UseRow[]
}

/**
 * One row an item that was given, in the order of `items`; `columnOf` names the column a use belongs
 * to. What was given and taken back again is no row.
 */
export function useRows<Item extends { readonly id: number }>(
  uses: readonly MonthlyUse[],
  {
    items,
    columns,
    months,
    columnOf,
  }: {
    readonly items: readonly Item[]
    readonly columns: readonly string[]
    readonly months: readonly string[]
    readonly columnOf: (use: MonthlyUse) => string
  },
): UseRow<Item>[] {
  const sums = new Map<string, number>()
  const add = (key: string, quantity: number) => sums.set(key, (sums.get(key) ?? 0) + quantity)
  for (const use of uses) {
    add(`${use.itemId}`, use.quantity)
    add(`${use.itemId} column ${columnOf(use)}`, use.quantity)
    add(`${use.itemId} month ${use.month}`, use.quantity)
  }
  return items
    .map((item) => ({
      item,
      cells: columns.map((column) => sums.get(`${item.id} column ${column}`) ?? 0),
      months: months.map((month) => sums.get(`${item.id} month ${month}`) ?? 0),
      total: sums.get(`${item.id}`) ?? 0,
    }))
    .filter(({ cells, total }) => total !== 0 || cells.some((cell) => cell !== 0))
}
