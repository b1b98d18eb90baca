import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { changeGiven, handOut, visitAtWork } from '#src/ledger/hand-out.ts'
import { startVisit } from '#src/ledger/start-visit.ts'
import { takeBackVisit } from '#src/ledger/take-back-visit.ts'
import { contactsForm, handOutForm, unmetForm } from '#src/ledger/tally-form.ts'
import { recordUnmet, reverseUnmet, unmetById } from '#src/ledger/unmet.ts'
import { countContacts, tallyAt } from '#src/ledger/visit.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { undoOf } from '#src/web/editing.ts'
import { idOf } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { blank, type Filled } from '#views/shared/form.tsx'
import { ShowVisit } from '#views/visits/show.tsx'
import { bundleForm, startForm, takeBackForm } from './form.ts'
import { placeOfVisit, proposalFor, visitById } from './queries.ts'

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

  .post('/visits/:id', (c) =>
    posted(c, {
      ...atVisit(c),
      schema: contactsForm,
      command: async (tx, { count }, recording) => {
        const visitId = idOf(c)
        await visitAtWork(tx, { visitId, personId: recording.personId })
        return countContacts(tx, { visitId, count }, recording)
      },
    }),
  )

  .post('/visits/:id/hand-outs', (c) =>
    posted(c, {
      ...atVisit(c),
      schema: handOutForm,
      command: (tx, tap, recording) =>
        'given' in tap
          ? handOut(tx, { visitId: idOf(c), lines: [tap.given] }, recording)
          : changeGiven(tx, { visitId: idOf(c), change: tap.change }, recording),
      undo: (entryId) => `/entries/${entryId}/reversal`,
    }),
  )

  .post('/visits/:id/bundles', (c) =>
    posted(c, {
      ...atVisit(c),
      schema: bundleForm,
      command: (tx, { lines }, recording) => handOut(tx, { visitId: idOf(c), lines }, recording),
      undo: (entryId) => `/entries/${entryId}/reversal`,
    }),
  )

  .post('/visits/:id/unmet', (c) =>
    posted(c, {
      ...atVisit(c),
      schema: unmetForm,
      command: async (tx, { item: itemId, quantity }, recording) => {
        const visitId = idOf(c)
        await visitAtWork(tx, { visitId, personId: recording.personId })
        return recordUnmet(tx, { visitId, itemId, quantity }, recording)
      },
      undo: (unmetId) => `/unmet/${unmetId}/reversal`,
    }),
  )

  .post('/visits/:id/reversal', (c) =>
    posted(c, {
      ...atVisit(c),
      schema: buttonForm,
      command: (tx, _, recording) => takeBackVisit(tx, idOf(c), recording),
      undo: undoOf,
      next: ({ shiftId }) => `/shifts/${shiftId}`,
    }),
  )

  .post('/unmet/:id/reversal', async (c) => {
    const form = await readForm(c, takeBackForm)
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
        if (content.list === 'item') return `/items/${unmet.itemId}/unmet`
        // Without a shift it was an event, or another place that things reach without a bag.
        if (shiftId !== null) return `/visits/${visitId}`
        return venueRole === 'drop-in-floor' ? '/drop-in' : `/events/${unmet.venueId}`
      },
      () => null,
    )
    if (reversed instanceof Refusal) return c.var.deny(reversed.code === 'notYourShift' ? 403 : 404)
    return c.redirect(reversed, 303)
  })

/** What every tap of the page has in common; a button that was refused leaves nothing to keep. */
function atVisit(c: C) {
  return {
    page: (filled: Filled, status: 200 | 422) => visitPage(c, filled, status),
    next: () => `/visits/${idOf(c)}`,
  }
}

async function visitPage(c: C, filled: Filled, status: 200 | 422) {
  const { personId, role } = viewerOf(c)
  const visitId = idOf(c)
  const found = await c.var.app.database.read(async (db) => {
    const visit = await visitById(db, visitId, personId)
    if (!visit) return null
    const holder = { placeId: visit.bag.id, kind: 'bag' } as const
    const { happenedOn: day, stopsToGo } = visit
    const tally = await tallyAt(db, { visitId, holder, day, stopsToGo })
    return { visit, tally, proposal: await proposalFor(db, visit) }
  })
  if (!found) return withoutShift(c)
  if (found.visit.takenBackOn !== null) return c.redirect(`/shifts/${found.visit.shiftId}`, 303)
  const mayWrite = role !== 'outreach' || found.visit.isTheirs === 1
  return render(c, <ShowVisit {...found} {...{ filled, mayWrite }} />, status)
}

/** A night of the drop-in and a day of an event have pages of their own. */
async function withoutShift(c: C) {
  const found = await c.var.app.database.read((db) => placeOfVisit(db, idOf(c)))
  if (!found || c.req.method === 'POST') return c.notFound()
  const { id, venueId, role, takenBackOn } = found
  if (role !== 'drop-in-floor') return c.redirect(`/events/${venueId}`, 303)
  return c.redirect(takenBackOn === null ? `/drop-in/nights/${id}` : '/drop-in/nights', 303)
}
