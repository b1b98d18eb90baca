// The tally of tonight: for whoever is signed in, and for the shared device of the night.
import { Hono } from 'hono'
import { openingOn, serviceCalendar } from '#src/catalog/calendar.ts'
import type { Day } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { tallyOf } from '#src/ledger/tally.ts'
import { contactsForm, handOutForm, unmetForm } from '#src/ledger/tally-form.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { countContacts, handOutsOf, offeredFrom, unmetOf } from '#src/ledger/visit.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { idOf } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { DropIn } from '#views/dropin/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { buttonForm, roughForm } from './form.ts'
import { handOutAtDropIn } from './hand-out-at-drop-in.ts'
import { noteRough, roughItems, takeBackRough } from './kitchen.ts'
import { nightPage } from './nights/routes.tsx'
import { takeBackUnmet } from './take-back-unmet.ts'
import { beginNight, tonightAt } from './tonight.ts'

export const dropinRoutes = new Hono<Env>()
  .get('/drop-in', (c) => dropInPage(c, blank, 200))

  .post('/drop-in/hand-outs', async (c) => {
    const form = await readForm(c, handOutForm)
    if (!form.ok) return dropInPage(c, form, 422)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => handOutAtDropIn(tx, form.values, recording),
      (entryId) => `/entries/${entryId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

  .post('/drop-in/unmet', async (c) => {
    const form = await readForm(c, unmetForm)
    if (!form.ok) return dropInPage(c, form, 422)
    const { item, quantity } = form.values
    const saved = await save(
      c,
      form.values,
      async (tx, recording) => {
        const { night } = await beginNight(tx, recording)
        return recordUnmet(tx, { visitId: night.id, itemId: item, quantity }, recording)
      },
      (unmetId) => `/unmet/${unmetId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

  .post('/drop-in/unmet/:id/reversal', (c) => takenBack(c, takeBackUnmet))

  .post('/drop-in/observations', async (c) => {
    const form = await readForm(c, roughForm)
    if (!form.ok) return dropInPage(c, form, 422)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => noteRough(tx, form.values, recording),
      () => null,
    )
    return answer(c, saved, form.typed)
  })

  .post('/drop-in/observations/:id/reversal', (c) => takenBack(c, takeBackRough))

  // Whatever the id: people are counted tonight, and the first of them begins the night.
  .post('/drop-in/visits/:id', async (c) => {
    const form = await readForm(c, contactsForm)
    if (!form.ok) return dropInPage(c, form, 422)
    const { count } = form.values
    const saved = await save(
      c,
      form.values,
      async (tx, recording) => {
        const { night } = await beginNight(tx, recording)
        return countContacts(tx, { visitId: night.id, count }, recording)
      },
      () => null,
    )
    return answer(c, saved, form.typed)
  })

type TakeBack = (tx: Tx, id: number, recording: Recording) => Promise<number>

/** A button that takes one thing of tonight back. */
async function takenBack(c: C, command: TakeBack) {
  const form = await readForm(c, buttonForm)
  if (!form.ok) return dropInPage(c, form, 422)
  const content = { ...form.values, id: idOf(c) }
  const saved = await save(
    c,
    content,
    (tx, recording) => command(tx, content.id, recording),
    () => null,
  )
  return answer(c, saved, {})
}

function answer(c: C, saved: number | Refusal, typed: Filled['typed']) {
  if (!(saved instanceof Refusal)) return c.redirect('/drop-in', 303)
  return dropInPage(c, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
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
  const offered = await offeredFrom(db, { placeId: floor.shelves.id, kind: 'shelves' })
  const handOuts = night ? await handOutsOf(db, night.id) : []
  const unmet = night ? await unmetOf(db, night.id) : []
  const tally = tallyOf({ offered, handOuts, unmet, day })
  // What was planned is of interest until the night is there.
  const opening = night ? null : openingOn(await serviceCalendar(db), 'drop-in', day)
  const rough = await roughItems(db, day)
  return { night, devices, contactsBefore, tally, rough, opening }
}
