import { Hono } from 'hono'
import { changesSince, listChangesSince } from '#src/catalog/changes.ts'
import { itemChoices } from '#src/catalog/items.ts'
import { placesOf } from '#src/catalog/places.ts'
import { lastChangeId } from '#src/db/change-log.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { changeRow, refused, sentTo, undoOf, withTheirs } from '#src/web/editing.ts'
import { idOf } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { EditPlace } from '#views/places/edit.tsx'
import { Places } from '#views/places/index.tsx'
import { NewPlace } from '#views/places/new.tsx'
import { Par } from '#views/places/par.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { editPar } from './edit-par.ts'
import { addPlace, editPlace } from './edit-place.ts'
import { parForm, placeEditForm, placeForm } from './form.ts'
import { type Kind, kindOf, kinds } from './kinds.ts'
import { parOf, placeById, places, placesWithPar } from './queries.ts'
import { restorePlace, retirePlace } from './retire-place.ts'

/** A form as it was sent; `overtaken` when somebody else was faster. */
type Refused = Filled & { readonly overtaken?: boolean }

export const placesRoutes = new Hono<Env>()
  .get('/places', async (c) => {
    const withRetired = c.req.query('retired') === '1'
    const rows = await c.var.app.database.read((db) => places(db, { withRetired }))
    const grouped = kinds.map((kind) => ({
      kind,
      rows: rows.filter(({ place }) => kindOf(place) === kind),
    }))
    return render(c, <Places groups={grouped} withRetired={withRetired} />)
  })

  .get('/places/new', async (c) => {
    const kind = kinds.find((each) => each === c.req.query('kind'))
    if (!kind) return c.redirect('/places', 303)
    // An event is a venue of its own service, on its days.
    const isEvent = kind === 'venue' && c.req.query('role') === 'event'
    const typed = isEvent ? { role: 'event', stream: 'events', visitEveryDays: '' } : {}
    return newPlace(c, kind, { ...blank, typed }, 200)
  })

  .post('/places', async (c) => {
    const sent = await c.req.formData().catch(() => new FormData())
    const kind = kinds.find((each) => each === sent.get('kind'))
    if (!kind) return c.notFound()
    const form = await readForm(c, placeForm(kind))
    if (!form.ok) return newPlace(c, kind, form, 422)
    const saved = await save(
      c,
      sentTo(c, { ...form.values, kind }),
      (tx, recording) => addPlace(tx, kind, form.values, recording),
      () => null,
    )
    if (saved instanceof Refusal) return newPlace(c, kind, refused(c, form.typed, saved), 422)
    if (form.values.role === 'event') return c.redirect(`/events/${saved.placeId}`, 303)
    return c.redirect(kind === 'bag' ? `/places/${saved.placeId}/par` : '/places', 303)
  })

  .get('/places/:id/edit', async (c) => editedPlace(c, blank, 200))

  .post('/places/:id', async (c) => {
    const kind = await kindOfPlace(c)
    if (!kind) return c.notFound()
    const form = await readForm(c, placeEditForm(kind))
    if (!form.ok) return editedPlace(c, form, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editPlace(tx, idOf(c), form.values, recording),
      ({ changeId }) => (changeId === null ? null : undoOf({ changeId })),
    )
    if (saved instanceof Refusal) return editedPlace(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/places/${idOf(c)}/edit`, 303)
  })

  .post('/places/:id/retirement', (c) => changePlace(c, retirePlace))
  .post('/places/:id/restoration', (c) => changePlace(c, restorePlace))

  .get('/places/:id/par', async (c) => parPage(c, blank, 200))

  .post('/places/:id/par', async (c) => {
    const { found, items } = await c.var.app.database.read(async (db) => ({
      found: await placeById(db, idOf(c)),
      items: await itemChoices(db),
    }))
    if (!found || !holdsPar(found.place)) return c.notFound()
    const form = await readForm(c, parForm(items, found.place))
    if (!form.ok) return parPage(c, form, form.status)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editPar(tx, idOf(c), form.values, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) return parPage(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/places/${idOf(c)}/par`, 303)
  })

async function kindOfPlace(c: C): Promise<Kind | null> {
  const found = await c.var.app.database.read((db) => placeById(db, idOf(c)))
  return found && kindOf(found.place)
}

async function newPlace(c: C, kind: Kind, filled: Filled, status: 200 | 422) {
  const stockrooms = await c.var.app.database.read((db) => placesOf(db, 'stockroom'))
  return render(c, <NewPlace {...{ kind, filled, stockrooms }} />, status)
}

async function editedPlace(c: C, filled: Refused, status: 200 | 422) {
  const id = idOf(c)
  const version = Number(filled.typed.version)
  const { found, ...rest } = await c.var.app.database.read(async (db) => ({
    found: await placeById(db, id),
    stockrooms: (await placesOf(db, 'stockroom')).filter((each) => each.id !== id),
    overtaking: filled.overtaken
      ? await changesSince(db, { tableName: 'location', rowId: id, version })
      : null,
  }))
  const kind = found && kindOf(found.place)
  if (!found || !kind) return c.notFound()
  const theirs = withTheirs(filled, rest.overtaking)
  return render(c, <EditPlace {...{ found, kind, ...rest }} filled={theirs} />, status)
}

function changePlace(c: C, command: typeof retirePlace) {
  return changeRow(c, {
    command,
    again: (filled) => editedPlace(c, filled, 422),
    next: () => `/places/${idOf(c)}/edit`,
  })
}

async function parPage(c: C, filled: Refused, status: 200 | 422) {
  const id = idOf(c)
  const list = { tableName: 'par_line', rowId: id }
  const fromId = Number(/^\d{1,15}$/.exec(c.req.query('from') ?? '')?.[0] ?? 0)
  const { found, ...rest } = await c.var.app.database.read(async (db) => ({
    found: await placeById(db, id),
    items: await itemChoices(db),
    lines: await parOf(db, fromId || id),
    others: await placesWithPar(db, id),
    seen: await lastChangeId(db, list.tableName, id),
    overtaking: filled.overtaken
      ? await listChangesSince(db, { ...list, changeId: Number(filled.typed.seen) })
      : null,
  }))
  if (!found || !holdsPar(found.place)) return c.notFound()
  const from = rest.others.find((each) => each.id === fromId) ?? null
  return render(c, <Par {...{ place: found.place, from, filled, ...rest }} />, status)
}

/** Bags, and stockrooms that people are served from. */
function holdsPar(place: { kind: string; role: string }): place is {
  kind: 'bag' | 'stockroom'
  role: string
} {
  return place.kind === 'bag' || (place.kind === 'stockroom' && place.role !== 'quarantine')
}
