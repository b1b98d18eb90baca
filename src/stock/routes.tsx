import { Hono } from 'hono'
import { placesOf } from '#src/catalog/places.ts'
import { categories } from '#src/db/schema/index.ts'
import { Refusal } from '#src/refusal.ts'
import { mayOpen } from '#src/web/access.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm, readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { EntriesOfItem } from '#views/stock/entries.tsx'
import { Stock } from '#views/stock/index.tsx'
import { RoughItem } from '#views/stock/rough.tsx'
import { ShowItem } from '#views/stock/show.tsx'
import { entriesOfItem } from './entries-of-item.ts'
import { cardQuery, observationForm, reversalForm, stockFilter } from './form.ts'
import { coverOfItem, type Item, itemWithPacks, stockOfItem } from './item-card.ts'
import { itemOfObservation, observationsOf } from './observations.ts'
import { observe, takeBackObservation } from './observe.ts'
import { inColumn, placeColumns } from './place-columns.ts'
import { stockByPlace } from './queries.ts'
import { reorderOfItem } from './reorder-of-item.ts'
import { filtered } from './stock-list.ts'

const recent = 10

export const stockRoutes = new Hono<Env>()
  .get('/stock', async (c) => {
    const stock = await wantedStock(c)
    return render(c, <Stock {...stock} categories={categories} query={new URL(c.req.url).search} />)
  })

  .get('/stock.csv', async (c) => {
    const { stock: words, ...say } = c.var.say
    const { rows, columns } = await wantedStock(c)
    const header = [
      ...[words.code, say.common.item, words.category, say.common.unit],
      ...columns.map(({ place }) => (place ? say.name(place) : words.allBags)),
      ...[words.total, words.aside, words.nextToExpire, words.lasts],
    ]
    const cells = rows.map((row): Cell[] => [
      ...[row.item.code, say.name(row.item), say.common.categories[row.item.category]],
      say.unit(row.item),
      ...columns.map((column) => inColumn(row, column)),
      ...[row.total, row.aside, row.nextToExpire, row.cover && Math.round(row.cover.days)],
    ])
    return csv(c, `${words.file}-${c.var.today}`, header, cells)
  })

  .get('/items/:id', async (c) => {
    const item = await c.var.app.database.read((db) => itemWithPacks(db, idOf(c)))
    if (!item) return c.notFound()
    return item.tracking === 'rough' ? roughItem(c, item, blank, 200) : exactItem(c, item)
  })

  .get('/items/:id/entries', async (c) => {
    const id = idOf(c)
    const [item, entries] = await c.var.app.database.read(async (db) => [
      await itemWithPacks(db, id),
      await entriesOfItem(db, id, { before: beforeOf(c), size: pageSize }),
    ])
    return item ? render(c, <EntriesOfItem {...{ item, entries }} />) : c.notFound()
  })

  .post('/items/:id/observations', async (c) => {
    const item = await c.var.app.database.read((db) => itemWithPacks(db, idOf(c)))
    if (!item) return c.notFound()
    const form = await readForm(c, observationForm(c.var.today))
    if (!form.ok) return roughItem(c, item, form, 422)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => observe(tx, item.id, form.values, recording),
      (id) => `/observations/${id}/reversal`,
    )
    if (saved instanceof Refusal) {
      const { typed } = form
      return roughItem(c, item, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
    }
    return c.redirect(`/items/${item.id}`, 303)
  })

  .post('/observations/:id/reversal', async (c) => {
    const id = idOf(c)
    const form = await readForm(c, reversalForm)
    if (!form.ok) return c.notFound()
    const content = { ...form.values, observationId: id }
    const reversed = await save(
      c,
      content,
      (tx, recording) => takeBackObservation(tx, id, recording),
      () => null,
    )
    if (!(reversed instanceof Refusal)) return c.redirect(`/items/${reversed}`, 303)
    const item = await c.var.app.database.read(async (db) =>
      itemWithPacks(db, await itemOfObservation(db, id)),
    )
    if (!item) return c.notFound()
    const problems = problemsOfRefusal(reversed, c.var.say)
    return roughItem(c, item, { typed: {}, problems }, 422)
  })

/** What is on hand, as the filters of the page and of the spreadsheet ask for it. */
async function wantedStock(c: C) {
  const filter = readQuery(c, stockFilter)
  const { today } = c.var
  const { places, rows } = await c.var.app.database.read((db) => stockByPlace(db, today))
  const wanted = filtered(rows, filter, today)
  return { filter, places, rows: wanted, columns: placeColumns(places, wanted, filter.place) }
}

async function exactItem(c: C, item: Item) {
  const { weeks } = readQuery(c, cardQuery)
  const seesEntries = mayOpen(viewerOf(c).role, `/items/${item.id}/entries`)
  const seesAdvice = mayOpen(viewerOf(c).role, '/alerts')
  const { today } = c.var
  const shown = await c.var.app.database.read(async (db) => {
    const card = await stockOfItem(db, item, { today, weeks })
    const reorder = seesAdvice ? await reorderOfItem(db, item.id, today) : null
    return {
      ...{ card, reorder },
      cover: reorder ? null : await coverOfItem(db, card, today),
      entries: seesEntries
        ? await entriesOfItem(db, item.id, { before: null, size: recent })
        : null,
    }
  })
  return render(c, <ShowItem {...{ item, weeks, ...shown }} />)
}

async function roughItem(c: C, item: Item, filled: Filled, status: 200 | 422) {
  const [observations, places] = await c.var.app.database.read(async (db) => [
    await observationsOf(db, item.id),
    await placesOf(db, 'stockroom'),
  ])
  return render(c, <RoughItem {...{ item, observations, places, filled }} />, status)
}
