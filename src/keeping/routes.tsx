import { inArray, max } from 'drizzle-orm'
import { Hono } from 'hono'
import { digest, jobRun } from '#src/db/schema/index.ts'
import type { KeepingJob } from '#src/jobs/keeping.ts'
import type { C, Env } from '#src/web/context.ts'
import { render } from '#src/web/render.tsx'
import { Backups } from '#views/keeping/index.tsx'

export const keepingRoutes = new Hono<Env>()
  .get('/backups', async (c) => {
    const { app } = c.var
    const { runs, lastDigest } = await app.database.read(async (db) => ({
      runs: await db
        .select()
        .from(jobRun)
        .where(inArray(jobRun.name, ['backup', 'verification', 'digest'])),
      lastDigest: await db.select({ on: max(digest.sentOn) }).from(digest),
    }))
    const runOf = (name: KeepingJob | 'digest') => runs.find((run) => run.name === name) ?? null
    return render(
      c,
      <Backups
        offered={app.keeping !== null}
        backups={app.keeping?.backups() ?? []}
        backup={runOf('backup')}
        verification={runOf('verification')}
        digest={app.sendsMail ? { run: runOf('digest'), sentOn: lastDigest[0]?.on ?? null } : null}
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
