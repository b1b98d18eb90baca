import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { binType, item } from '#src/db/schema/index.ts'

export type BinType = typeof binType.$inferSelect

/** Kinds of container with the item that new ones are, smallest first; retired ones on request. */
export async function binTypes(db: Db, { withRetired }: { readonly withRetired: boolean }) {
  return db
    .select({ type: binType, item: { nameFr: item.nameFr, nameEn: item.nameEn } })
    .from(binType)
    .leftJoin(item, eq(item.id, binType.itemId))
    .where(withRetired ? undefined : isNull(binType.retiredOn))
    .orderBy(asc(binType.capacityMl), asc(binType.id))
}

/** Null without one. */
export async function binTypeById(db: Db, id: number): Promise<BinType | null> {
  const [found] = await db.select().from(binType).where(eq(binType.id, id))
  return found ?? null
}

/** What a new container may be in stock: whatever is counted and is a container for sharps. */
export async function containerItems(db: Db) {
  return db
    .select({ id: item.id, nameFr: item.nameFr, nameEn: item.nameEn })
    .from(item)
    .where(and(eq(item.category, 'sharps'), eq(item.tracking, 'exact'), isNull(item.retiredOn)))
    .orderBy(asc(item.id))
}
