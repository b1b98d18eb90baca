// What watching over the database offers to the pages.

/** Backups and verification while the app runs. */
export type Keeping = {
  /** ok; verifying after an unclean stop; damaged when the book does not add up: no more writes then. */
  readonly condition: () => Condition
  /** Starts it in the background; its outcome is a row of job_run. */
  readonly start: (job: KeepingJob) => void
  readonly backups: () => readonly BackupFile[]
}

export type Condition = 'ok' | 'verifying' | 'damaged'
export type KeepingJob = 'backup' | 'verification'
export type BackupFile = { readonly name: string; readonly bytes: number; readonly madeAt: number }
