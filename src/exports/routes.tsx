import { Hono } from 'hono'
import { Refusal } from '#src/refusal.ts'
import { type Env, viewerOf } from '#src/web/context.ts'
import { exportAddress, pageOfExport } from '#src/web/exports.ts'
import { mayOpen } from '#src/web/guard.ts'
import { beforeOf, pageSize } from '#src/web/paging.ts'
import { readForm } from '#src/web/read-form.ts'
import { render } from '#src/web/render.tsx'
import { save } from '#src/web/save.ts'
import { Exports } from '#views/exports/index.tsx'
import { exportForm } from './form.ts'
import { logExport } from './log-export.ts'
import { exportsLogged } from './queries.ts'

export const exportsRoutes = new Hono<Env>()
  .get('/exports', async (c) => {
    const rows = await c.var.app.database.read((db) =>
      exportsLogged(db, { before: beforeOf(c), size: pageSize }),
    )
    return render(c, <Exports rows={rows} />)
  })

  .post('/exports', async (c) => {
    const form = await readForm(c, exportForm)
    const viewer = viewerOf(c)
    if (!form.ok) return c.notFound()
    const path = plainPath(form.values.path)
    if (!pageOfExport(path) || !mayOpen(viewer.role, path.split('?')[0] ?? '')) return c.notFound()
    const logged = await save(
      c,
      form.values,
      (tx, recording) => logExport(tx, path, recording),
      // Nothing was changed: what was done before can still be undone.
      () => viewer.undoPath,
    )
    if (logged instanceof Refusal) return c.notFound()
    return c.redirect(exportAddress(path, logged), 303)
  })

/** As the address will be read again: what was escaped otherwise is one and the same. */
function plainPath(typed: string): string {
  if (!URL.canParse(typed, 'http://relais.invalid')) return ''
  const { origin, pathname, searchParams } = new URL(typed, 'http://relais.invalid')
  if (origin !== 'http://relais.invalid') return ''
  searchParams.delete('export')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
