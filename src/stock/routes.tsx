import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { placesOf } from '#src/catalog/places.ts'
import { categories, streams } from '#src/db/schema/index.ts'
import { observe, takeBackObservation } from '#src/ledger/observe.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { mayOpen } from '#src/web/guard.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm, readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { EntriesOfItem } from '#views/stock/entries.tsx'
import { Stock } from '#views/stock/index.tsx'
import { RoughItem } from '#views/stock/rough.tsx'
import { ShowItem } from '#views/stock/show.tsx'
import { UnmetPage } from '#views/stock/unmet.tsx'
import { entriesOfItem, recentEntries } from './entries-of-item.ts'
import {
  cardQuery,
  entriesFilter,
  observationForm,
  stockFilter,
  unmetFilter,
  usualWeeks,
} from './form.ts'
import { type Card, type Item, itemCard } from './item-card.ts'
import { itemForWorker } from './item-for-worker.ts'
import { itemOfObservation, observationsOf } from './observations.ts'
import { inColumn, placeColumns } from './place-columns.ts'
import { stockByPlace } from './queries.ts'
import { filtered } from './stock-list.ts'
import { unmetOfItem, unmetUnits } from './unmet-of-item.ts'

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
      ...[words.total, words.aside, words.nextToExpire, say.reorder.columns.median],
    ]
    const cells = rows.map((row): Cell[] => [
      ...[row.item.code, say.name(row.item), say.common.categories[row.item.category]],
      say.unit(row.item),
      ...columns.map((column) => inColumn(row, column)),
      ...[
        row.total,
        row.aside,
        row.nextToExpire,
        row.lasting?.hasForecast ? row.lasting.lasts.median : null,
      ],
    ])
    return csv(c, `${words.file}-${c.var.today}`, header, cells)
  })

  .get('/items/:id', async (c) => {
    const card = await itemCard(c.var.asOf, idOf(c), readQuery(c, cardQuery).weeks)
    if (!card) return c.notFound()
    return card.item.tracking === 'rough' ? roughItem(c, card.item, blank, 200) : exactItem(c, card)
  })

  .get('/items/:id/entries', async (c) => {
    const item = await itemOf(c, idOf(c))
    if (!item) return c.notFound()
    const { donated: donatedSince } = readQuery(c, entriesFilter)
    const page = { before: beforeOf(c), size: pageSize, donatedSince }
    const entries = await c.var.app.database.read((db) => entriesOfItem(db, item.id, page))
    return render(c, <EntriesOfItem {...{ item, entries, donatedSince }} />)
  })

  .get('/items/:id/unmet', async (c) => {
    const item = await itemOf(c, idOf(c))
    if (!item) return c.notFound()
    const filter = readQuery(c, unmetFilter)
    const shown = await c.var.app.database.read(async (db) => ({
      facts: await unmetOfItem(db, item.id, { ...filter, size: pageSize }),
      units: await unmetUnits(db, item.id, filter),
    }))
    return render(c, <UnmetPage {...{ item, ...shown, filter, streams }} />)
  })

  .post('/items/:id/observations', async (c) => {
    const item = await itemOf(c, idOf(c))
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
    const form = await readForm(c, buttonForm)
    if (!form.ok) return c.notFound()
    const content = { ...form.values, observationId: id }
    const reversed = await save(
      c,
      content,
      (tx, recording) => takeBackObservation(tx, id, recording),
      () => null,
    )
    if (!(reversed instanceof Refusal)) return c.redirect(`/items/${reversed}`, 303)
    const item = await itemOf(c, await c.var.app.database.read((db) => itemOfObservation(db, id)))
    if (!item) return c.notFound()
    const problems = problemsOfRefusal(reversed, c.var.say)
    return roughItem(c, item, { typed: {}, problems }, 422)
  })

/** What is on hand, as the filters of the page and of the spreadsheet ask for it. */
async function wantedStock(c: C) {
  const filter = readQuery(c, stockFilter)
  const { today } = c.var
  const { places, rows } = await stockByPlace(c.var.asOf)
  const wanted = filtered(rows, filter, today)
  return { filter, places, rows: wanted, columns: placeColumns(places, wanted, filter.place) }
}

async function itemOf(c: C, id: number): Promise<Item | null> {
  const card = await itemCard(c.var.asOf, id, usualWeeks)
  return card?.item ?? null
}

async function exactItem(c: C, card: Card) {
  const { role, personId } = viewerOf(c)
  const { id } = card.item
  const isOffice = mayOpen(role, `/items/${id}/entries`)
  const office = isOffice ? { entries: await recentEntries(c.var.asOf, id) } : null
  const worker = isOffice ? null : await itemForWorker(c.var.asOf, id, personId)
  return render(c, <ShowItem {...{ card, office, worker }} />)
}

async function roughItem(c: C, item: Item, filled: Filled, status: 200 | 422) {
  const [observations, places] = await c.var.app.database.read(async (db) => [
    await observationsOf(db, item.id),
    await placesOf(db, 'stockroom'),
  ])
  return render(c, <RoughItem {...{ item, observations, places, filled }} />, status)
}
