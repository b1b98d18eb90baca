import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { plannedStop } from '#src/db/schema/index.ts'
import { skipStop } from '#src/ledger/skip-stop.ts'
import { Refusal } from '#src/refusal.ts'
import { venueWords } from '#src/shifts/late/queries.ts'
import type { C, Env } from '#src/web/context.ts'
import { changeRow, refused, sentTo, undoOf } from '#src/web/editing.ts'
import { idOf } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { EditRound, NewRound } from '#views/shifts/rounds/edit.tsx'
import { Rounds } from '#views/shifts/rounds/index.tsx'
import { addRound, editRound, restoreRound, retireRound } from './edit-round.ts'
import { roundEditForm, roundForm, skipForm } from './form.ts'
import { roundById, rounds } from './queries.ts'

export const roundsRoutes = new Hono<Env>()
  .get('/routes', async (c) => {
    const withRetired = c.req.query('retired') !== undefined
    const list = await c.var.app.database.read((db) => rounds(db, { withRetired }))
    return render(c, <Rounds rounds={list} withRetired={withRetired} />)
  })

  .get('/routes/new', (c) => newRound(c, blank, 200))

  .post('/routes', async (c) => {
    const venues = await c.var.app.database.read(venueWords)
    const form = await readForm(c, roundForm(venues))
    if (!form.ok) return newRound(c, form, form.status)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => addRound(tx, form.values, recording),
      () => null,
    )
    if (saved instanceof Refusal) return newRound(c, refused(c, form.typed, saved), 422)
    return c.redirect('/routes', 303)
  })

  .get('/routes/:id', (c) => editedRound(c, blank, 200))

  .post('/routes/:id', async (c) => {
    const venues = await c.var.app.database.read(venueWords)
    const form = await readForm(c, roundEditForm(venues))
    if (!form.ok) return editedRound(c, form, form.status)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editRound(tx, idOf(c), form.values, recording),
      ({ changeId }) => (changeId === null ? null : undoOf({ changeId })),
    )
    if (saved instanceof Refusal) return editedRound(c, refused(c, form.typed, saved), 422)
    return c.redirect('/routes', 303)
  })

  .post('/routes/:id/retirement', (c) => changeRound(c, retireRound))
  .post('/routes/:id/restoration', (c) => changeRound(c, restoreRound))

  // Where a stop can be read: on its shift.
  .get('/planned-stops/:id', async (c) => {
    const [stop] = await c.var.app.database.read((db) =>
      db
        .select({ shiftId: plannedStop.shiftId })
        .from(plannedStop)
        .where(eq(plannedStop.id, idOf(c))),
    )
    return c.redirect(stop ? `/shifts/${stop.shiftId}` : '/bags', 303)
  })

  .post('/planned-stops/:id', async (c) => {
    const form = await readForm(c, skipForm)
    if (!form.ok) return c.var.deny(404)
    const { skipped, version } = form.values
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => skipStop(tx, { id: idOf(c), version, skipped }, recording),
      undoOf,
    )
    if (!(saved instanceof Refusal)) return c.redirect(`/shifts/${saved.shiftId}`, 303)
    if (saved.code === 'notYourShift') return c.var.deny(403)
    // Somebody was faster: the shift's page says how it is now.
    return saved.code === 'stale' ? c.redirect(c.req.path, 303) : c.var.deny(404)
  })

async function newRound(c: C, filled: Filled, status: 200 | 422) {
  const venues = await c.var.app.database.read(venueWords)
  return render(c, <NewRound venues={venues} filled={filled} />, status)
}

async function editedRound(c: C, filled: Filled, status: 200 | 422) {
  const found = await c.var.app.database.read(async (db) => ({
    round: await roundById(db, idOf(c)),
    venues: await venueWords(db),
  }))
  const { round, venues } = found
  if (!round) return c.notFound()
  return render(c, <EditRound {...{ round, venues, filled }} />, status)
}

function changeRound(c: C, command: typeof retireRound) {
  return changeRow(c, {
    command,
    again: (filled) => editedRound(c, filled, 422),
    next: () => '/routes',
  })
}
