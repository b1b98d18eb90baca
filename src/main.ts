// Reads the settings, opens and migrates the database, serves. The only file that touches process.
import { randomBytes, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from './app.tsx'
import { begin } from './catalog/starter.ts'
import { businessDay } from './day.ts'
import { CannotOpen, openDatabase } from './db/open.ts'
import { readSettings, WrongSettings } from './env.ts'

try {
  await start()
} catch (error) {
  if (!(error instanceof WrongSettings) && !(error instanceof CannotOpen)) throw error
  console.error(error.message)
  process.exitCode = 78
}

async function start() {
  const settings = readSettings(process.env)
  const log = pino({ level: settings.LOG_LEVEL })
  const clock = () => Date.now()
  const database = await openDatabase({
    url: settings.DATABASE_URL,
    authToken: settings.DATABASE_AUTH_TOKEN,
    encryptionKey: settings.databaseKey,
  })
  const dayRule = { timeZone: settings.TIME_ZONE, endsAtHour: 5 }
  await database.write((tx) => begin(tx, businessDay(clock(), dayRule)))
  const app = createApp({
    database,
    clock,
    newId: randomUUID,
    newToken: () => randomBytes(32).toString('base64url'),
    timeZone: settings.TIME_ZONE,
    secure:
      settings.TLS_CERT_FILE !== undefined || settings.PUBLIC_URL?.startsWith('https:') === true,
    publicUrl: settings.PUBLIC_URL ?? null,
    log: (event) => log.info(event),
    startedAt: clock(),
    keeping: null,
  })
  const server = serve(
    { fetch: app.fetch, hostname: settings.HOST, port: settings.PORT },
    (info) => {
      console.log(`Relais is at ${settings.PUBLIC_URL ?? `http://${settings.HOST}:${info.port}`}`)
    },
  )
  const stop = () => {
    server.close(() => database.close().then(() => process.exit(0)))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
