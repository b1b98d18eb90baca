// A copy of the live database, and what is found in it.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import type { Database } from '#src/db/gate.ts'
import type { Difference } from '#src/ledger/verify.ts'

/** A database file, and the key it is encrypted with. */
export type DatabaseFile = { readonly path: string; readonly encryptionKey?: string | undefined }

const run = promisify(execFile)

/**
 * Copies the live file with nobody inside. A child process copies it, because opening and closing the
 * file in this one would drop SQLite's lock.
 */
export async function copyDatabase(database: Database, from: string, to: string): Promise<void> {
  await database.alone(async (drizzle) => {
    await drizzle.run(sql`pragma wal_checkpoint(truncate)`)
    const script = 'require("fs").copyFileSync(process.argv[1], process.argv[2], 1)'
    await run(process.execPath, ['-e', script, from, to])
  })
}

/** Verifies a copy in a child process. A file that cannot be read is a difference, not a crash. */
export async function checkCopy(file: DatabaseFile): Promise<Difference[]> {
  const script = fileURLToPath(new URL('./check-copy.ts', import.meta.url))
  const child = run(process.execPath, ['--import', import.meta.resolve('tsx'), script], {
    maxBuffer: 64_000_000,
  })
  child.child.stdin?.end(JSON.stringify(file))
  try {
    return JSON.parse((await child).stdout)
  } catch (error) {
    return [unreadable(file.path, error)]
  }
}

function unreadable(path: string, error: unknown): Difference {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  const reason = /(SQLITE_\w+: .*)/.exec(stderr)?.[1] ?? 'the check ended without an answer'
  return { rule: 'readable', where: `${path}: ${reason}`, stored: null, recomputed: null }
}
