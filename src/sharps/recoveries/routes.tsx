import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { Refusal, sentence } from '#src/refusal.ts'
import { type C, type Env, viewerOf } from '#src/web/context.ts'
import { refused, sentTo } from '#src/web/editing.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { ErrorPage } from '#views/error.tsx'
import { blank, type Filled } from '#views/shared/form.tsx'
import { Recoveries } from '#views/sharps/recoveries/index.tsx'
import { NewRecovery } from '#views/sharps/recoveries/new.tsx'
import { binTypes } from '../bin-types/queries.ts'
import { recoveryForm, sources } from './form.ts'
import { recoveries } from './queries.ts'
import { recordRecovery, takeBackRecovery } from './record-recovery.ts'

export const recoveryRoutes = new Hono<Env>()
  .get('/recoveries', async (c) => {
    const page = { before: beforeOf(c), size: pageSize }
    const rows = await c.var.app.database.read((db) => recoveries(db, page))
    return render(c, <Recoveries rows={rows} />)
  })

  .get('/recoveries/new', (c) => newRecovery(c, blank, 200))

  .post('/recoveries', async (c) => {
    const form = await readForm(c, recoveryForm(c.var.today))
    if (!form.ok) return newRecovery(c, form, 422)
    const saved = await save(
      c,
      form.values,
      (tx, recording) => recordRecovery(tx, form.values, recording),
      ({ recoveryId }) => `/recoveries/${recoveryId}/reversal`,
    )
    if (saved instanceof Refusal) return newRecovery(c, refused(c, form.typed, saved), 422)
    return c.redirect(homeOf(c), 303)
  })

  .post('/recoveries/:id/reversal', async (c) => {
    const form = await readForm(c, buttonForm)
    if (!form.ok) return c.notFound()
    const recordedSince = viewerOf(c).role === 'outreach' ? c.var.today : null
    const undone = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => takeBackRecovery(tx, { id: idOf(c), recordedSince }, recording),
      () => null,
    )
    if (!(undone instanceof Refusal)) {
      const { cleanUpId } = undone
      return c.redirect(cleanUpId === null ? homeOf(c) : `/clean-ups/${cleanUpId}`, 303)
    }
    if (undone.code === 'notFound') return c.notFound()
    const { say } = c.var
    const text = sentence(undone, say.refusals)
    return render(c, <ErrorPage title={say.sharps.notDone} text={text} />, 422)
  })

/** The list is read in the office: a phone that is found outside tells no history. */
function homeOf(c: C): string {
  return viewerOf(c).role === 'outreach' ? '/sharps' : '/recoveries'
}

async function newRecovery(c: C, filled: Filled, status: 200 | 422) {
  const types = await c.var.app.database.read((db) => binTypes(db, { withRetired: false }))
  return render(
    c,
    <NewRecovery {...{ filled, sources }} types={types.map(({ type }) => type)} />,
    status,
  )
}
