import { Hono } from 'hono'
import { changeGiven, handOut, visitAtWork } from '#src/ledger/hand-out.ts'
import { startVisit } from '#src/ledger/start-visit.ts'
import { tallyOf } from '#src/ledger/tally.ts'
import { contactsForm, handOutForm, unmetForm } from '#src/ledger/tally-form.ts'
import { recordUnmet, reverseUnmet, unmetById } from '#src/ledger/unmet.ts'
import { countContacts, handOutsOf, offeredFrom, unmetOf } from '#src/ledger/visit.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { ShowVisit } from '#views/visits/show.tsx'
import { bundleForm, startForm } from './form.ts'
import { proposalFor, visitById } from './queries.ts'

export const visitsRoutes = new Hono<Env>()
  .post('/shifts/:id/visits', async (c) => {
    const form = await readForm(c, startForm)
    const shiftId = idOf(c)
    if (!form.ok) return c.redirect(`/shifts/${shiftId}`, 303)
    const content = { ...form.values, shiftId }
    const started = await save(
      c,
      content,
      (tx, recording) => startVisit(tx, content, recording),
      () => null,
    )
    if (started instanceof Refusal) return c.var.deny(started.code === 'notFound' ? 404 : 403)
    return c.redirect(`/visits/${started}`, 303)
  })

  .get('/visits/:id', (c) => visitPage(c, blank, 200))

  .post('/visits/:id', async (c) => {
    const form = await readForm(c, contactsForm)
    if (!form.ok) return visitPage(c, form, 422)
    const content = { ...form.values, visitId: idOf(c) }
    const saved = await save(
      c,
      content,
      async (tx, recording) => {
        await visitAtWork(tx, { visitId: content.visitId, personId: recording.personId })
        return countContacts(tx, content, recording)
      },
      () => null,
    )
    return answer(c, saved, form.typed)
  })

  .post('/visits/:id/hand-outs', async (c) => {
    const form = await readForm(c, handOutForm)
    if (!form.ok) return visitPage(c, form, 422)
    const content = { ...form.values, visitId: idOf(c) }
    const { visitId } = content
    const saved = await save(
      c,
      content,
      (tx, recording) =>
        'given' in content
          ? handOut(tx, { visitId, lines: [content.given] }, recording)
          : changeGiven(tx, { visitId, change: content.change }, recording),
      (entryId) => `/entries/${entryId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

  .post('/visits/:id/bundles', async (c) => {
    const form = await readForm(c, bundleForm)
    if (!form.ok) return visitPage(c, form, 422)
    const content = { ...form.values, visitId: idOf(c) }
    const saved = await save(
      c,
      content,
      (tx, recording) => handOut(tx, content, recording),
      (entryId) => `/entries/${entryId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

  .post('/visits/:id/unmet', async (c) => {
    const form = await readForm(c, unmetForm)
    if (!form.ok) return visitPage(c, form, 422)
    const { item, quantity } = form.values
    const content = { ...form.values, visitId: idOf(c) }
    const saved = await save(
      c,
      content,
      async (tx, recording) => {
        const { visitId } = content
        await visitAtWork(tx, { visitId, personId: recording.personId })
        return recordUnmet(tx, { visitId, itemId: item, quantity }, recording)
      },
      (unmetId) => `/unmet/${unmetId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

  .post('/unmet/:id/reversal', async (c) => {
    const form = await readForm(c, startForm.pick({ requestId: true }))
    if (!form.ok) return c.var.deny(404)
    const content = { ...form.values, unmetId: idOf(c) }
    const reversed = await save(
      c,
      content,
      async (tx, recording) => {
        const { unmet, shiftId, venueRole } = await unmetById(tx, content.unmetId)
        const { visitId } = unmet
        const { personId } = recording
        if (visitId !== null && shiftId !== null) await visitAtWork(tx, { visitId, personId })
        await reverseUnmet(tx, unmet, recording)
        // Without a shift it was an event, or another place that things reach without a bag.
        if (shiftId !== null) return `/visits/${visitId}`
        return venueRole === 'drop-in-floor' ? '/drop-in' : `/events/${unmet.venueId}`
      },
      () => null,
    )
    if (reversed instanceof Refusal) return c.var.deny(reversed.code === 'notYourShift' ? 403 : 404)
    return c.redirect(reversed, 303)
  })

function answer(c: C, saved: number | Refusal, typed: Filled['typed']) {
  if (!(saved instanceof Refusal)) return c.redirect(`/visits/${idOf(c)}`, 303)
  // A button that was refused leaves nothing to keep; the page is shown as it is now.
  return visitPage(c, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
}

async function visitPage(c: C, filled: Filled, status: 200 | 422) {
  const { personId, role } = viewerOf(c)
  const visitId = idOf(c)
  const found = await c.var.app.database.read(async (db) => {
    const visit = await visitById(db, visitId, personId)
    if (!visit) return null
    const handOuts = await handOutsOf(db, visitId)
    const unmet = await unmetOf(db, visitId)
    const offered = await offeredFrom(db, { placeId: visit.bag.id, kind: 'bag' })
    const { happenedOn: day, stopsToGo } = visit
    const proposal = await proposalFor(db, visit)
    return { visit, proposal, tally: tallyOf({ offered, handOuts, unmet, day, stopsToGo }) }
  })
  if (!found) return c.notFound()
  const mayWrite = role !== 'outreach' || found.visit.isTheirs === 1
  return render(c, <ShowVisit {...found} {...{ filled, mayWrite }} />, status)
}
