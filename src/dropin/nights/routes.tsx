// The nights of the drop-in: opened on a shared device, closed with what moved, looked at afterwards.
import { Hono } from 'hono'
import { openingOn, serviceCalendar } from '#src/catalog/calendar.ts'
import type { Tx } from '#src/db/gate.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { startNight } from '#src/web/night-session.ts'
import { idOf } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { deviceOf, forgetPages, giveToken, tokenHash } from '#src/web/session.ts'
import { DeviceDone } from '#views/dropin/device-done.tsx'
import { OpenNight } from '#views/dropin/opening.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { buttonForm, openingForm } from '../form.ts'
import { tonightAt } from '../tonight.ts'
import { closeNight, endDevice, openNight, reopenNight } from './open-night.ts'

// Its cookie outlasts any night; the night ends when it is closed, and with the business day.
const longestNight = 24 * 3_600_000

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
    return c.redirect('/drop-in', 303)
  })

  .post('/drop-in/devices/:id/end', (c) => pressed(c, endDevice, () => '/drop-in/opening'))

  .post('/drop-in/nights/:id/reopening', (c) => pressed(c, reopenNight, () => '/drop-in'))

  .post('/drop-in/closing', (c) =>
    pressed(
      c,
      (tx, _, recording) => closeNight(tx, recording),
      () => (c.var.night ? '/drop-in/closed' : '/drop-in'),
    ),
  )

  .get('/drop-in/closed', (c) => render(c, <DeviceDone />))

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
