// The tally of tonight: for whoever is signed in, and for the shared device of the night.
import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { openingOn, serviceCalendar } from '#src/catalog/calendar.ts'
import type { Day } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { contactsForm, handOutForm, unmetForm } from '#src/ledger/tally-form.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { countContacts, tallyAt } from '#src/ledger/visit.ts'
import type { Recording } from '#src/recording.ts'
import type { C, Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { render } from '#src/web/render.tsx'
import { DropIn } from '#views/dropin/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { roughForm } from './form.ts'
import { handOutAtDropIn } from './hand-out-at-drop-in.ts'
import { noteRough, roughItems, takeBackRough } from './kitchen.ts'
import { nightPage } from './nights/routes.tsx'
import { takeBackUnmet } from './take-back-unmet.ts'
import { beginNight, tonightAt } from './tonight.ts'

export const dropinRoutes = new Hono<Env>()
  .get('/drop-in', (c) => dropInPage(c, blank, 200))

  .post('/drop-in/hand-outs', (c) =>
    posted(c, {
      ...tonight(c),
      schema: handOutForm,
      command: handOutAtDropIn,
      undo: (entryId) => `/entries/${entryId}/reversal`,
    }),
  )

  .post('/drop-in/unmet', (c) =>
    posted(c, {
      ...tonight(c),
      schema: unmetForm,
      command: async (tx, { item: itemId, quantity }, recording) => {
        const { night } = await beginNight(tx, recording)
        return recordUnmet(tx, { visitId: night.id, itemId, quantity }, recording)
      },
      undo: (unmetId) => `/unmet/${unmetId}/reversal`,
    }),
  )

  .post('/drop-in/unmet/:id/reversal', (c) => takenBack(c, takeBackUnmet))

  .post('/drop-in/observations', (c) =>
    posted(c, { ...tonight(c), schema: roughForm, command: noteRough }),
  )

  .post('/drop-in/observations/:id/reversal', (c) => takenBack(c, takeBackRough))

  // Whatever the id: people are counted tonight, and the first of them begins the night.
  .post('/drop-in/visits/:id', (c) =>
    posted(c, {
      ...tonight(c),
      schema: contactsForm,
      command: async (tx, { count }, recording) => {
        const { night } = await beginNight(tx, recording)
        return countContacts(tx, { visitId: night.id, count }, recording)
      },
    }),
  )

/** What every tap of the page has in common. */
function tonight(c: C) {
  return {
    page: (filled: Filled, status: 200 | 422) => dropInPage(c, filled, status),
    next: () => '/drop-in',
  }
}

type TakeBack = (tx: Tx, id: number, recording: Recording) => Promise<number>

/** A button that takes one thing of tonight back. */
function takenBack(c: C, takeBack: TakeBack) {
  const command = (tx: Tx, _: unknown, recording: Recording) => takeBack(tx, idOf(c), recording)
  return posted(c, { ...tonight(c), schema: buttonForm, command })
}

async function dropInPage(c: C, filled: Filled, status: 200 | 422) {
  const { today, app } = c.var
  const found = await app.database.read((db) => tallyTonight(db, today))
  if (found.night?.closedOn) return closedPage(c, found.night.id, filled)
  return render(c, <DropIn {...found} filled={filled} />, status)
}

/** Tonight, closed: its sheet; with what was refused because it is. */
async function closedPage(c: C, id: number, filled: Filled) {
  if (c.req.method === 'POST') return nightPage(c, id, filled, 422)
  return c.redirect(`/drop-in/nights/${id}`, 303)
}

async function tallyTonight(db: Db, day: Day) {
  const { night, devices, contactsBefore, ...floor } = await tonightAt(db, day)
  const holder = { placeId: floor.shelves.id, kind: 'shelves' } as const
  const tally = await tallyAt(db, { visitId: night?.id ?? null, holder, day })
  // What was planned is of interest until the night is there.
  const opening = night ? null : openingOn(await serviceCalendar(db), 'drop-in', day)
  const rough = await roughItems(db, day)
  return { night, devices, contactsBefore, tally, rough, opening }
}
