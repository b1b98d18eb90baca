import { type SQL, sql } from 'drizzle-orm'

/**
 * What belongs to a row, as a list within it: the rows of a subquery with one column `row`, a
 * json_object. One long value costs far less to bring over than a statement, or a row for each.
 */
export function jsonRows<T>(rows: SQL) {
  return sql<readonly T[]>`(select json_group_array(json(row)) from (${rows}))`.mapWith(
    (text: string): readonly T[] => JSON.parse(text),
  )
}
