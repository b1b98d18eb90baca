import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { itemChoices } from '#src/catalog/items.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { Stocktakes } from '#views/stocktakes/index.tsx'
import { ShowStocktake } from '#views/stocktakes/show.tsx'
import { countsForm, startForm } from './form.ts'
import { postStocktake } from './post-stocktake.ts'
import { countablePlaces, sheetLines, stocktakeById, stocktakes } from './queries.ts'
import { saveCounts } from './save-counts.ts'
import { sheetRows } from './sheet-rows.ts'
import { startStocktake } from './start-stocktake.ts'

export const stocktakesRoutes = new Hono<Env>()
  .get('/stocktakes', (c) => listed(c, blank, 200))

  .post('/stocktakes', async (c) => {
    const form = await readForm(c, startForm)
    if (!form.ok) return listed(c, form, 422)
    const started = await save(
      c,
      form.values,
      (tx, recording) => startStocktake(tx, form.values.placeId, recording),
      () => null,
    )
    if (started instanceof Refusal) {
      return listed(c, { ...form, problems: problemsOfRefusal(started, c.var.say) }, 422)
    }
    return c.redirect(`/stocktakes/${started.stocktakeId}`, 303)
  })

  .get('/stocktakes/:id', (c) => sheet(c, blank, 200))

  .post('/stocktakes/:id/lines', async (c) => {
    const items = await c.var.app.database.read(itemChoices)
    const form = await readForm(c, countsForm(items))
    if (!form.ok) return sheet(c, form, form.status)
    const content = { ...form.values, stocktakeId: idOf(c) }
    const saved = await save(
      c,
      content,
      (tx) => saveCounts(tx, content.stocktakeId, form.values),
      () => null,
    )
    if (saved instanceof Refusal) {
      return sheet(c, { ...form, problems: problemsOfRefusal(saved, c.var.say) }, 422)
    }
    return c.redirect(`/stocktakes/${content.stocktakeId}`, 303)
  })

  .post('/stocktakes/:id/posting', async (c) => {
    const form = await readForm(c, buttonForm)
    if (!form.ok) return sheet(c, form, 422)
    const content = { ...form.values, stocktakeId: idOf(c) }
    const posted = await save(
      c,
      content,
      (tx, recording) => postStocktake(tx, content.stocktakeId, recording),
      ({ entryId }) => `/entries/${entryId}/reversal`,
    )
    if (posted instanceof Refusal) {
      return sheet(c, { typed: {}, problems: problemsOfRefusal(posted, c.var.say) }, 422)
    }
    return c.redirect(`/stocktakes/${content.stocktakeId}`, 303)
  })

async function listed(c: C, filled: Filled, status: 200 | 422) {
  const lists = await c.var.app.database.read(async (db) => ({
    stocktakes: await stocktakes(db, { before: beforeOf(c), size: pageSize }),
    places: await countablePlaces(db),
  }))
  return render(c, <Stocktakes filled={filled} {...lists} />, status)
}

async function sheet(c: C, filled: Filled, status: 200 | 422) {
  const found = await c.var.app.database.read(async (db) => {
    const count = await stocktakeById(db, idOf(c))
    if (!count) return null
    const rows = sheetRows(await sheetLines(db, count.id, count.place.id))
    return { count, rows, items: await itemChoices(db) }
  })
  return found ? render(c, <ShowStocktake filled={filled} {...found} />, status) : c.notFound()
}
