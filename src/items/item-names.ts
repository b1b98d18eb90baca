// A person finds an item by its code or either name, so no two items in use may answer to one word.
import { eq, sql } from 'drizzle-orm'
import { folded } from '#src/catalog/items.ts'
import { add } from '#src/db/amend.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { family, item, location } from '#src/db/schema/index.ts'
import type { Named } from '#src/messages/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

type Answering = Named & { readonly code: string }

/** @throws Refusal `codeTaken` at the code or name that another item has */
export async function refuseTaken(db: Db, wanted: Answering, ownId: number | null) {
  const others = await db
    .select({
      ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
      isRetired: sql<number>`${item.retiredOn} is not null`,
    })
    .from(item)
  for (const other of others) {
    if (other.id === ownId) continue
    const words = other.isRetired ? [other.code] : [other.code, other.nameFr, other.nameEn]
    const taken = new Set(words.flatMap((word) => (word === null ? [] : [folded(word)])))
    for (const field of other.isRetired
      ? (['code'] as const)
      : (['code', 'nameFr', 'nameEn'] as const)) {
      const word = wanted[field]
      if (word === null || !taken.has(folded(word))) continue
      refuse('codeTaken', { other, isRetired: other.isRetired === 1 }, field)
    }
  }
}

/** The family of this name, made when it is new; null for none. */
export async function familyNamed(
  tx: Tx,
  name: string | null,
  recording: Recording,
): Promise<number | null> {
  if (name === null) return null
  const families = await tx.select().from(family)
  const found = families.find(({ nameFr, nameEn }) =>
    [nameFr, nameEn].some((each) => each !== null && folded(each) === folded(name)),
  )
  return found?.id ?? (await add(tx, family, { nameFr: name }, recording)).id
}

/** Where an item is planned for: par lists, and kits by their latest recipe. */
export async function usesOf(db: Db, itemId: number) {
  const places = await db
    .select({ nameFr: location.nameFr, nameEn: location.nameEn, kind: location.kind })
    .from(location)
    .where(
      sql`${location.id} in (select location_id from par_line where item_id = ${itemId}) and ${location.retiredOn} is null`,
    )
  const kits = await db
    .select({ nameFr: item.nameFr, nameEn: item.nameEn })
    .from(item)
    .where(
      sql`${item.retiredOn} is null and ${item.id} in (
        select recipe.kit_id from recipe join recipe_line on recipe_line.recipe_id = recipe.id
        where recipe_line.component_id = ${itemId} and not exists (
          select 1 from recipe as later where later.kit_id = recipe.kit_id and later.number > recipe.number))`,
    )
  return { places, kits }
}

/** @throws Refusal `itemInUse` at `field`, naming the lists and kits of `kinds` that have it */
export async function refuseInUse(
  db: Db,
  { itemId, field, bagsOnly }: { itemId: number; field: string | null; bagsOnly: boolean },
) {
  const uses = await usesOf(db, itemId)
  const places = bagsOnly ? uses.places.filter(({ kind }) => kind === 'bag') : uses.places
  const kits = bagsOnly ? [] : uses.kits
  if (places.length === 0 && kits.length === 0) return
  const [named] = await db
    .select({ nameFr: item.nameFr, nameEn: item.nameEn })
    .from(item)
    .where(eq(item.id, itemId))
  if (named) refuse('itemInUse', { item: named, places, kits }, field)
}
