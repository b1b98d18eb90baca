// Editable rows: a version that catches two people at once, and a log of every change, whole before
// and after, from which a change can be undone.
import { and, eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { Tx } from './gate.ts'
import {
  changeLog,
  family,
  item,
  itemSupply,
  location,
  lot,
  order,
  pack,
  person,
  serviceException,
  setting,
  visit,
} from './schema/index.ts'

type Editable = SQLiteTable & { readonly id: SQLiteColumn; readonly version: SQLiteColumn }

const editable: readonly Editable[] = [
  ...[family, item, itemSupply, location, lot, order, pack, person],
  ...[serviceException, setting, visit],
]

// Never in the log: it is read by more people than the row is.
const secrets = new Set(['passwordHash'])

/** Adds a row and logs it. @returns the row */
export async function add<Table extends Editable>(
  tx: Tx,
  table: Table,
  values: InferInsertModel<Table>,
  recording: Recording,
): Promise<InferSelectModel<Table>> {
  const [row] = (await tx.insert(table).values(values).returning()) as InferSelectModel<Table>[]
  if (!row) throw new Error('the database returned no row')
  await log(tx, table, { before: null, after: row }, recording)
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
  return log(tx, table, { before, after }, recording)
}

/**
 * Puts a row back to what it was before a change, as a new change.
 * @throws Refusal `stale` when it has changed again since, `notFound` when it was new
 */
export async function undoChange(tx: Tx, changeId: number, recording: Recording): Promise<number> {
  const [change] = await tx.select().from(changeLog).where(eq(changeLog.id, changeId))
  const table = editable.find((each) => getTableConfig(each).name === change?.tableName)
  if (!change?.before || !table) return refuse('notFound', {})
  const after: { version: number } = JSON.parse(change.after)
  const { id: _, version: __, ...before } = JSON.parse(change.before)
  return amend(tx, table, { id: change.rowId, version: after.version }, before, recording)
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

async function log(
  tx: Tx,
  table: Editable,
  { before, after }: { before: object | null; after: object },
  recording: Recording,
): Promise<number> {
  const [logged] = await tx
    .insert(changeLog)
    .values({
      tableName: getTableConfig(table).name,
      rowId: (after as { id: number }).id,
      personId: recording.personId,
      changedAt: recording.at,
      before: before && withoutSecrets(before),
      after: withoutSecrets(after),
    })
    .returning({ id: changeLog.id })
  return logged?.id ?? 0
}

function withoutSecrets(row: object): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).filter(([name]) => !secrets.has(name))),
  )
}
