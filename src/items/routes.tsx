import { Hono } from 'hono'
import { changesSince, listChangesSince } from '#src/catalog/changes.ts'
import { lastChangeId } from '#src/db/change-log.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { changeRow, refused, sentTo, undoOf, withTheirs } from '#src/web/editing.ts'
import { idOf } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { EditItem } from '#views/items/edit.tsx'
import { Catalogue } from '#views/items/index.tsx'
import { NewItem } from '#views/items/new.tsx'
import { EditPack, Packs } from '#views/items/packs.tsx'
import { Supplies } from '#views/items/supplies.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { addItem } from './add-item.ts'
import { editItem } from './edit-item.ts'
import { addPack, editPack, retirePack } from './edit-packs.ts'
import { editSupplies } from './edit-supplies.ts'
import { itemEditForm, itemForm, packEditForm, packForm, suppliesForm } from './form.ts'
import { catalogue, families, itemById, packById, suppliersFor, suppliesOf } from './queries.ts'
import { restoreItem, retireItem } from './retire-item.ts'

/** A form as it was sent; `overtaken` when somebody else was faster. */
type Refused = Filled & { readonly overtaken?: boolean }

export const itemsRoutes = new Hono<Env>()
  .get('/catalogue', async (c) => {
    const words = (c.req.query('q') ?? '').slice(0, 80)
    const withRetired = c.req.query('retired') === '1'
    const rows = await c.var.app.database.read((db) => catalogue(db, { words, withRetired }))
    return render(c, <Catalogue {...{ rows, words, withRetired }} />)
  })

  .get('/items/new', async (c) => newItem(c, blank, 200))

  .post('/items', async (c) => {
    const form = await readForm(c, itemForm)
    if (!form.ok) return newItem(c, form, 422)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => addItem(tx, form.values, recording),
      () => null,
    )
    if (saved instanceof Refusal) return newItem(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/items/${saved.itemId}/packs`, 303)
  })

  .get('/items/:id/edit', async (c) => editedItem(c, blank, 200))

  .post('/items/:id', async (c) => {
    const form = await readForm(c, itemEditForm)
    if (!form.ok) return editedItem(c, form, 422)
    const content = sentTo(c, form.values)
    const saved = await save(
      c,
      content,
      (tx, recording) => editItem(tx, idOf(c), form.values, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) return editedItem(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/items/${idOf(c)}/edit`, 303)
  })

  .post('/items/:id/retirement', (c) => changeItem(c, retireItem))
  .post('/items/:id/restoration', (c) => changeItem(c, restoreItem))

  .get('/items/:id/packs', async (c) => packsOfItem(c, blank, 200))

  .post('/items/:id/packs', async (c) => {
    const form = await readForm(c, packForm)
    if (!form.ok) return packsOfItem(c, form, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => addPack(tx, idOf(c), form.values, recording),
      () => null,
    )
    if (saved instanceof Refusal) return packsOfItem(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/items/${idOf(c)}/packs`, 303)
  })

  .get('/packs/:id', async (c) => editedPack(c, blank, 200))

  .post('/packs/:id', async (c) => {
    const form = await readForm(c, packEditForm)
    if (!form.ok) return editedPack(c, form, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editPack(tx, idOf(c), form.values, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) return editedPack(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/items/${saved.itemId}/packs`, 303)
  })

  .post('/packs/:id/retirement', (c) => changePack(c, c.var.today))
  .post('/packs/:id/restoration', (c) => changePack(c, null))

  .get('/items/:id/supplies', async (c) => supplied(c, blank, 200))

  .post('/items/:id/supplies', async (c) => {
    const form = await readForm(c, suppliesForm)
    if (!form.ok) return supplied(c, form, form.status)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editSupplies(tx, idOf(c), form.values, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) return supplied(c, refused(c, form.typed, saved), 422)
    return c.redirect(`/items/${idOf(c)}/edit`, 303)
  })

async function newItem(c: C, filled: Refused, status: 200 | 422) {
  const known = await c.var.app.database.read(families)
  return render(c, <NewItem filled={filled} families={known} />, status)
}

async function editedItem(c: C, filled: Refused, status: 200 | 422) {
  const id = idOf(c)
  const page = await c.var.app.database.read(async (db) => ({
    found: await itemById(db, id),
    families: await families(db),
    overtaking: filled.overtaken
      ? await changesSince(db, { tableName: 'item', rowId: id, version: seenIn(filled) })
      : null,
  }))
  const { found, ...rest } = page
  if (!found) return c.notFound()
  const theirs = withTheirs(filled, rest.overtaking)
  return render(c, <EditItem {...{ found, ...rest }} filled={theirs} />, status)
}

function changeItem(c: C, command: typeof retireItem) {
  return changeRow(c, {
    command,
    again: (filled) => editedItem(c, filled, 422),
    next: () => `/items/${idOf(c)}/edit`,
  })
}

async function packsOfItem(c: C, filled: Refused, status: 200 | 422) {
  const found = await c.var.app.database.read((db) => itemById(db, idOf(c)))
  return found ? render(c, <Packs {...{ found, filled }} />, status) : c.notFound()
}

async function editedPack(c: C, filled: Refused, status: 200 | 422) {
  const id = idOf(c)
  const { found, overtaking } = await c.var.app.database.read(async (db) => ({
    found: await packById(db, id),
    overtaking: filled.overtaken
      ? await changesSince(db, { tableName: 'pack', rowId: id, version: seenIn(filled) })
      : null,
  }))
  if (!found) return c.notFound()
  const theirs = withTheirs(filled, overtaking)
  return render(c, <EditPack {...{ found, overtaking }} filled={theirs} />, status)
}

function changePack(c: C, retiredOn: string | null) {
  return changeRow(c, {
    command: (tx, seen, recording) => retirePack(tx, seen, retiredOn, recording),
    again: (filled) => editedPack(c, filled, 422),
    next: ({ itemId }) => `/items/${itemId}/packs`,
  })
}

async function supplied(c: C, filled: Refused, status: 200 | 422) {
  const id = idOf(c)
  const list = { tableName: 'item_supply', rowId: id }
  const page = await c.var.app.database.read(async (db) => ({
    found: await itemById(db, id),
    supplies: await suppliesOf(db, id),
    suppliers: await suppliersFor(db, id),
    seen: await lastChangeId(db, list.tableName, id),
    overtaking: filled.overtaken
      ? await listChangesSince(db, { ...list, changeId: Number(filled.typed.seen) })
      : null,
  }))
  const { found, ...rest } = page
  return found ? render(c, <Supplies {...{ found, filled, ...rest }} />, status) : c.notFound()
}

function seenIn({ typed }: Filled): number {
  return Number(typed.version)
}
