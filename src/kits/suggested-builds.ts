// What to build, kit after kit: what the first is made of is gone for the second. Pure.
import { kitsPossible, type Recipe, type RecipeLine } from '#src/catalog/recipes.ts'

export type SuggestedBuild = {
  readonly recipe: Recipe
  /** Kits the components allow, if nothing else were built; and what allows the fewest. */
  readonly possible: number
  readonly limitedBy: RecipeLine | null
  /** Kits they still allow after the builds suggested before this one. */
  readonly possibleThen: number
  /** Enough for two rounds of every par list, or as many as can be built by then. */
  readonly suggested: number
}

type Stock = {
  /** Base units that can be used. */
  readonly usable: (itemId: number) => number
  /** What the par lists hold of it together. */
  readonly par: (itemId: number) => number
}

/** A suggestion for each recipe, in the order given: all of them can be followed, one after the other. */
export function suggestedBuilds(
  recipes: readonly Recipe[],
  { usable, par }: Stock,
): SuggestedBuild[] {
  const used = new Map<number, number>()
  const left = (itemId: number) => usable(itemId) - (used.get(itemId) ?? 0)
  return recipes.map((recipe) => {
    const { kits: possible, limitedBy } = kitsPossible(recipe.lines, usable)
    const { kits: possibleThen } = kitsPossible(recipe.lines, left)
    const wanted = 2 * par(recipe.kitId) - usable(recipe.kitId)
    const suggested = Math.max(0, Math.min(possibleThen, wanted))
    for (const { componentId, quantity } of recipe.lines) {
      used.set(componentId, (used.get(componentId) ?? 0) + suggested * quantity)
    }
    return { recipe, possible, limitedBy, possibleThen, suggested }
  })
}
