import { Hono } from 'hono'
import { serviceCalendar, usualWeek } from '#src/catalog/calendar.ts'
import { listChangesSince } from '#src/catalog/changes.ts'
import { wholeList } from '#src/db/amend-list.ts'
import { lastChangeId } from '#src/db/change-log.ts'
import { streams } from '#src/db/schema/index.ts'
import { Refusal } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { refused, sentTo, undoOf } from '#src/web/editing.ts'
import { idOf } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { CalendarPage } from '#views/calendar/index.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { addExceptions, editPattern, removeExceptions } from './edit-calendar.ts'
import { exceptionForm, patternForm, removalForm } from './form.ts'
import { exceptionRuns, patternSteps, serviceWeeks } from './weeks.ts'

/** The page has two forms: each comes back as it was sent, the other as it was. */
type Sent = {
  readonly week?: Filled
  readonly exception?: Filled
  readonly overtaken?: boolean
}

export const calendarRoutes = new Hono<Env>()
  .get('/calendar', async (c) => calendarPage(c, {}, 200))

  .post('/calendar/pattern', async (c) => {
    const form = await readForm(c, patternForm)
    if (!form.ok) return calendarPage(c, { week: form }, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => editPattern(tx, form.values, recording),
      (done) => undoOf(done),
    )
    if (saved instanceof Refusal) {
      const week = refused(c, form.typed, saved)
      return calendarPage(c, { week, overtaken: week.overtaken }, 422)
    }
    return c.redirect('/calendar', 303)
  })

  .post('/calendar/exceptions', async (c) => {
    const form = await readForm(c, exceptionForm)
    if (!form.ok) return calendarPage(c, { exception: form }, 422)
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => addExceptions(tx, form.values, recording),
      () => null,
    )
    if (saved instanceof Refusal) {
      return calendarPage(c, { exception: refused(c, form.typed, saved) }, 422)
    }
    return c.redirect('/calendar#exceptions', 303)
  })

  .post('/calendar/exceptions/:id/removal', async (c) => {
    const form = await readForm(c, removalForm)
    if (!form.ok) return calendarPage(c, {}, 422)
    const { version, until } = form.values
    const saved = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => removeExceptions(tx, { id: idOf(c), version, until }, recording),
      ({ changeId }) => (changeId === null ? null : undoOf({ changeId })),
    )
    if (saved instanceof Refusal) {
      return calendarPage(c, { exception: refused(c, {}, saved) }, 422)
    }
    return c.redirect('/calendar#exceptions', 303)
  })

async function calendarPage(c: C, sent: Sent, status: 200 | 422) {
  const { today } = c.var
  const list = { tableName: 'service_pattern', rowId: wholeList }
  const { calendar, seen, overtaking } = await c.var.app.database.read(async (db) => ({
    calendar: await serviceCalendar(db),
    seen: await lastChangeId(db, list.tableName, list.rowId),
    overtaking: sent.overtaken
      ? await listChangesSince(db, { ...list, changeId: Number(sent.week?.typed.seen) })
      : null,
  }))
  const coming = streams
    .flatMap((stream) => [...calendar.exceptions[stream].values()])
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const view = (
    <CalendarPage
      {...{ week: sent.week ?? blank, exception: sent.exception ?? blank, overtaking, seen }}
      services={serviceWeeks(calendar, today)}
      steps={patternSteps(calendar, today)}
      exceptions={exceptionRuns(coming)}
      usual={streams.map((stream) => [stream, usualWeek(calendar, stream, today)] as const)}
      mayEdit={viewerOf(c).role !== 'stock'}
    />
  )
  return render(c, view, status)
}
