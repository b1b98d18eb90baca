import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { changesSince } from '#src/catalog/changes.ts'
import { byDue, standingBin, standingBins } from '#src/ledger/bins.ts'
import { Refusal, sentence } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { sentTo, undoOf, withTheirs } from '#src/web/editing.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { readForm, readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { ErrorPage } from '#views/error.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { PlaceBin } from '#views/sharps/bins/new.tsx'
import { ShowBin } from '#views/sharps/bins/show.tsx'
import { SwapBin } from '#views/sharps/bins/swap.tsx'
import { Sharps } from '#views/sharps/index.tsx'
import { binTypes } from '../bin-types/queries.ts'
import { newBinQuery, placeForm, rhythmForm, swapForm } from './form.ts'
import { changeRhythm, placeBin } from './place-bin.ts'
import { binById, binVenues, containerHolders, eventsOf } from './queries.ts'
import { swapBin, takeBackEvent } from './swap-bin.ts'

/** Of what was recorded before today, only the office takes something back. */
const undoingOf = (c: C) => ({
  id: idOf(c),
  recordedSince: viewerOf(c).role === 'outreach' ? c.var.today : null,
})

const undoEvent = ({ eventId }: { readonly eventId: number }) => `/bin-events/${eventId}/reversal`

export const binRoutes = new Hono<Env>()
  .get('/sharps', async (c) => {
    const bins = await c.var.app.database.read(standingBins)
    return render(c, <Sharps bins={byDue(bins, c.var.today)} />)
  })

  .get('/bins/new', (c) => newBin(c, blank, 200))

  .post('/bins', (c) =>
    posted(c, {
      schema: placeForm(c.var.today),
      command: placeBin,
      undo: undoEvent,
      page: (filled, status) => newBin(c, filled, status),
      next: () => '/sharps',
    }),
  )

  .get('/bins/:id', (c) => bin(c, blank, 200))

  .post('/bins/:id', (c) =>
    posted(c, {
      schema: rhythmForm,
      command: (tx, form, recording) => changeRhythm(tx, idOf(c), form, recording),
      undo: undoOf,
      page: (filled, status) => bin(c, filled, status),
      next: () => `/bins/${idOf(c)}`,
    }),
  )

  .get('/bins/:id/swap', (c) => swap(c, blank, 200))

  .post('/bins/:id/swaps', (c) =>
    posted(c, {
      schema: swapForm(c.var.today),
      command: (tx, form, recording) => swapBin(tx, idOf(c), form, recording),
      undo: undoEvent,
      page: (filled, status) => swap(c, filled, status),
      next: () => '/sharps',
    }),
  )

  .post('/bin-events/:id/reversal', async (c) => {
    const form = await readForm(c, buttonForm)
    if (!form.ok) return c.notFound()
    const undone = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => takeBackEvent(tx, undoingOf(c), recording),
      () => null,
    )
    if (undone instanceof Refusal) {
      return undone.code === 'notFound' ? c.notFound() : refusal(c, undone)
    }
    return c.redirect('/sharps', 303)
  })

async function newBin(c: C, filled: Filled, status: 200 | 422) {
  const choices = await c.var.app.database.read(async (db) => ({
    venues: await binVenues(db),
    types: (await binTypes(db, { withRetired: false })).map(({ type }) => type),
    holders: await containerHolders(db, viewerOf(c).personId),
  }))
  const { venue } = readQuery(c, newBinQuery)
  return render(c, <PlaceBin {...{ filled, ...choices }} venueId={venue ?? null} />, status)
}

async function swap(c: C, filled: Filled, status: 200 | 422) {
  const page = await c.var.app.database.read(async (db) => ({
    bin: await standingBin(db, idOf(c)),
    holders: await containerHolders(db, viewerOf(c).personId),
  }))
  const { bin: standing, holders } = page
  if (!standing) return gone(c)
  return render(c, <SwapBin {...{ filled, holders }} bin={standing} />, status)
}

/** A bin that was there, and an address that nobody gave, are answered each in its way. */
async function gone(c: C) {
  const known = await c.var.app.database.read((db) => binById(db, idOf(c)))
  return known ? refusal(c, new Refusal('binGone', {}, null)) : c.notFound()
}

function refusal(c: C, why: Refusal) {
  const { say } = c.var
  const text = sentence(why, say.refusals)
  return render(c, <ErrorPage title={say.sharps.notDone} text={text} />, 422)
}

type Refused = Filled & { readonly overtaken?: boolean }

async function bin(c: C, filled: Refused, status: 200 | 422) {
  const id = idOf(c)
  const seen = { tableName: 'bin', rowId: id, version: Number(filled.typed.version) }
  const page = await c.var.app.database.read(async (db) => ({
    found: await binById(db, id),
    isStanding: (await standingBin(db, id)) !== null,
    events: await eventsOf(db, id, { before: beforeOf(c), size: pageSize }),
    overtaking: filled.overtaken ? await changesSince(db, seen) : null,
  }))
  const { found, overtaking } = page
  if (!found) return c.notFound()
  return render(
    c,
    <ShowBin {...{ ...page, found }} filled={withTheirs(filled, overtaking)} />,
    status,
  )
}
