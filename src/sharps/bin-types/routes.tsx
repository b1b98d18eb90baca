import { Hono } from 'hono'
import { changesSince, type Overtaking } from '#src/catalog/changes.ts'
import type { C, Env } from '#src/web/context.ts'
import { changeRow, undoOf, withTheirs } from '#src/web/editing.ts'
import { idOf } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { render } from '#src/web/render.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { EditBinType } from '#views/sharps/bin-types/edit.tsx'
import { BinTypes } from '#views/sharps/bin-types/index.tsx'
import { NewBinType } from '#views/sharps/bin-types/new.tsx'
import { addBinType, editBinType, retireBinType } from './edit-bin-types.ts'
import { binTypeEditForm, binTypeForm } from './form.ts'
import { binTypeById, binTypes, containerItems } from './queries.ts'

export const binTypeRoutes = new Hono<Env>()
  .get('/bin-types', async (c) => {
    const withRetired = c.req.query('retired') === '1'
    const types = await c.var.app.database.read((db) => binTypes(db, { withRetired }))
    return render(c, <BinTypes {...{ types, withRetired }} />)
  })

  .get('/bin-types/new', (c) => newBinType(c, blank, 200))

  .post('/bin-types', (c) =>
    posted(c, {
      schema: binTypeForm,
      command: addBinType,
      page: (filled, status) => newBinType(c, filled, status),
      next: () => '/bin-types',
    }),
  )

  .get('/bin-types/:id', (c) => editedBinType(c, blank, 200))

  .post('/bin-types/:id', (c) =>
    posted(c, {
      schema: binTypeEditForm,
      command: (tx, form, recording) => editBinType(tx, idOf(c), form, recording),
      undo: undoOf,
      page: (filled, status) => editedBinType(c, filled, status),
      next: () => '/bin-types',
    }),
  )

  .post('/bin-types/:id/retirement', (c) => changeBinType(c, c.var.today))
  .post('/bin-types/:id/restoration', (c) => changeBinType(c, null))

async function newBinType(c: C, filled: Filled, status: 200 | 422) {
  const items = await c.var.app.database.read(containerItems)
  return render(c, <NewBinType {...{ filled, items }} />, status)
}

type Refused = Filled & { readonly overtaken?: boolean }

async function editedBinType(c: C, filled: Refused, status: 200 | 422) {
  const seen = { tableName: 'bin_type', rowId: idOf(c), version: Number(filled.typed.version) }
  const page = await c.var.app.database.read(async (db) => ({
    type: await binTypeById(db, idOf(c)),
    items: await containerItems(db),
    overtaking: filled.overtaken ? await changesSince(db, seen) : null,
  }))
  const { type, items, overtaking } = page
  if (!type) return c.notFound()
  const again = withTheirs(filled, overtaking && asFields(c, overtaking))
  return render(c, <EditBinType {...{ type, items, overtaking }} filled={again} />, status)
}

const measured = [
  ['capacity', 'capacityMl'],
  ['gramsLight', 'milligramsLight'],
  ['gramsLikely', 'milligramsLikely'],
  ['gramsHeavy', 'milligramsHeavy'],
] as const

/** The rows as their fields show them: litres and grams, as they are typed. */
function asFields(c: C, { seen, current }: Overtaking): Pick<Overtaking, 'seen' | 'current'> {
  const shown = (row: Overtaking['seen']) => {
    if (row === null) return null
    const fields = measured.map(([field, column]) => [
      field,
      c.var.say.exact(Number(row[column]) / 1000),
    ])
    return { ...row, ...Object.fromEntries(fields) }
  }
  return { seen: shown(seen), current: shown(current) }
}

function changeBinType(c: C, retiredOn: string | null) {
  return changeRow(c, {
    command: (tx, seen, recording) => retireBinType(tx, seen, retiredOn, recording),
    again: (filled) => editedBinType(c, filled, 422),
    next: () => '/bin-types',
  })
}
