// Opens a database by its address: a file of this machine, or a libSQL server.
import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { isBusy, isDamaged, isNotADatabase } from './errors.ts'
import { type FileClient, fileClient } from './file-client.ts'
import { type Database, type Engine, gate, type Tx } from './gate.ts'
import { migrate } from './migrate.ts'
import * as schema from './schema/index.ts'

export type Address = {
  /** file:./data/stock.db, http(s)://… or libsql://… */
  readonly url: string
  readonly authToken?: string | undefined
  /** 32 characters; files only. */
  readonly encryptionKey?: string | undefined
}

/** The database cannot be opened, and the message says what a person should do about it. */
export class CannotOpen extends Error {}

/** Opens, migrates, and stands the gate before it. @throws CannotOpen */
export async function openDatabase(address: Address): Promise<Database> {
  const isFile = address.url.startsWith('file:')
  const engine = await (isFile ? openFile(address) : openRemote(address))
  try {
    await migrate(engine)
  } catch (error) {
    if (!isDamaged(error)) throw error
    throw new CannotOpen(damaged(address.url), { cause: error })
  }
  return gate(engine)
}

/** Where a file: address points. */
export function filePath(url: string): string {
  return url.startsWith('file:///') ? fileURLToPath(url) : url.slice('file:'.length)
}

// FULL, because NORMAL can lose an acknowledged write when the power goes. EXCLUSIVE, because a second
// process that writes could corrupt the file; it also keeps the lock from the first statement on.
const pragmas = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA cache_size = -32000;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA temp_store = MEMORY;
`

// Brings the log home, so that the file is whole by itself, and gives up the lock: the driver keeps a
// closed file open until its statements have been collected.
const release = `
  PRAGMA journal_mode = DELETE;
  PRAGMA locking_mode = NORMAL;
  SELECT count(*) FROM sqlite_master;
`

async function openFile(address: Address): Promise<Engine> {
  const path = filePath(address.url)
  mkdirForDatabase(path)
  checkHeader(path, address.encryptionKey !== undefined)
  const client = await connect(path, address)
  const opened = drizzle(client, { schema, casing: 'snake_case' })
  return {
    kind: 'file',
    drizzle: opened,
    // It has all that a transaction has but nesting, which nobody may.
    write: (work) => client.write(() => work(opened as unknown as Tx)),
    turns: 1,
    heal: async () => {
      await client.reconnect()
      await client.executeMultiple(pragmas)
    },
    close: async () => {
      // A statement that was not read to its end keeps the log open: then it is emptied where it is.
      await client
        .executeMultiple(release)
        .catch(() => client.execute('PRAGMA wal_checkpoint(TRUNCATE)'))
      client.close()
    },
  }
}

async function connect(path: string, { encryptionKey }: Address): Promise<FileClient> {
  try {
    const client = fileClient(path, encryptionKey)
    await client.executeMultiple(pragmas)
    await client.executeMultiple('BEGIN IMMEDIATE; COMMIT;')
    return client
  } catch (error) {
    throw new CannotOpen(whyNot(error, path, encryptionKey !== undefined), { cause: error })
  }
}

function whyNot(error: unknown, path: string, keyed: boolean): string {
  if (isBusy(error)) {
    return `${path} is in use by another process. Stop the running app first, or use the backup and verification it offers itself.`
  }
  if (isNotADatabase(error)) {
    return keyed
      ? `${path} does not open with this key. Check DATABASE_KEY_FILE: it must be the key the file was made with.`
      : `${path} is encrypted or is not a database. If it is encrypted, set DATABASE_KEY_FILE.`
  }
  if (isDamaged(error)) return damaged(path)
  const reason = error instanceof Error ? error.message : String(error)
  return `${path} cannot be opened: ${reason}. Check that this account may write there.`
}

function damaged(where: string): string {
  return `${where} is damaged. Restore the last good backup.`
}

function mkdirForDatabase(path: string) {
  try {
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw new CannotOpen(
      `The folder ${dirname(path)} cannot be made. Check that this account may write there.`,
      {
        cause: error,
      },
    )
  }
}

/** Before the driver opens it, because reading it afterwards would drop SQLite's lock. */
function checkHeader(path: string, keyed: boolean) {
  if (keyed || !existsSync(path)) return
  const file = openSync(path, 'r')
  const header = Buffer.alloc(16)
  const length = readSync(file, header, 0, 16, 0)
  closeSync(file)
  if (length > 0 && header.toString('latin1') !== 'SQLite format 3\0') {
    throw new CannotOpen(
      `${path} is encrypted or is not a database. If it is encrypted, set DATABASE_KEY_FILE; otherwise move it away and start again.`,
    )
  }
}

// What it takes to speak to a server is read only where there is one.
async function openRemote({ url, authToken }: Address): Promise<Engine> {
  const { createClient } = await import('@libsql/client')
  const client = createClient({ url, ...(authToken && { authToken }) })
  const opened = drizzle(client, { schema, casing: 'snake_case' })
  return {
    kind: 'remote',
    drizzle: opened,
    write: (work) => opened.transaction(work),
    turns: 8,
    heal: async () => {},
    close: async () => client.close(),
  }
}
