import { Hono } from 'hono'
import { itemChoices } from '#src/catalog/items.ts'
import type { C, Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { render } from '#src/web/render.tsx'
import { Kits } from '#views/kits/index.tsx'
import { ShowKit } from '#views/kits/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { buildKits } from './build-kits.ts'
import { changeRecipe } from './change-recipe.ts'
import { buildForm, recipeForm } from './form.ts'
import { kitById, kits } from './queries.ts'

export const kitsRoutes = new Hono<Env>()
  .get('/kits', async (c) => {
    const { app, today } = c.var
    const list = await app.database.read((db) => kits(db, today))
    return render(c, <Kits {...list} />)
  })

  .get('/kits/:id', (c) => showKit(c, { build: blank, recipe: blank }, 200))

  .post('/kits/:id/builds', (c) =>
    posted(c, {
      schema: buildForm,
      command: (tx, form, recording) => buildKits(tx, idOf(c), form, recording),
      undo: ({ entryId }) => `/entries/${entryId}/reversal`,
      page: (build, status) => showKit(c, { build, recipe: blank }, status),
      next: () => `/kits/${idOf(c)}`,
    }),
  )

  .post('/kits/:id/recipes', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    return posted(c, {
      schema: recipeForm(items),
      command: (tx, form, recording) => changeRecipe(tx, idOf(c), form, recording),
      page: (recipe, status) => showKit(c, { build: blank, recipe }, status),
      next: () => `/kits/${idOf(c)}`,
    })
  })

type Forms = { readonly build: Filled; readonly recipe: Filled }

async function showKit(c: C, forms: Forms, status: 200 | 422) {
  const { app, today } = c.var
  const found = await app.database.read(async (db) => ({
    kit: await kitById(db, idOf(c), today),
    items: await itemChoices(db),
  }))
  if (!found.kit) return c.notFound()
  return render(c, <ShowKit kit={found.kit} items={found.items} {...forms} />, status)
}
