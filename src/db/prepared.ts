import type { Db } from './gate.ts'

/**
 * A query that is put together once for each connection and not at every call, where that would be
 * most of its cost. Its values are `sql.placeholder`s.
 */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const built = new WeakMap<Db, Query>()
  return (db) => {
    const query = built.get(db) ?? build(db)
    built.set(db, query)
    return query
  }
}
