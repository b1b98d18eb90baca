import { Hono } from 'hono'
import { openingOn, serviceCalendar } from '#src/catalog/calendar.ts'
import { tallyOf } from '#src/ledger/tally.ts'
import { contactsForm, handOutForm, unmetForm } from '#src/ledger/tally-form.ts'
import { recordUnmet } from '#src/ledger/unmet.ts'
import { countContacts, handOutsOf, offeredFrom, unmetOf } from '#src/ledger/visit.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { DropIn } from '#views/dropin/show.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { handOutAtDropIn } from './hand-out-at-drop-in.ts'
import { beginNight, floorOf, isTonight, nightsOf } from './tonight.ts'

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
        const night = await beginNight(tx, (await floorOf(tx)).id, recording)
        return recordUnmet(tx, { visitId: night.id, itemId: item, quantity }, recording)
      },
      (unmetId) => `/unmet/${unmetId}/reversal`,
    )
    return answer(c, saved, form.typed)
  })

  // Whatever the id: people are counted tonight, and the first of them begins the night.
  .post('/drop-in/visits/:id', async (c) => {
    const form = await readForm(c, contactsForm)
    if (!form.ok) return dropInPage(c, form, 422)
    const { count } = form.values
    const saved = await save(
      c,
      form.values,
      async (tx, recording) => {
        const night = await beginNight(tx, (await floorOf(tx)).id, recording)
        return countContacts(tx, { visitId: night.id, count }, recording)
      },
      () => null,
    )
    return answer(c, saved, form.typed)
  })

function answer(c: C, saved: number | Refusal, typed: Filled['typed']) {
  if (!(saved instanceof Refusal)) return c.redirect('/drop-in', 303)
  return dropInPage(c, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
}

const nightsShown = 8

async function dropInPage(c: C, filled: Filled, status: 200 | 422) {
  const { today, app } = c.var
  const found = await app.database.read(async (db) => {
    const floor = await floorOf(db)
    const nights = await nightsOf(db, { floorId: floor.id, size: nightsShown })
    const tonight = isTonight(nights[0], today) ? nights[0] : null
    const offered = await offeredFrom(db, { placeId: floor.shelves.id, kind: 'shelves' })
    const handOuts = tonight ? await handOutsOf(db, tonight.id) : []
    const unmet = tonight ? await unmetOf(db, tonight.id) : []
    const tally = tallyOf({ offered, handOuts, unmet, day: today })
    const opening = openingOn(await serviceCalendar(db), 'drop-in', today)
    return { tonight, tally, opening, earlier: tonight ? nights.slice(1) : nights }
  })
  return render(c, <DropIn {...found} filled={filled} />, status)
}
