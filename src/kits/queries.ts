import { asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { builtInPlace, placesOf } from '#src/catalog/places.ts'
import { allRecipes, kitsPossible, type Recipe, recipesInForce } from '#src/catalog/recipes.ts'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { item, lot, parLine } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { isUsable } from '#src/ledger/pick.ts'

const named = {
  ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
  ...{ unitFr: item.unitFr, unitEn: item.unitEn },
}

/**
 * Each kit in use: how many can be built in the main stockroom, and what runs out first; and the items
 * that could become kits, having no recipe yet.
 */
export async function kits(db: Db, day: Day) {
  const central = await builtInPlace(db, 'central')
  const recipes = await allRecipes(db)
  const inForce = recipesInForce(recipes, day)
  const items = await db
    .select({ ...named, tracking: item.tracking })
    .from(item)
    .where(isNull(item.retiredOn))
    .orderBy(asc(item.code))
  const usable = await usableIn(db, central.id, day)
  const pars = await parSums(db)
  const byId = new Map(items.map((each) => [each.id, each]))
  const kits = items.flatMap((kit) => {
    const recipe = inForce.get(kit.id)
    if (!recipe) return []
    const { kits: possible, limitedBy } = kitsPossible(recipe.lines, usable)
    const onHand = usable(kit.id)
    const wanted = 2 * (pars.get(kit.id) ?? 0) - onHand
    return [
      {
        ...{ kit, recipe, possible, onHand },
        /** Enough for two rounds of every par list, or as many as can be built. */
        suggested: Math.max(0, Math.min(possible, wanted)),
        limitedBy: limitedBy && {
          item: byId.get(limitedBy.componentId) ?? null,
          usable: usable(limitedBy.componentId),
        },
      },
    ]
  })
  const known = new Set(recipes.map(({ kitId }) => kitId))
  const others = items.filter(({ id, tracking }) => tracking === 'exact' && !known.has(id))
  return { kits, others }
}

export type KitRow = Awaited<ReturnType<typeof kits>>['kits'][number]
export type ItemWithoutRecipe = Awaited<ReturnType<typeof kits>>['others'][number]

/** One kit: its versions, latest first, with what each component has; null for an item that is none. */
export async function kitById(db: Db, kitId: number, day: Day) {
  const [kit] = await db.select(named).from(item).where(eq(item.id, kitId))
  if (!kit) return null
  const recipes = (await allRecipes(db)).filter((each) => each.kitId === kitId)
  const central = await builtInPlace(db, 'central')
  const usable = await usableIn(db, central.id, day)
  const inForce = recipesInForce(recipes, day).get(kitId) ?? null
  const components = await namesOf(db, recipes)
  const { kits: possible, limitedBy } = kitsPossible(inForce?.lines ?? [], usable)
  const pars = await parSums(db)
  return {
    ...{ kit, inForce, possible, limitedBy, components },
    onHand: usable(kitId),
    suggested: Math.max(0, Math.min(possible, 2 * (pars.get(kitId) ?? 0) - usable(kitId))),
    usable: new Map(inForce?.lines.map((line) => [line.componentId, usable(line.componentId)])),
    versions: recipes.toReversed(),
    lots: await latestLots(db, kitId),
    places: await placesOf(db, 'stockroom'),
  }
}

export type Kit = NonNullable<Awaited<ReturnType<typeof kitById>>>

async function usableIn(db: Db, locationId: number, day: Day) {
  const sums = new Map<number, number>()
  for (const each of await lotsIn(db, { locationId })) {
    if (isUsable(each, day)) sums.set(each.itemId, (sums.get(each.itemId) ?? 0) + each.quantity)
  }
  return (itemId: number) => sums.get(itemId) ?? 0
}

async function parSums(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .select({ itemId: parLine.itemId, quantity: sql<number>`sum(${parLine.quantity})` })
    .from(parLine)
    .groupBy(parLine.itemId)
  return new Map(rows.map(({ itemId, quantity }) => [itemId, quantity]))
}

async function namesOf(db: Db, recipes: readonly Recipe[]) {
  const ids = recipes.flatMap(({ lines }) => lines.map(({ componentId }) => componentId))
  if (ids.length === 0) return new Map<number, never>()
  const rows = await db.select(named).from(item).where(inArray(item.id, ids))
  return new Map(rows.map((each) => [each.id, each]))
}

/** The last lots built, with the version they were built by. */
async function latestLots(db: Db, kitId: number) {
  return db
    .select({ id: lot.id, code: lot.code, expiresOn: lot.expiresOn, recipeId: lot.recipeId })
    .from(lot)
    .where(sql`${lot.itemId} = ${kitId} and ${lot.recipeId} is not null`)
    .orderBy(desc(lot.id))
    .limit(10)
}
