// Kits and what they are made of. A recipe is never edited: a change is a new version.
import { asc, eq } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { recipe, recipeLine } from '#src/db/schema/index.ts'

export type Recipe = {
  readonly id: number
  readonly kitId: number
  readonly number: number
  readonly startsOn: Day
  readonly lines: readonly RecipeLine[]
}

/** Base units of a component in one kit. */
export type RecipeLine = { readonly componentId: number; readonly quantity: number }

/** Every version of every recipe, oldest first, in one statement. */
export async function allRecipes(db: Db): Promise<Recipe[]> {
  const rows = await db
    .select({ recipe, line: recipeLine })
    .from(recipe)
    .innerJoin(recipeLine, eq(recipeLine.recipeId, recipe.id))
    .orderBy(asc(recipe.kitId), asc(recipe.number), asc(recipeLine.componentId))
  const recipes = new Map<number, Recipe & { lines: RecipeLine[] }>()
  for (const row of rows) {
    const known = recipes.get(row.recipe.id) ?? { ...row.recipe, lines: [] }
    recipes.set(row.recipe.id, known)
    known.lines.push({ componentId: row.line.componentId, quantity: row.line.quantity })
  }
  return [...recipes.values()]
}

/** The recipe of each kit in force on a day: the latest version that has started. */
export function recipesInForce(recipes: readonly Recipe[], day: Day): Map<number, Recipe> {
  const started = recipes.filter(({ startsOn }) => startsOn <= day)
  return new Map(started.toSorted((a, b) => a.number - b.number).map((each) => [each.kitId, each]))
}

/** Kits that the components allow, and which component allows the fewest. */
export function kitsPossible(
  lines: readonly RecipeLine[],
  usable: (componentId: number) => number,
): { readonly kits: number; readonly limitedBy: RecipeLine | null } {
  let fewest = { kits: 0, limitedBy: null as RecipeLine | null }
  for (const line of lines) {
    const kits = Math.floor(Math.max(0, usable(line.componentId)) / line.quantity)
    if (!fewest.limitedBy || kits < fewest.kits) fewest = { kits, limitedBy: line }
  }
  return fewest
}

/**
 * Base units of each item in so many of a kit, kits inside kits taken apart too; an item without a
 * recipe is itself.
 */
export function explode(
  inForce: ReadonlyMap<number, Pick<Recipe, 'lines'>>,
  itemId: number,
  quantity: number,
): Map<number, number> {
  const lines = inForce.get(itemId)?.lines
  if (!lines) return new Map([[itemId, quantity]])
  const pieces = new Map<number, number>()
  for (const line of lines) {
    for (const [piece, count] of explode(inForce, line.componentId, quantity * line.quantity)) {
      pieces.set(piece, (pieces.get(piece) ?? 0) + count)
    }
  }
  return pieces
}

/** True when a kit of these components would, somewhere down, be made of itself. */
export function containsItself(
  inForce: ReadonlyMap<number, Pick<Recipe, 'lines'>>,
  kitId: number,
  componentIds: readonly number[],
): boolean {
  return componentIds.some(
    (id) =>
      id === kitId ||
      containsItself(
        inForce,
        kitId,
        (inForce.get(id)?.lines ?? []).map(({ componentId }) => componentId),
      ),
  )
}
