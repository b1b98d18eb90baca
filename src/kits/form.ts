import { z } from 'zod'
import type { ItemChoice } from '#src/catalog/items.ts'
import { lineForm } from '#src/catalog/line-form.ts'
import { id, lines, quantity, requestId } from '#src/fields.ts'

export const buildForm = z.strictObject({
  requestId: requestId(),
  placeId: id(),
  quantity: quantity(),
})

export type BuildForm = z.output<typeof buildForm>

/** A new version of a recipe: components and base units in one kit. */
export const recipeForm = (items: readonly ItemChoice[]) =>
  z.strictObject({
    requestId: requestId(),
    lines: lines(lineForm(items), { max: 40, prefilled: ['pack'] }),
  })

export type RecipeForm = z.output<ReturnType<typeof recipeForm>>
