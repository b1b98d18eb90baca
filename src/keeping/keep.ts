// What watches over an embedded database while the app runs: the check after an unclean stop, the
// nightly backup with its verification, and both on demand.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Cron } from 'croner'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Database } from '#src/db/gate.ts'
import { jobRun } from '#src/db/schema/index.ts'
import type { Condition, Keeping, KeepingJob } from '#src/jobs/keeping.ts'
import { runJob } from '#src/jobs/run-job.ts'
import { backUp, NotVerified } from './back-up.ts'
import { checkCopy, copyDatabase, type DatabaseFile } from './copy.ts'

export type KeepOptions = {
  readonly database: Database
  readonly live: DatabaseFile
  readonly folder: string
  readonly backupKey: string | undefined
  readonly clock: () => number
  readonly timeZone: string
}

/** Nightly at 05:10, just after the business day has ended. */
const nightly = '10 5 * * *'
/** Backups older than this many of the newest are removed. */
const keptBackups = 30

/** Starts watching. Call `stop` before closing the database: it leaves the clean-shutdown mark. */
export async function keep(options: KeepOptions): Promise<Keeping & { stop: () => Promise<void> }> {
  const { database, clock } = options
  let condition: Condition = 'ok'
  const running = new Map<KeepingJob, Promise<unknown>>()
  const jobs: Record<KeepingJob, () => Promise<string>> = {
    backup: async () =>
      made(await backUp(database, { ...options, stamp: stamp(clock()) }), options),
    verification: () => verified(options),
  }
  const start = (name: KeepingJob) => {
    if (running.has(name)) return
    const work = () =>
      jobs[name]().catch((error: Error) => {
        if (error instanceof NotVerified) condition = 'damaged'
        throw error
      })
    const run = runJob(database, clock, { name, work }).finally(() => running.delete(name))
    running.set(name, run)
  }
  await closeCutShort(options)
  if (await stoppedUncleanly(options)) {
    condition = 'verifying'
    start('verification')
    void running.get('verification')?.then(() => {
      if (condition === 'verifying') condition = 'ok'
    })
  }
  const cron = new Cron(nightly, { timezone: options.timeZone, protect: true }, () =>
    start('backup'),
  )
  return {
    condition: () => condition,
    start,
    backups: () => backupsIn(options.folder),
    stop: async () => {
      cron.stop()
      await Promise.allSettled(running.values())
      await markStopped(options)
    },
  }
}

/** True when the app ended without its mark: a crash or a power cut. Takes the mark away. */
async function stoppedUncleanly({ database, clock }: KeepOptions): Promise<boolean> {
  const [mark] = await database.read((db) =>
    db.select().from(jobRun).where(eq(jobRun.name, 'open')),
  )
  const open = { name: 'open', startedAt: clock(), finishedAt: null }
  await database.write((tx) =>
    tx.insert(jobRun).values(open).onConflictDoUpdate({ target: jobRun.name, set: open }),
  )
  return mark !== undefined && mark.finishedAt === null
}

/** A job that was running when the app ended is not running any more, and was not done. */
async function closeCutShort({ database, clock }: KeepOptions) {
  await database.write((tx) =>
    tx
      .update(jobRun)
      .set({ finishedAt: clock(), succeeded: false })
      .where(and(ne(jobRun.name, 'open'), isNull(jobRun.finishedAt))),
  )
}

async function markStopped({ database, clock }: KeepOptions) {
  await database.write((tx) =>
    tx.update(jobRun).set({ finishedAt: clock() }).where(eq(jobRun.name, 'open')),
  )
}

async function verified({ database, live, folder }: KeepOptions): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const scratch = mkdtempSync(join(folder, '.verifying-'))
  try {
    const copy = join(scratch, 'copy.db')
    await copyDatabase(database, live.path, copy)
    const differences = await checkCopy({ ...live, path: copy })
    if (differences.length > 0) throw new NotVerified(differences)
    return ''
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function made(path: string, { folder }: KeepOptions): string {
  const old = backupsIn(folder).slice(keptBackups)
  for (const { name } of old) rmSync(join(folder, name))
  return path
}

/** The finished backups of a folder, newest first. */
function backupsIn(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readdirSync(folder)
    .filter((name) => /^relais-.*\.(sealed|db)$/.test(name))
    .map((name) => ({ name, ...sizeAndTime(join(folder, name)) }))
    .sort((a, b) => b.madeAt - a.madeAt)
}

function sizeAndTime(path: string) {
  const { size, mtimeMs } = statSync(path)
  return { bytes: size, madeAt: mtimeMs }
}

/** 2026-11-23T03-00-00, safe in a file name; UTC. */
export function stamp(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
}
