import { Hono } from 'hono'
import { itemChoices } from '#src/catalog/items.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
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

  .post('/kits/:id/builds', async (c) => {
    const form = await readForm(c, buildForm)
    if (!form.ok) return showKit(c, { build: form, recipe: blank }, 422)
    const content = { ...form.values, kitId: idOf(c) }
    const built = await save(
      c,
      content,
      (tx, recording) => buildKits(tx, content.kitId, form.values, recording),
      ({ entryId }) => `/entries/${entryId}/reversal`,
    )
    if (built instanceof Refusal) {
      const problems = problemsOfRefusal(built, c.var.say)
      return showKit(c, { build: { typed: form.typed, problems }, recipe: blank }, 422)
    }
    return c.redirect(`/kits/${content.kitId}`, 303)
  })

  .post('/kits/:id/recipes', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    const form = await readForm(c, recipeForm(items))
    if (!form.ok) return showKit(c, { build: blank, recipe: form }, form.status)
    const content = { ...form.values, kitId: idOf(c) }
    const changed = await save(
      c,
      content,
      (tx, recording) => changeRecipe(tx, content.kitId, form.values, recording),
      () => null,
    )
    if (changed instanceof Refusal) {
      const problems = problemsOfRefusal(changed, c.var.say)
      return showKit(c, { build: blank, recipe: { typed: form.typed, problems } }, 422)
    }
    return c.redirect(`/kits/${content.kitId}`, 303)
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
