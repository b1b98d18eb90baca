import { Hono } from 'hono'
import { changesSince } from '#src/catalog/changes.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { refused, rowForm, sentTo, undoOf, withTheirs } from '#src/web/editing.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { LotPage } from '#views/lots/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { correctLot, holdLot, releaseLot } from './edit-lot.ts'
import { holdForm, lotForm } from './form.ts'
import { componentsOf, kitLotsFrom, lotById, movementsOfLot, placesOfLot } from './queries.ts'

/** Two forms on one page: each comes back as it was sent. */
type Sent = { readonly correction?: Refused; readonly hold?: Refused }
type Refused = Filled & { readonly overtaken?: boolean }

export const lotsRoutes = new Hono<Env>()
  .get('/lots/:id', async (c) => lotPage(c, {}, 200))

  .post('/lots/:id', async (c) => {
    const found = await c.var.app.database.read((db) => lotById(db, idOf(c), c.var.today))
    if (!found) return c.notFound()
    const form = await readForm(c, lotForm(found.item))
    if (!form.ok) return lotPage(c, { correction: form }, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => correctLot(tx, idOf(c), form.values, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) {
      return lotPage(c, { correction: refused(c, form.typed, saved) }, 422)
    }
    return c.redirect(`/lots/${idOf(c)}`, 303)
  })

  .post('/lots/:id/hold', async (c) => {
    const form = await readForm(c, holdForm)
    if (!form.ok) return lotPage(c, { hold: form }, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => holdLot(tx, idOf(c), form.values, recording),
      // Several lots were held together: one undo would free only one of them.
      (done) => (done.kits === 0 ? undoOf(done) : null),
    )
    if (saved instanceof Refusal) return lotPage(c, { hold: refused(c, form.typed, saved) }, 422)
    return c.redirect(`/lots/${idOf(c)}`, 303)
  })

  .post('/lots/:id/release', async (c) => {
    const form = await readForm(c, rowForm)
    if (!form.ok) return lotPage(c, { hold: { typed: {}, problems: form.problems } }, 422)
    const seen = { id: idOf(c), version: form.values.version }
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => releaseLot(tx, seen, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) {
      return lotPage(c, { hold: refused(c, { version: String(seen.version) }, saved) }, 422)
    }
    return c.redirect(`/lots/${idOf(c)}`, 303)
  })

async function lotPage(c: C, sent: Sent, status: 200 | 422) {
  const id = idOf(c)
  const stale = [sent.correction, sent.hold].find((each) => each?.overtaken)
  const version = Number(stale?.typed.version)
  const { found, ...rest } = await c.var.app.database.read(async (db) => ({
    found: await lotById(db, id, c.var.today),
    places: await placesOfLot(db, id),
    components: await componentsOf(db, id),
    kits: await kitLotsFrom(db, id),
    movements: await movementsOfLot(db, { lotId: id, before: beforeOf(c), size: pageSize }),
    overtaking: stale ? await changesSince(db, { tableName: 'lot', rowId: id, version }) : null,
  }))
  if (!found) return c.notFound()
  const correction = withTheirs(sent.correction ?? blank, rest.overtaking)
  const forms = { correction, hold: sent.hold ?? blank }
  return render(c, <LotPage {...{ found, ...rest, ...forms }} />, status)
}
