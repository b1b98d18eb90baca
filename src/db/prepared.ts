import type { Db } from './gate.ts'

/**
 * A query that is put together once for each connection and not at every call, where that would be
 * most of its cost. Its values are `sql.placeholder`s.
 */
export function prepared<Where extends Db, Query>(
  build: (db: Where) => Query,
): (db: Where) => Query {
  const built = new WeakMap<Where, Query>()
  return (db) => {
    const query = built.get(db) ?? build(db)
    built.set(db, query)
    return query
  }
}
