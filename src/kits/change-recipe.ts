import { eq } from 'drizzle-orm'
import { allRecipes, containsItself, recipesInForce } from '#src/catalog/recipes.ts'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, lot, recipe, recipeLine } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { RecipeForm } from './form.ts'

/**
 * Gives a kit a new version of its recipe, from today on; what was built keeps the one it was built by.
 * The first version makes a kit of an item.
 * @throws Refusal `kitOfItself`, `componentTwice`, `notFound`
 */
export async function changeRecipe(tx: Tx, kitId: number, form: RecipeForm, recording: Recording) {
  const [kit] = await tx.select().from(item).where(eq(item.id, kitId))
  if (!kit || kit.tracking === 'rough') return refuse('notFound', {})
  const recipes = await allRecipes(tx)
  refuseCircle(recipesInForce(recipes, recording.today), kitId, form)
  refuseTwice(form)

  await followLots(tx, kit, recording)
  const versions = recipes.filter((each) => each.kitId === kitId).map(({ number }) => number)
  const [made] = await tx
    .insert(recipe)
    .values({ kitId, number: Math.max(0, ...versions) + 1, startsOn: recording.today })
    .returning({ id: recipe.id })
  if (!made) throw new Error('the database returned no recipe')
  const lines = form.lines.map(({ row }) => ({
    ...{ recipeId: made.id, componentId: row.item.id, quantity: row.quantity },
  }))
  await tx.insert(recipeLine).values(lines)
  return { recipeId: made.id }
}

/**
 * What is built has a lot, and the earliest date inside it: an item that had neither begins to have both.
 * Best before, without grace, because a kit that somebody gives may have no date.
 */
async function followLots(tx: Tx, kit: typeof item.$inferSelect, recording: Recording) {
  if (kit.expiry !== 'none') return
  const lots = kit.lots === 'none' ? 'date' : kit.lots
  await amend(tx, item, kit, { lots, expiry: 'best-before', graceDays: 0 }, recording)
  await tx.insert(lot).values({ itemId: kit.id, kind: 'unknown' }).onConflictDoNothing()
}

type InForce = Parameters<typeof containsItself>[0]

function refuseCircle(inForce: InForce, kitId: number, form: RecipeForm) {
  const circle = form.lines.find(({ row }) => containsItself(inForce, kitId, [row.item.id]))
  if (circle) refuse('kitOfItself', {}, `lines.${circle.index}.item`)
}

function refuseTwice({ lines }: RecipeForm) {
  const again = lines.find(({ row }, place) =>
    lines.slice(0, place).some((before) => before.row.item.id === row.item.id),
  )
  if (again) refuse('componentTwice', {}, `lines.${again.index}.item`)
}
