import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './gate.ts'

/**
 * What belongs to a row, as a list within it: the rows of a subquery with one column `row`, a
 * json_object. One long value costs far less to bring over than a statement, or a row for each.
 */
export function jsonRows<T>(rows: SQL) {
  return sql<readonly T[]>`(select json_group_array(json(row)) from (${rows}))`.mapWith(
    (text: string): readonly T[] => JSON.parse(text),
  )
}

/**
 * Rows as arrays of these columns, in no order. All come as one text: a third of what as many rows cost.
 * @param from 'from …', with its joins and conditions
 */
export async function arraysOf<T>(db: Db, columns: readonly string[], from: SQL): Promise<T[]> {
  const each = sql.raw(columns.join(', '))
  const [answer] = await db.all<{ rows: string }>(
    sql`select json_group_array(json_array(${each})) as rows ${from}`,
  )
  return JSON.parse(answer?.rows ?? '[]')
}
