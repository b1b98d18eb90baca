import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { folded } from '#src/catalog/items.ts'
import type { Db } from '#src/db/gate.ts'
import { family, item, itemSupply, location, pack } from '#src/db/schema/index.ts'

type Pack = typeof pack.$inferSelect

/** The catalogue by category, with packs in use; `words` are looked for in codes, names, families. */
export async function catalogue(
  db: Db,
  { words, withRetired }: { readonly words: string; readonly withRetired: boolean },
) {
  const rows = await db
    .select({ item, family, pack })
    .from(item)
    .leftJoin(family, eq(family.id, item.familyId))
    .leftJoin(pack, and(eq(pack.itemId, item.id), isNull(pack.retiredOn)))
    .where(withRetired ? undefined : isNull(item.retiredOn))
    .orderBy(asc(item.code), asc(pack.size))
  const found = new Map<number, (typeof rows)[number]['item'] & CatalogueRow>()
  for (const row of rows) {
    const known = found.get(row.item.id) ?? { ...row.item, family: row.family, packs: [] }
    found.set(row.item.id, known)
    if (row.pack) known.packs.push(row.pack)
  }
  const wanted = folded(words)
  return [...found.values()].filter(({ code, nameFr, nameEn, family: of }) =>
    [code, nameFr, nameEn, of?.nameFr, of?.nameEn].some(
      (word) => word && folded(word).includes(wanted),
    ),
  )
}

type CatalogueRow = { family: typeof family.$inferSelect | null; packs: Pack[] }

/** An item as it is edited, with all its packs and what is left of it anywhere; null without one. */
export async function itemById(db: Db, id: number) {
  const [found] = await db
    .select({
      item,
      family,
      onHand: sql<number>`(select coalesce(sum(quantity), 0) from on_hand where item_id = ${item.id})`,
      hasMoved: sql<number>`exists (select 1 from lot
        join movement on movement.lot_id = lot.id where lot.item_id = ${item.id})`,
    })
    .from(item)
    .leftJoin(family, eq(family.id, item.familyId))
    .where(eq(item.id, id))
  if (!found) return null
  const packs = await db.select().from(pack).where(eq(pack.itemId, id)).orderBy(asc(pack.size))
  return { ...found, hasMoved: found.hasMoved === 1, packs }
}

/** A pack with its item; null without one. */
export async function packById(db: Db, id: number) {
  const [found] = await db
    .select({ pack, item })
    .from(pack)
    .innerJoin(item, eq(item.id, pack.itemId))
    .where(eq(pack.id, id))
  return found ?? null
}

export async function families(db: Db) {
  return db.select().from(family).orderBy(asc(family.id))
}

/** Who supplies an item, the usual one first. */
export async function suppliesOf(db: Db, itemId: number) {
  return db
    .select()
    .from(itemSupply)
    .where(eq(itemSupply.itemId, itemId))
    .orderBy(asc(itemSupply.id))
}

/** Suppliers in use, and those this item still names. */
export async function suppliersFor(db: Db, itemId: number) {
  return db
    .select({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(location)
    .where(
      sql`${location.role} = 'supplier' and (${location.retiredOn} is null
        or ${location.id} in (select supplier_id from item_supply where item_id = ${itemId}))`,
    )
    .orderBy(asc(location.id))
}
