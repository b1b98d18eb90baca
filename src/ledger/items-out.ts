// What left for good, by month: an item by itself and as a piece of kits. Reads the rollups and never the movements:
// a report costs what its period holds. Base units; what was taken back is deducted.
import { between, sql } from 'drizzle-orm'
import { allRecipes, explode, type Recipe, recipesInForce } from '#src/catalog/recipes.ts'
import { type Day, monthOf } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { consumptionByDay, kitUseByDay } from '#src/db/schema/index.ts'
import type { Span } from './consumption.ts'

/** Of one item in one month, 'YYYY-MM'. */
export type ItemOut = {
  readonly itemId: number
  readonly month: string
  /** Given by itself; of a kit, the kits. */
  readonly alone: number
  /** The pieces of it in kits that were given. */
  readonly inKits: number
}

/**
 * Every item that reached a venue, month by month, kits and their pieces both. A kit is taken apart by the
 * recipe of its lot; where nobody knows the lot, by the recipe in force that day. Two statements.
 */
export async function itemsOut(db: Db, span: Span) {
  const recipes = await allRecipes(db)
  const uses = await usesIn(db, span)
  const kits = [...new Set(recipes.map(({ kitId }) => kitId))]
  return { kits, out: summed(uses, recipes) }
}

type Use = {
  readonly what: 'item' | 'recipe'
  readonly id: number
  /** A day for a kit, else a month. */
  readonly at: Day | string
  readonly quantity: number
}

// Item by item, because that is how its days are found.
async function usesIn(db: Db, { from, to }: Span) {
  return db.all<Use>(sql`
    select 'item' as what, item_id as id,
      iif(item_id in (select kit_id from recipe), day, substr(day, 1, 7)) as at, sum(quantity) as quantity
    from ${consumptionByDay}
    where item_id in (select id from item) and ${between(consumptionByDay.day, from, to)}
    group by 2, 3
    union all
    select 'recipe', recipe_id, day, quantity
    from ${kitUseByDay} where ${between(kitUseByDay.day, from, to)}`)
}

function summed(uses: readonly Use[], recipes: readonly Recipe[]): ItemOut[] {
  const sums = new Map<string, { itemId: number; month: string; alone: number; inKits: number }>()
  const at = (itemId: number, day: Day | string) => {
    const key = `${itemId} ${monthOf(day)}`
    const known = sums.get(key) ?? { itemId, month: monthOf(day), alone: 0, inKits: 0 }
    sums.set(key, known)
    return known
  }
  for (const { what, id, at: day, quantity } of uses) {
    if (what === 'item') at(id, day).alone += quantity
  }
  for (const { day, kitId, recipe, quantity } of kitsBy(uses, recipes)) {
    const inForce = new Map([...recipesInForce(recipes, day), [kitId, recipe]])
    for (const [piece, count] of explode(inForce, kitId, quantity)) at(piece, day).inKits += count
  }
  return [...sums.values()]
}

type KitUse = {
  readonly day: Day
  readonly kitId: number
  readonly recipe: Recipe
  readonly quantity: number
}

/** By the recipe of the lot, and what is left of the day by the recipe in force. */
function kitsBy(uses: readonly Use[], recipes: readonly Recipe[]): KitUse[] {
  const byId = new Map(recipes.map((recipe) => [recipe.id, recipe]))
  const isKit = new Set(recipes.map(({ kitId }) => kitId))
  const known = new Map<string, number>()
  const found: KitUse[] = []
  for (const { what, id, at: day, quantity } of uses) {
    const recipe = what === 'recipe' ? byId.get(id) : undefined
    if (!recipe) continue
    const key = `${recipe.kitId} ${day}`
    known.set(key, (known.get(key) ?? 0) + quantity)
    found.push({ day, kitId: recipe.kitId, recipe, quantity })
  }
  for (const { what, id, at: day, quantity } of uses) {
    if (what !== 'item' || !isKit.has(id)) continue
    const recipe = recipesInForce(recipes, day).get(id)
    const rest = quantity - (known.get(`${id} ${day}`) ?? 0)
    if (recipe && rest !== 0) found.push({ day, kitId: id, recipe, quantity: rest })
  }
  return found
}
