import { Hono } from 'hono'
import { addDays } from '#src/day.ts'
import { Refusal } from '#src/refusal.ts'
import type { C, Env } from '#src/web/context.ts'
import { changeRow, sentTo, undoOf } from '#src/web/editing.ts'
import { idOf } from '#src/web/paging.ts'
import { problemsOfRefusal, readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { SnoozePage } from '#views/alerts/snooze/index.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { board, standingOf } from '../board.ts'
import { longestWaitDays, snoozeForm } from './form.ts'
import { snoozeVersion } from './queries.ts'
import { snoozeAlert, wakeAlert } from './snooze-alert.ts'
import { canWorsen, soonerOn } from './worsened.ts'

export const snoozeRoutes = new Hono<Env>()
  .get('/alerts/:id/snooze', async (c) => snoozePage(c, blank, 200))

  .post('/alerts/:id/snooze', async (c) => {
    const form = await readForm(c, snoozeForm(c.var.today))
    if (!form.ok) return snoozePage(c, form, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => snoozeAlert(tx, idOf(c), form.values, recording),
      undoOf,
    )
    if (!(saved instanceof Refusal)) return c.redirect('/alerts', 303)
    const { typed } = form
    return snoozePage(c, { typed, problems: problemsOfRefusal(saved, c.var.say) }, 422)
  })

  .post('/alerts/:id/waking', async (c) =>
    changeRow(c, {
      command: wakeAlert,
      again: (filled) => snoozePage(c, filled, 422),
      next: () => '/alerts',
    }),
  )

const usualDays = 7

async function snoozePage(c: C, filled: Filled, status: 200 | 422) {
  const id = idOf(c)
  const alert = (await board(c.var.asOf)).find(({ item }) => item.id === id)
  if (!alert) return c.notFound()
  const version = await c.var.app.database.read((db) => snoozeVersion(db, id))
  const { today } = c.var
  const standing = standingOf(alert)
  const back = {
    soonerOn: canWorsen(standing) ? soonerOn({ ...standing, snoozedOn: today }) : null,
    usualOn: addDays(today, usualDays),
    atLatestOn: addDays(today, longestWaitDays),
  }
  return render(c, <SnoozePage {...{ alert, version, filled, standing, back }} />, status)
}
