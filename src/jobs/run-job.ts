// A job leaves a row that says when it last ran and how it went: what nobody sees is not done.
import type { Database } from '#src/db/gate.ts'
import { jobRun } from '#src/db/schema/index.ts'

export type Job = {
  readonly name: string
  /** Does it again without harm; its answer is kept as the row's message. */
  readonly work: () => Promise<string>
}

/** Runs a job and records it, whatever happens. @returns true when it succeeded */
export async function runJob(database: Database, clock: () => number, job: Job): Promise<boolean> {
  const startedAt = clock()
  await record(database, {
    name: job.name,
    startedAt,
    finishedAt: null,
    succeeded: null,
    message: null,
  })
  const outcome = await job.work().then(
    (message) => ({ succeeded: true, message }),
    (error: Error) => ({ succeeded: false, message: error.message }),
  )
  await record(database, { name: job.name, startedAt, finishedAt: clock(), ...outcome })
  return outcome.succeeded
}

async function record(database: Database, run: typeof jobRun.$inferInsert) {
  await database.write((tx) =>
    tx.insert(jobRun).values(run).onConflictDoUpdate({ target: jobRun.name, set: run }),
  )
}
