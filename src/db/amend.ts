// Editable rows: a version that catches two people at once, and a log of every change, whole before
// and after, from which undo-change.ts can undo it.
import { and, eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { log } from './change-log.ts'
import type { Tx } from './gate.ts'
import {
  bin,
  binType,
  cleanUp,
  family,
  item,
  itemSupply,
  location,
  lot,
  order,
  pack,
  plannedStop,
  route,
  serviceException,
  setting,
  snooze,
  visit,
} from './schema/index.ts'

export type Editable = SQLiteTable & { readonly id: SQLiteColumn; readonly version: SQLiteColumn }

/** The rows `undoChange` can put back. Not people: what an admin decided on who may do what is undone by no other role. */
export const editable: readonly Editable[] = [
  ...[family, item, itemSupply, location, lot, order, pack, snooze],
  ...[plannedStop, route, serviceException, setting, visit, binType, bin, cleanUp],
]

/** Adds a row and logs it. @returns the row */
export async function add<Table extends Editable>(
  tx: Tx,
  table: Table,
  values: InferInsertModel<Table>,
  recording: Recording,
): Promise<InferSelectModel<Table>> {
  const [row] = (await tx.insert(table).values(values).returning()) as InferSelectModel<Table>[]
  if (!row) throw new Error('the database returned no row')
  const { id } = row as { id: number }
  const tableName = getTableConfig(table).name
  await log(tx, { tableName, rowId: id, before: null, after: row }, recording)
  return row
}

/**
 * Changes a row that still has the version the person saw, and logs the change.
 * @returns the id of the change, for its undo
 * @throws Refusal `stale` when somebody else was faster, `notFound` when there is no such row
 */
export async function amend<Table extends Editable>(
  tx: Tx,
  table: Table,
  { id, version }: { readonly id: number; readonly version: number },
  changes: Partial<InferInsertModel<Table>>,
  recording: Recording,
): Promise<number> {
  const before = await rowOf(tx, table, id)
  if (!before) return refuse('notFound', {})
  const changed = { ...changes, version: version + 1 } as Partial<InferInsertModel<Table>>
  const [after] = (await tx
    .update(table)
    .set(changed)
    .where(and(eq(table.id, id), eq(table.version, version)))
    .returning()) as InferSelectModel<Table>[]
  if (!after) return refuse('stale', {})
  return log(tx, { tableName: getTableConfig(table).name, rowId: id, before, after }, recording)
}

/**
 * Takes a row away that still has the version the person saw; only for rows nothing refers to.
 * @returns the id of the change, for its undo
 * @throws Refusal `stale` when somebody else changed it, `notFound` when there is no such row
 */
export async function remove<Table extends Editable>(
  tx: Tx,
  table: Table,
  { id, version }: { readonly id: number; readonly version: number },
  recording: Recording,
): Promise<number> {
  const before = await rowOf(tx, table, id)
  if (!before) return refuse('notFound', {})
  if ((before as { version: number }).version !== version) return refuse('stale', {})
  await tx.delete(table).where(eq(table.id, id))
  const after = { id, version: version + 1, removed: true }
  return log(tx, { tableName: getTableConfig(table).name, rowId: id, before, after }, recording)
}

/** Undoes `remove`: the same row under the same id. @returns the id of the change */
export async function bringBack(
  tx: Tx,
  table: Editable,
  row: { readonly id: number; readonly version: number },
  recording: Recording,
): Promise<number> {
  await tx.insert(table as SQLiteTable).values(row)
  const tableName = getTableConfig(table).name
  return log(tx, { tableName, rowId: row.id, before: null, after: row }, recording)
}

async function rowOf<Table extends Editable>(
  tx: Tx,
  table: Table,
  id: number,
): Promise<InferSelectModel<Table> | undefined> {
  const rows = await tx
    .select()
    .from(table as SQLiteTable)
    .where(eq(table.id, id))
  return rows[0] as InferSelectModel<Table> | undefined
}
