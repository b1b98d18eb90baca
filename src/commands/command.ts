// What every command of the terminal shares: settings, the database, a sentence when it cannot.

import { existsSync } from 'node:fs'
import { isDamaged } from '#src/db/errors.ts'
import type { Database } from '#src/db/gate.ts'
import { CannotOpen, filePath, openDatabase } from '#src/db/open.ts'
import { readKey, readSettings, type Settings, WrongSettings } from '#src/env.ts'

/** A command was called wrongly, or cannot do it; the message says what to do. */
export class CannotDo extends Error {}

/** Runs a command and ends the process with its exit code: 0 done, 1 not right, 78 cannot. */
export async function runCommand(
  command: (settings: Settings, args: readonly string[]) => Promise<number>,
) {
  try {
    process.exitCode = await command(readSettings(process.env), process.argv.slice(2))
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = 78
  }
}

/** Opens the database, which must exist, for one command, and closes it whatever happens. */
export async function withDatabase<T>(
  settings: Settings,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const url = settings.DATABASE_URL
  if (url.startsWith('file:') && !existsSync(filePath(url))) {
    throw new CannotDo(`${filePath(url)} does not exist. Start the app once, or set DATABASE_URL.`)
  }
  const database = await openDatabase({
    url: settings.DATABASE_URL,
    authToken: settings.DATABASE_AUTH_TOKEN,
    encryptionKey: settings.databaseKey,
  })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

export function backupKeyOf(settings: Settings): string | undefined {
  return settings.BACKUP_KEY_FILE ? readKey(settings.BACKUP_KEY_FILE, 'BACKUP_KEY_FILE') : undefined
}

/** What to tell the person; an error that only we can have made is thrown on, with its stack. */
function sentenceOf(error: unknown): string {
  if (isDamaged(error)) return 'The database is damaged. Restore the last good backup.'
  if (error instanceof Error && isForPeople(error)) return error.message
  throw error
}

/** Errors whose message is a sentence for the person; any other shows where it came from. */
function isForPeople(error: Error): boolean {
  const isSystem = 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')
  const isOurs = [CannotDo, CannotOpen, WrongSettings].some((kind) => error instanceof kind)
  return isOurs || isSystem || error.name === 'CannotUnseal' || error.name === 'NotVerified'
}
