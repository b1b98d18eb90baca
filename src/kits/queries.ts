import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { builtInPlace, placesOf } from '#src/catalog/places.ts'
import { allRecipes, kitsPossible, type Recipe, recipesInForce } from '#src/catalog/recipes.ts'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { item, lot, parLine } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { isUsable } from '#src/ledger/pick.ts'
import { suggestedBuilds } from './suggested-builds.ts'

const named = {
  ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
  ...{ unitFr: item.unitFr, unitEn: item.unitEn },
}

/**
 * Each kit in use: how many can be built in the main stockroom, and what runs out first; and the items
 * that could become kits, having no recipe yet.
 */
export async function kits(db: Db, day: Day) {
  const { items, recipes, usable, builds } = await workshop(db, day)
  const byId = new Map(items.map((each) => [each.id, each]))
  const kits = items.flatMap((kit) => {
    const build = builds.get(kit.id)
    if (!build) return []
    const { limitedBy } = build
    return [
      {
        ...{ kit, ...build, onHand: usable(kit.id) },
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

/** What there is to build from, and what to build of each kit that is in use. */
async function workshop(db: Db, day: Day) {
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
  const inOrder = items.flatMap(({ id }) => inForce.get(id) ?? [])
  const builds = suggestedBuilds(inOrder, { usable, par: (id) => pars.get(id) ?? 0 })
  return {
    ...{ items, recipes, inForce, usable },
    builds: new Map(builds.map((build) => [build.recipe.kitId, build])),
  }
}

/** One kit: its versions, latest first, with what each component has; null for an item that is none. */
export async function kitById(db: Db, kitId: number, day: Day) {
  const [kit] = await db.select(named).from(item).where(eq(item.id, kitId))
  if (!kit) return null
  const { recipes, inForce, usable, builds } = await workshop(db, day)
  const versions = recipes.filter((each) => each.kitId === kitId)
  const recipe = inForce.get(kitId) ?? null
  const { kits: possible, limitedBy } = kitsPossible(recipe?.lines ?? [], usable)
  return {
    ...{ kit, inForce: recipe, possible, limitedBy },
    components: await namesOf(db, versions),
    onHand: usable(kitId),
    suggested: builds.get(kitId)?.suggested ?? 0,
    usable: new Map(recipe?.lines.map((line) => [line.componentId, usable(line.componentId)])),
    versions: versions.toReversed(),
    lots: await latestBuilds(db, kitId),
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

// The first thing that ever moved of a kit lot is its build.
const build = sql`(select id from movement where movement.lot_id = ${lot.id} order by id limit 1)`

// A build that was taken back, and put back, and so on: its signs add up to one while it stands.
const stands = sql<number>`(
  with recursive chain (id, sign) as (
    select entry.id, entry.sign from movement join entry on entry.id = movement.entry_id
      where movement.id = ${build}
    union all select entry.id, entry.sign from chain join entry on entry.reverses_id = chain.id)
  select coalesce(sum(sign), 0) from chain)`

/** The last lots built: how many, what is left of them anywhere, and the version they were built by. */
async function latestBuilds(db: Db, kitId: number) {
  return db
    .select({
      ...{ id: lot.id, code: lot.code, expiresOn: lot.expiresOn, recipeId: lot.recipeId },
      built: sql<number>`(select quantity from movement where movement.id = ${build})`,
      left: sql<number>`(select coalesce(sum(quantity), 0) from on_hand
        where on_hand.lot_id = lot.id)`,
      stands,
    })
    .from(lot)
    .where(and(eq(lot.itemId, kitId), isNotNull(lot.recipeId)))
    .orderBy(desc(lot.id))
    .limit(10)
}
