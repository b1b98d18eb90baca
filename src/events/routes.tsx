import { Hono } from 'hono'
import { contactsForm, handOutForm, unmetForm } from '#src/ledger/tally-form.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { countContacts, tallyAt } from '#src/ledger/visit.ts'
import type { C, Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { render } from '#src/web/render.tsx'
import { Events } from '#views/events/index.tsx'
import { ShowEvent } from '#views/events/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { eventDay } from './event-day.ts'
import { beginEvent, handOutAtEvent } from './hand-out-at-event.ts'
import { eventPlaceById, eventPlaces, visitOn } from './queries.ts'

export const eventsRoutes = new Hono<Env>()
  .get('/events', async (c) => {
    const places = await c.var.app.database.read(eventPlaces)
    return render(c, <Events places={places} />)
  })

  .get('/events/:id', (c) => eventPage(c, blank, 200))

  .post('/events/:id', (c) =>
    posted(c, {
      ...atEvent(c),
      schema: contactsForm,
      command: async (tx, { count }, recording) => {
        const { visit } = await beginEvent(tx, idOf(c), recording)
        return countContacts(tx, { visitId: visit.id, count }, recording)
      },
    }),
  )

  .post('/events/:id/hand-outs', (c) =>
    posted(c, {
      ...atEvent(c),
      schema: handOutForm,
      command: (tx, tap, recording) => handOutAtEvent(tx, { placeId: idOf(c), tap }, recording),
      undo: (entryId) => `/entries/${entryId}/reversal`,
    }),
  )

  .post('/events/:id/unmet', (c) =>
    posted(c, {
      ...atEvent(c),
      schema: unmetForm,
      command: async (tx, { item: itemId, quantity }, recording) => {
        const { visit } = await beginEvent(tx, idOf(c), recording)
        return recordUnmet(tx, { visitId: visit.id, itemId, quantity }, recording)
      },
      undo: (unmetId) => `/unmet/${unmetId}/reversal`,
    }),
  )

/** What every tap of the page has in common. */
function atEvent(c: C) {
  return {
    page: (filled: Filled, status: 200 | 422) => eventPage(c, filled, status),
    next: () => `/events/${idOf(c)}`,
  }
}

async function eventPage(c: C, filled: Filled, status: 200 | 422) {
  const { today, app } = c.var
  const found = await app.database.read(async (db) => {
    const place = await eventPlaceById(db, idOf(c))
    if (!place) return null
    const day = eventDay(place, today)
    const visit = day === null ? null : await visitOn(db, { placeId: place.id, day })
    const holder = { placeId: place.stockroom.id, kind: 'shelves' } as const
    const at = { visitId: visit?.id ?? null, holder, day: day ?? today }
    return { place, day, visit, tally: await tallyAt(db, at) }
  })
  if (!found) return c.notFound()
  const mayWrite = found.day !== null && found.place.retiredOn === null
  return render(c, <ShowEvent {...found} {...{ filled, mayWrite }} />, status)
}
