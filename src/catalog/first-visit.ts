// What a venue is offered at its first visit.
import { asc, eq } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { firstVisitLine, item } from '#src/db/schema/index.ts'

/** The list, in its order: base units. */
export async function firstVisitLines(db: Db) {
  return db
    .select({ item, quantity: firstVisitLine.quantity })
    .from(firstVisitLine)
    .innerJoin(item, eq(item.id, firstVisitLine.itemId))
    .orderBy(asc(firstVisitLine.position))
}
