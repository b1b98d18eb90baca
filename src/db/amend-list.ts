// Rows that people edit as one thing, such as a par list: replaced whole, and logged whole.
import { eq, type InferInsertModel } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { lastChangeId, log } from './change-log.ts'
import type { Tx } from './gate.ts'
import {
  firstVisitLine,
  itemSupply,
  orderLine,
  parLine,
  routeStop,
  servicePattern,
  supplierTerms,
} from './schema/index.ts'

/** The tables that are lists, with the column that says whose; the calendar is one list for all. */
const lists = {
  par_line: { table: parLine, owner: parLine.locationId },
  item_supply: { table: itemSupply, owner: itemSupply.itemId },
  order_line: { table: orderLine, owner: orderLine.orderId },
  supplier_terms: { table: supplierTerms, owner: supplierTerms.supplierId },
  service_pattern: { table: servicePattern, owner: null },
  route_stop: { table: routeStop, owner: routeStop.routeId },
  first_visit_line: { table: firstVisitLine, owner: null },
} satisfies Record<string, { table: SQLiteTable; owner: SQLiteColumn | null }>

export type ListName = keyof typeof lists
export type ListRow<Name extends ListName> = InferInsertModel<(typeof lists)[Name]['table']>

/** Whose list it is, and the last change of it that the person saw (`lastChangeId`). */
export type ListEdit<Name extends ListName> = {
  readonly name: Name
  readonly ownerId: number
  readonly seen: number
  readonly rows: readonly ListRow<Name>[]
}

/** The one calendar's id in the log. */
export const wholeList = 1

/**
 * Puts new rows in the place of all that were there, and logs both.
 * @returns the id of the change, for its undo
 * @throws Refusal `stale` when somebody else was faster
 */
export async function amendList<Name extends ListName>(
  tx: Tx,
  { name, ownerId, seen, rows }: ListEdit<Name>,
  recording: Recording,
): Promise<number> {
  if ((await lastChangeId(tx, name, ownerId)) !== seen) return refuse('stale', {})
  const { table, owner }: { table: SQLiteTable; owner: SQLiteColumn | null } = lists[name]
  const before = await tx
    .delete(table)
    .where(owner ? eq(owner, ownerId) : undefined)
    .returning()
  if (rows.length > 0) await tx.insert(table).values([...rows])
  const change = {
    ...{ tableName: name, rowId: ownerId },
    before: { rows: before.map(withoutKeys) },
    after: { rows },
  }
  return log(tx, change, recording)
}

export function isListName(name: string): name is ListName {
  return name in lists
}

/** Rows get new ids and versions each time: neither says anything of what the list holds. */
function withoutKeys(row: object): object {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name !== 'id' && name !== 'version'),
  )
}
