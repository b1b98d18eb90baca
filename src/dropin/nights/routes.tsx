// The nights of the drop-in: opened on a shared device, closed with what moved, looked at afterwards.
import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { openingOn, serviceCalendar } from '#src/catalog/calendar.ts'
import { addDays, monthOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { tallyAt } from '#src/ledger/visit.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { type Cell, csv } from '#src/web/csv.ts'
import { undoOf } from '#src/web/editing.ts'
import { answerExport, leavingCell } from '#src/web/exports.ts'
import { startNight } from '#src/web/night-session.ts'
import { idOf } from '#src/web/paging.ts'
import { posted } from '#src/web/posted.ts'
import { problemsOfRefusal, readForm, readQuery } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { deviceOf, forgetPages, giveToken, rememberLanguage, tokenHash } from '#src/web/session.ts'
import { CloseNight } from '#views/dropin/closing.tsx'
import { DeviceDone } from '#views/dropin/device-done.tsx'
import { ShowNight } from '#views/dropin/night.tsx'
import { Nights } from '#views/dropin/nights.tsx'
import { OpenNight } from '#views/dropin/opening.tsx'
import { BlankSheet } from '#views/dropin/sheet.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { eveningForm, eveningsQuery, openingForm } from '../form.ts'
import { roughItems } from '../kitchen.ts'
import { tonightAt } from '../tonight.ts'
import { eveningsOf } from './evenings.ts'
import { headMarks } from './heads-leaving.ts'
import { nightSheet } from './night-sheet.ts'
import { closeNight, endDevice, openNight, reopenNight } from './open-night.ts'
import { sayOpening } from './say-opening.ts'

// Its cookie outlasts any night; the night ends when it is closed, and with the business day.
const longestNight = 24 * 3_600_000

// A season on the page, a year in the file.
const weeksOfPage = 13
const weeksOfFile = 53

export const nightsRoutes = new Hono<Env>()
  .get('/drop-in/opening', (c) => openingPage(c, blank, 200))

  .post('/drop-in/nights', async (c) => {
    const form = await readForm(c, openingForm)
    if (!form.ok) return openingPage(c, form, 422)
    const token = c.var.app.newToken()
    const device = deviceOf(c.req.header('user-agent') ?? '')
    const opened = await save(
      c,
      form.values,
      async (tx, recording) => {
        const visitId = await openNight(tx, form.values, recording)
        await startNight(c, tx, { visitId, tokenHash: tokenHash(token), device })
        return visitId
      },
      () => null,
    )
    if (opened instanceof Refusal) {
      const problems = problemsOfRefusal(opened, c.var.say)
      return openingPage(c, { typed: form.typed, problems }, 422)
    }
    giveToken(c, { token, forMs: longestNight })
    forgetPages(c)
    // The device goes on in the language it was opened in, until somebody chooses there.
    rememberLanguage(c, c.var.say.language)
    return c.redirect('/drop-in', 303)
  })

  .post('/drop-in/devices/:id/end', (c) => pressed(c, endDevice, () => '/drop-in/opening'))

  .post('/drop-in/nights/:id/reopening', (c) => pressed(c, reopenNight, () => '/drop-in'))

  .get('/drop-in/closing', async (c) => {
    const sheet = await c.var.app.database.read(async (db) => {
      const { night } = await tonightAt(db, c.var.today)
      return night && (await nightSheet(db, night.id))
    })
    if (sheet?.night.closedOn) return c.redirect(`/drop-in/nights/${sheet.night.id}`, 303)
    return render(c, <CloseNight sheet={sheet} />)
  })

  .post('/drop-in/closing', (c) =>
    pressed(
      c,
      (tx, _, recording) => closeNight(tx, recording),
      (id) => (c.var.night ? '/drop-in/closed' : `/drop-in/nights/${id}`),
    ),
  )

  .get('/drop-in/closed', (c) => render(c, <DeviceDone />))

  .get('/drop-in/sheet', async (c) => {
    const { today } = c.var
    const sheet = await c.var.app.database.read(async (db) => {
      const { shelves } = await tonightAt(db, today)
      const holder = { placeId: shelves.id, kind: 'shelves' } as const
      const { factor, nextOn } = openingOn(await serviceCalendar(db), 'drop-in', today)
      const { tiles } = await tallyAt(db, { visitId: null, holder, day: today })
      const day = factor > 0 ? today : (nextOn ?? today)
      return { tiles, day, rough: await roughItems(db, today) }
    })
    return render(c, <BlankSheet {...sheet} />)
  })

  .get('/drop-in/nights', (c) => nightsPage(c, blank, 200))

  .get('/drop-in/nights.csv', (c) =>
    answerExport(c, async () => {
      const { say, app, today } = c.var
      const { until } = readQuery(c, eveningsQuery(today))
      const from = `${monthOf(addDays(until, 1 - 7 * weeksOfFile))}-01`
      const { evenings } = await app.database.read((db) =>
        eveningsOf(db, { from, to: until, today }),
      )
      const marks = headMarks(evenings)
      const { columns, states, file } = say.dropin
      const header = [columns.day, columns.people, columns.state, columns.planned, columns.reason]
      const cells = evenings.map(({ day, night, state, factor, reason }): Cell[] => {
        const heads = night && leavingCell(night.contacts, marks.get(day), say)
        return [day, heads, states[state], factor, reason]
      })
      return csv(c, `${file}-${from}-${until}`, header, cells)
    }),
  )

  .post('/drop-in/evenings', (c) =>
    posted(c, {
      schema: eveningForm(c.var.today),
      command: sayOpening,
      undo: (changeId) => (changeId === null ? null : undoOf({ changeId })),
      page: (filled, status) => nightsPage(c, filled, status),
      next: () => '/drop-in/nights',
    }),
  )

  .get('/drop-in/nights/:id', (c) => nightPage(c, idOf(c), blank, 200))

async function nightsPage(c: C, filled: Filled, status: 200 | 422) {
  const { today } = c.var
  const { until } = readQuery(c, eveningsQuery(today))
  const span = { from: addDays(until, 1 - 7 * weeksOfPage), to: until, today }
  const { evenings, hasEarlier } = await c.var.app.database.read((db) => eveningsOf(db, span))
  const earlierUntil = hasEarlier ? addDays(span.from, -1) : null
  return render(c, <Nights {...{ evenings, until, earlierUntil, filled }} />, status)
}

/** The sheet of a night; what was refused, because it is closed, above it. */
export async function nightPage(c: C, id: number, filled: Filled, status: 200 | 422) {
  const sheet = await c.var.app.database.read((db) => nightSheet(db, id))
  if (!sheet) return c.notFound()
  return render(c, <ShowNight {...{ sheet, filled }} />, status)
}

type Command = (tx: Tx, id: number, recording: Recording) => Promise<number>

/** A button: done, and on to another page; what it was about may be gone. */
async function pressed(c: C, command: Command, next: (id: number) => string) {
  const form = await readForm(c, buttonForm)
  if (!form.ok) return c.notFound()
  const content = { ...form.values, path: c.req.path }
  const done = await save(
    c,
    content,
    (tx, recording) => command(tx, idOf(c), recording),
    () => null,
  )
  if (done instanceof Refusal) return c.notFound()
  return c.redirect(next(done), 303)
}

async function openingPage(c: C, filled: Filled, status: 200 | 422) {
  const { today, app } = c.var
  const { opening, night, devices } = await app.database.read(async (db) => ({
    ...(await tonightAt(db, today)),
    opening: openingOn(await serviceCalendar(db), 'drop-in', today),
  }))
  return render(c, <OpenNight {...{ opening, night, devices, filled }} />, status)
}
