// Reads the settings, opens and migrates the database, serves. The only file that touches process.
import { randomBytes, randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { digestMessage } from '#views/alerts/digest/message.tsx'
import { startDigests } from './alerts/digest/start-digests.ts'
import { createApp } from './app.tsx'
import { completeStarters } from './catalog/complete-starters.ts'
import { begin } from './catalog/starter.ts'
import { businessDay, type DayRule, periodOf } from './day.ts'
import type { Database } from './db/gate.ts'
import { CannotOpen, filePath, openDatabase } from './db/open.ts'
import { readKey, readSettings, type Settings, WrongSettings } from './env.ts'
import { startNightly } from './jobs/nightly.ts'
import { keep } from './keeping/keep.ts'
import { addSetUpLink } from './people/one-time-link.ts'
import { newKeyPair } from './phones/seal.ts'
import { readAssets } from './web/assets.ts'
import { CannotListen, listen } from './web/server.ts'
import { tokenHash } from './web/session.ts'

const clock = () => Date.now()
const newToken = () => randomBytes(32).toString('base64url')

try {
  await start(readSettings(process.env))
} catch (error) {
  const isForPeople = [WrongSettings, CannotOpen, CannotListen].some(
    (each) => error instanceof each,
  )
  if (!isForPeople || !(error instanceof Error)) throw error
  console.error(error.message)
  process.exit(78)
}

async function start(settings: Settings) {
  const log = pino({ level: settings.LOG_LEVEL })
  process.on('unhandledRejection', (error) => {
    log.error({ message: 'failed', error: error instanceof Error ? error.stack : String(error) })
  })
  process.on('uncaughtException', (error) => {
    log.fatal({ message: 'stopped', error: error.stack })
    process.exit(1)
  })
  const database = await openDatabase({
    url: settings.DATABASE_URL,
    authToken: settings.DATABASE_AUTH_TOKEN,
    encryptionKey: settings.databaseKey,
  })
  const dayRule = { timeZone: settings.TIME_ZONE, endsAtHour: 5 }
  await prepare(database, dayRule)
  const keeping = await keeper(settings, database)
  const jobs = startNightly({ database, clock, timeZone: settings.TIME_ZONE })
  const digests = await digester(settings, database, (event) => log.warn(event))
  const close = async () => {
    await jobs.stop()
    await digests?.stop()
    await keeping?.stop()
    await database.close()
  }
  const app = createApp({
    ...{ database, clock, newId: randomUUID, newToken, newKeyPair, keeping },
    timeZone: settings.TIME_ZONE,
    secure: isSecure(settings),
    publicUrl: settings.PUBLIC_URL ?? null,
    trustProxy: settings.TRUST_PROXY,
    sendsMail: digests !== null,
    log: (event) => log.info(event),
    startedAt: clock(),
  })
  const { HOST: host, PORT: port, tls } = settings
  const listening = await listen(app.fetch, { host, port, tls }).catch(async (error) => {
    await close()
    throw error
  })
  const stop = async () => {
    await listening.stop()
    await close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  await announce(database, settings.PUBLIC_URL ?? localUrl(settings, listening.port))
  // Pages wait for them; without them there are none.
  await readAssets()
}

/** A libSQL server keeps and checks its own files. */
/** A new database begins; an older one gets what new ones have begun with since. */
async function prepare(database: Database, dayRule: DayRule) {
  const at = clock()
  const recording = {
    ...{ requestId: randomUUID(), personId: null, at },
    ...{ today: businessDay(at, dayRule), period: periodOf(at, dayRule) },
  }
  await database.write(async (tx) => {
    await begin(tx, recording.today)
    await completeStarters(tx, recording)
  })
}

async function keeper(settings: Settings, database: Database) {
  if (database.kind === 'remote') return null
  const { BACKUP_KEY_FILE: keyFile, BACKUP_DIR: folder, TIME_ZONE: timeZone } = settings
  const live = { path: filePath(settings.DATABASE_URL), encryptionKey: settings.databaseKey }
  const backupKey = keyFile ? readKey(keyFile, 'BACKUP_KEY_FILE') : undefined
  return keep({ database, live, folder, backupKey, clock, timeZone })
}

/** Without a mail server nobody is told by e-mail, and what it takes is not read. */
async function digester(settings: Settings, database: Database, log: (event: object) => void) {
  const { SMTP_URL: server, PUBLIC_URL, TIME_ZONE: timeZone } = settings
  if (!server || !PUBLIC_URL) return null
  const url = PUBLIC_URL.replace(/\/+$/, '')
  const { mailBy } = await import('./jobs/mail.ts')
  const mail = mailBy(server, new URL(url).hostname)
  return startDigests({ database, clock, timeZone, mail, url, write: digestMessage, log })
}

/** Behind a proxy of ours the browser speaks HTTPS, whatever reaches the app. */
function isSecure({ tls, TRUST_PROXY, PUBLIC_URL }: Settings): boolean {
  return tls !== undefined || TRUST_PROXY || PUBLIC_URL?.startsWith('https:') === true
}

function localUrl({ tls, HOST }: Settings, port: number): string {
  return `${tls ? 'https' : 'http'}://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`
}

async function announce(database: Database, url: string) {
  const address = url.replace(/\/+$/, '')
  console.log(`Relais is at ${address}`)
  const token = newToken()
  const isNew = await database.write((tx) =>
    addSetUpLink(tx, { tokenHash: tokenHash(token), at: clock() }),
  )
  if (isNew !== true) return
  console.log(`Set up: ${address}/set-up/${token}`)
  console.log('To look around first: stop it, `npm run demo`, and start it again.')
}
