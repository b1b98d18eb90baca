import { Hono } from 'hono'
import { tallyOf } from '#src/ledger/tally.ts'
import { contactsForm, handOutForm, unmetForm } from '#src/ledger/tally-form.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { countContacts, handOutsOf, offeredFrom, unmetOf } from '#src/ledger/visit.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { Events } from '#views/events/index.tsx'
import { ShowEvent } from '#views/events/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { eventDay } from './event-day.ts'
import { beginVisit, handOutAtEvent } from './hand-out-at-event.ts'
import { eventPlaceById, eventPlaces, visitOn } from './queries.ts'

export const eventsRoutes = new Hono<Env>()
  .get('/events', async (c) => {
    const places = await c.var.app.database.read(eventPlaces)
    return render(c, <Events places={places} />)
  })

  .get('/events/:id', (c) => eventPage(c, blank, 200))

  .post('/events/:id', async (c) => {
    const form = await readForm(c, contactsForm)
    if (!form.ok) return eventPage(c, form, 422)
    const content = { ...form.values, placeId: idOf(c) }
    const saved = await save(
      c,
      content,
      async (tx, recording) => {
        const { visit } = await beginVisit(tx, content.placeId, recording)
        return countContacts(tx, { visitId: visit.id, count: content.count }, recording)
      },
      () => null,
    )
    return answer(c, saved, form.typed)
  })

  .post('/events/:id/hand-outs', async (c) => {
    const form = await readForm(c, handOutForm)
    if (!form.ok) return eventPage(c, form, 422)
    const content = { ...form.values, placeId: idOf(c) }
    const saved = await save(
      c,
      content,
      (tx, recording) =>
        handOutAtEvent(tx, { placeId: content.placeId, tap: form.values }, recording),
      (entryId) => `/entries/${entryId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

  .post('/events/:id/unmet', async (c) => {
    const form = await readForm(c, unmetForm)
    if (!form.ok) return eventPage(c, form, 422)
    const content = { ...form.values, placeId: idOf(c) }
    const saved = await save(
      c,
      content,
      async (tx, recording) => {
        const { visit } = await beginVisit(tx, content.placeId, recording)
        const { item: itemId, quantity } = content
        return recordUnmet(tx, { visitId: visit.id, itemId, quantity }, recording)
      },
      (unmetId) => `/unmet/${unmetId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

function answer(c: C, saved: number | Refusal, typed: Filled['typed']) {
  if (!(saved instanceof Refusal)) return c.redirect(`/events/${idOf(c)}`, 303)
  return eventPage(c, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
}

async function eventPage(c: C, filled: Filled, status: 200 | 422) {
  const { today, app } = c.var
  const found = await app.database.read(async (db) => {
    const place = await eventPlaceById(db, idOf(c))
    if (!place) return null
    const day = eventDay(place, today)
    const visit = day === null ? null : await visitOn(db, { placeId: place.id, day })
    const offered = await offeredFrom(db, { placeId: place.stockroom.id, kind: 'shelves' })
    const handOuts = visit ? await handOutsOf(db, visit.id) : []
    const unmet = visit ? await unmetOf(db, visit.id) : []
    return { place, day, visit, tally: tallyOf({ offered, handOuts, unmet, day: day ?? today }) }
  })
  if (!found) return c.notFound()
  const mayWrite = found.day !== null && found.place.retiredOn === null
  return render(c, <ShowEvent {...found} {...{ filled, mayWrite }} />, status)
}
