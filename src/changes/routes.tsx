import { Hono } from 'hono'
import { buttonForm } from '#src/button-form.ts'
import { changes, pathOf } from '#src/catalog/changes.ts'
import { Refusal, sentence } from '#src/refusal.ts'
import { type Env, viewerOf } from '#src/web/context.ts'
import { sentTo, undoOf } from '#src/web/editing.ts'
import { beforeOf, idOf, pageSize } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { ChangeList } from '#views/changes/index.tsx'
import { ErrorPage } from '#views/error.tsx'
import { changedBy, hiddenFrom, mayUndo, undo } from './undo.ts'

export const changesRoutes = new Hono<Env>()
  .get('/changes', async (c) => {
    const { role } = viewerOf(c)
    const page = { before: beforeOf(c), size: pageSize, hidden: hiddenFrom(role) }
    const list = await c.var.app.database.read((db) => changes(db, page))
    const undoable = list.list.filter(
      ({ tableName, kind }) => kind !== 'new' && mayUndo(role, tableName),
    )
    return render(c, <ChangeList changes={list} undoable={new Set(undoable.map(({ id }) => id))} />)
  })

  .post('/changes/:id/reversal', async (c) => {
    const form = await readForm(c, buttonForm)
    const changed = await c.var.app.database.read((db) => changedBy(db, idOf(c)))
    if (!form.ok || !changed) return c.var.deny(404)
    if (!mayUndo(viewerOf(c).role, changed.tableName)) return c.var.deny(403)
    const undone = await save(
      c,
      sentTo(c, form.values),
      (tx, recording) => undo(tx, idOf(c), viewerOf(c).role, recording),
      (done) => undoOf(done),
    )
    if (undone instanceof Refusal) {
      const { say } = c.var
      const text = sentence(undone, say.refusals)
      return render(c, <ErrorPage title={say.changes.cannotUndo} text={text} />, 422)
    }
    return c.redirect(pathOf(changed), 303)
  })
