// A backup is a copy that was verified, sealed, and opened again before anybody relies on it.
import { constants, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from '#src/db/gate.ts'
import type { Difference } from '#src/ledger/verify.ts'
import { checkCopy, copyDatabase, type DatabaseFile } from './copy.ts'
import { isSealed, seal, unseal } from './seal.ts'

export type BackupOptions = {
  readonly live: DatabaseFile
  readonly folder: string
  /** Seals the backup; without it the copy is only as secret as the database file is. */
  readonly backupKey: string | undefined
  /** Part of the file's name: 2026-11-23T03-00-00. */
  readonly stamp: string
}

/** The database or its copy does not add up; the differences say where. */
export class NotVerified extends Error {
  override readonly name = 'NotVerified'
  readonly differences: readonly Difference[]

  constructor(differences: readonly Difference[]) {
    super(differences.map(inWords).join('\n'))
    this.differences = differences
  }
}

export function inWords({ rule, where, stored, recomputed }: Difference): string {
  const numbers =
    stored === null && recomputed === null ? '' : `: stored ${stored}, should be ${recomputed}`
  return `${rule}: ${where}${numbers}`
}

/**
 * Copies, verifies, seals, opens what was sealed, verifies again, and only then gives it its name.
 * @returns the backup's path
 * @throws NotVerified when the book does not add up
 */
export async function backUp(database: Database, options: BackupOptions): Promise<string> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const scratch = mkdtempSync(join(options.folder, '.unfinished-'))
  try {
    const copy = join(scratch, 'copy.db')
    await copyDatabase(database, options.live.path, copy)
    await mustVerify({ ...options.live, path: copy })
    const finished = join(
      options.folder,
      `relais-${options.stamp}${options.backupKey ? '.sealed' : '.db'}`,
    )
    renameSync(await sealed(copy, scratch, options), finished)
    return finished
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function sealed(copy: string, scratch: string, { live, backupKey }: BackupOptions) {
  if (!backupKey) return copy
  const file = join(scratch, 'copy.sealed')
  await seal(copy, file, backupKey)
  const opened = join(scratch, 'opened.db')
  await unseal(file, opened, backupKey)
  await mustVerify({ ...live, path: opened })
  return file
}

/**
 * Opens a backup into a new file and verifies it there.
 * @throws NotVerified, CannotUnseal, or a system error when `to` exists
 */
export async function restore(
  backup: string,
  to: DatabaseFile,
  backupKey: string | undefined,
): Promise<void> {
  mkdirSync(dirname(to.path), { recursive: true })
  const scratch = mkdtempSync(join(dirname(to.path), '.restoring-'))
  try {
    const opened = join(scratch, 'opened.db')
    if (isSealed(backup)) await unseal(backup, opened, backupKey ?? '')
    else await copyFile(backup, opened, constants.COPYFILE_EXCL)
    await mustVerify({ ...to, path: opened })
    await copyFile(opened, to.path, constants.COPYFILE_EXCL)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function mustVerify(file: DatabaseFile) {
  const differences = await checkCopy(file)
  if (differences.length > 0) throw new NotVerified(differences)
}
