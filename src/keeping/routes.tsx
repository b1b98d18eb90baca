import { inArray } from 'drizzle-orm'
import { Hono } from 'hono'
import { jobRun } from '#src/db/schema/index.ts'
import type { KeepingJob } from '#src/jobs/keeping.ts'
import type { C, Env } from '#src/web/context.ts'
import { render } from '#src/web/render.tsx'
import { Backups } from '#views/keeping/index.tsx'

export const keepingRoutes = new Hono<Env>()
  .get('/backups', async (c) => {
    const { app } = c.var
    const runs = await app.database.read((db) =>
      db
        .select()
        .from(jobRun)
        .where(inArray(jobRun.name, ['backup', 'verification'])),
    )
    const runOf = (name: KeepingJob) => runs.find((run) => run.name === name) ?? null
    return render(
      c,
      <Backups
        offered={app.keeping !== null}
        backups={app.keeping?.backups() ?? []}
        backup={runOf('backup')}
        verification={runOf('verification')}
        timeZone={app.timeZone}
      />,
    )
  })
  .post('/backups', (c) => started(c, 'backup'))
  .post('/verifications', (c) => started(c, 'verification'))

function started(c: C, job: KeepingJob) {
  c.var.app.keeping?.start(job)
  return c.redirect('/backups', 303)
}
