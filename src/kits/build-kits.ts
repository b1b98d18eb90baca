import { and, eq, like } from 'drizzle-orm'
import { builtInPlace, stockroomOf } from '#src/catalog/places.ts'
import { allRecipes, type Recipe, recipesInForce } from '#src/catalog/recipes.ts'
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, lot, lotComponent } from '#src/db/schema/index.ts'
import { type LotInPlace, lotsIn } from '#src/ledger/on-hand.ts'
import { pick } from '#src/ledger/pick.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { BuildForm } from './form.ts'

type Used = { readonly itemId: number; readonly lotId: number; readonly quantity: number }

/**
 * Builds kits in a stockroom: components by FEFO → assembly → one new kit lot, which knows its recipe,
 * its component lots and the earliest of their dates.
 * @throws Refusal `noRecipe`, `short` naming the component, `notFound`
 */
export async function buildKits(tx: Tx, kitId: number, form: BuildForm, recording: Recording) {
  const place = await stockroomOf(tx, form.placeId, 'placeId')
  const assembly = await builtInPlace(tx, 'assembly')
  const recipe = recipesInForce(await allRecipes(tx), recording.today).get(kitId)
  if (!recipe) return refuse('noRecipe', {})
  const itemIds = recipe.lines.map(({ componentId }) => componentId)
  const lots = await lotsIn(tx, { locationId: place.id, itemIds })
  const { used, short } = componentsFor(recipe, form.quantity, lots, recording.today)
  if (short) return refuseShort(tx, short, place)

  const kitLotId = await newKitLot(tx, recipe, { used, lots, day: recording.today })
  const kit = { itemId: kitId, lotId: kitLotId, quantity: form.quantity }
  const movements: Movement[] = [
    ...used.map((each) => ({ ...each, fromId: place.id, toId: assembly.id })),
    { ...kit, fromId: assembly.id, toId: place.id },
  ]
  const heading = { kind: 'build', happenedOn: recording.today } as const
  return { kitLotId, entryId: await post(tx, heading, movements, recording) }
}

type Short = { readonly componentId: number; readonly available: number; readonly wanted: number }

function componentsFor(recipe: Recipe, kits: number, lots: readonly LotInPlace[], day: Day) {
  const used: Used[] = []
  for (const { componentId, quantity: each } of recipe.lines) {
    const own = lots.filter(({ itemId }) => itemId === componentId)
    const wanted = kits * each
    const { picks, short } = pick(own, { quantity: wanted, day })
    if (short > 0) return { used, short: { componentId, available: wanted - short, wanted } }
    used.push(...picks.map((picked) => ({ itemId: componentId, ...picked })))
  }
  return { used, short: null }
}

type Named = { readonly nameFr: string | null; readonly nameEn: string | null }

async function refuseShort(tx: Tx, { componentId, available, wanted }: Short, place: Named) {
  const [component] = await tx.select().from(item).where(eq(item.id, componentId))
  if (!component) throw new Error(`no item ${componentId}`)
  return refuse('kitShort', { item: component, place, available, wanted }, 'quantity')
}

type Ingredients = {
  readonly used: readonly Used[]
  readonly lots: readonly LotInPlace[]
  readonly day: Day
}

async function newKitLot(tx: Tx, recipe: Recipe, { used, lots, day }: Ingredients) {
  const usedIds = new Set(used.map(({ lotId }) => lotId))
  const dates = lots.flatMap(({ lotId, expiresOn, expiry }) =>
    usedIds.has(lotId) && expiresOn && expiry !== 'none' ? [expiresOn] : [],
  )
  const [made] = await tx
    .insert(lot)
    .values({
      ...{ itemId: recipe.kitId, kind: 'real', recipeId: recipe.id },
      code: await newCode(tx, recipe.kitId, day),
      expiresOn: dates.toSorted()[0] ?? null,
    })
    .returning({ id: lot.id })
  if (!made) throw new Error('the database returned no lot')
  const components = used.map(({ lotId, quantity }) => ({
    ...{ kitLotId: made.id, componentLotId: lotId, quantity },
  }))
  await tx.insert(lotComponent).values(components)
  return made.id
}

/** K-2026-11-23, then K-2026-11-23-2: the day is what a person can check on the shelf. */
async function newCode(tx: Tx, kitId: number, day: Day): Promise<string> {
  const ofDay = await tx
    .select({ code: lot.code })
    .from(lot)
    .where(and(eq(lot.itemId, kitId), like(lot.code, `K-${day}%`)))
  const taken = new Set(ofDay.map(({ code }) => code))
  // A code may have been corrected by hand: the next number is one that is free.
  let code = `K-${day}`
  for (let number = 2; taken.has(code); number += 1) code = `K-${day}-${number}`
  return code
}
