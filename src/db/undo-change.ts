// Undo of an edit: the row or the list as it was before, as a new change.
import { eq } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { amend, bringBack, editable } from './amend.ts'
import { amendList, isListName, type ListName, type ListRow } from './amend-list.ts'
import { isDuplicate } from './errors.ts'
import type { Tx } from './gate.ts'
import { changeLog } from './schema/index.ts'

type Logged = typeof changeLog.$inferSelect

/**
 * @returns the id of the new change
 * @throws Refusal `stale` when it has changed again since, `notFound` when it was new, `undoTaken`
 *   when something else has the name or the code by now
 */
export async function undoChange(tx: Tx, changeId: number, recording: Recording): Promise<number> {
  const [change] = await tx.select().from(changeLog).where(eq(changeLog.id, changeId))
  if (!change?.before) return refuse('notFound', {})
  try {
    return await putBack(tx, change, JSON.parse(change.before), recording)
  } catch (error) {
    if (isDuplicate(error)) return refuse('undoTaken', {})
    throw error
  }
}

type Before = { readonly id: number; readonly version: number; readonly rows?: unknown }

async function putBack(tx: Tx, change: Logged, before: Before, recording: Recording) {
  const { tableName, rowId } = change
  const after: { version: number; removed?: true } = JSON.parse(change.after)
  if (isListName(tableName) && before.rows) {
    const rows = before.rows as ListRow<ListName>[]
    return amendList(tx, { name: tableName, ownerId: rowId, seen: change.id, rows }, recording)
  }
  const table = editable.find((each) => getTableConfig(each).name === tableName)
  if (!table) return refuse('notFound', {})
  if (after.removed) return bringBack(tx, table, { ...before, version: after.version }, recording)
  const { id: _, version: __, ...values } = before
  return amend(tx, table, { id: rowId, version: after.version }, values, recording)
}
