// npm run demo: fills an empty database with eighteen months of an invented programme.
import { randomBytes } from 'node:crypto'
import type { Database } from '#src/db/gate.ts'
import { openDatabase } from '#src/db/open.ts'
import type { Settings } from '#src/env.ts'
import { passwordHash } from '#src/people/passwords.ts'
import { CannotDo, runCommand } from './command.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { addDemoLinks, linesOf } from './demo/links.ts'
import { monthsDone, monthsOn } from './demo/progress.ts'
import { play } from './demo/scene.ts'
import { sumsOf } from './demo/sums.ts'

const months = 18
const newToken = () => randomBytes(32).toString('base64url')

await runCommand(async (settings) => {
  const database = await openDatabase({
    url: settings.DATABASE_URL,
    authToken: settings.DATABASE_AUTH_TOKEN,
    encryptionKey: settings.databaseKey,
  })
  try {
    await fill(database, settings)
    await printLinks(database, settings)
  } finally {
    await database.close()
  }
  return 0
})

async function fill(database: Database, { TIME_ZONE: timeZone }: Settings) {
  const options = {
    ...{ database, now: Date.now(), timeZone, months, onMonth: monthsOn(process.stdout) },
    passwordHash: await passwordHash(newToken()),
  }
  if (!(await fillDemo(options))) {
    throw new CannotDo(
      'There are people or entries already: the demo fills only an empty database. Set DATABASE_URL to a new file.',
    )
  }
  monthsDone(process.stdout)
  const { visits, units, entries } = await database.read(sumsOf)
  console.log(
    `${counted(visits)} visits, ${counted(units)} units handed out, ${counted(entries)} entries.`,
  )
}

/** Each is good once, for a week, from the next start on. */
async function printLinks(database: Database, settings: Settings) {
  const links = await play({ database }, (tx) => addDemoLinks(tx, { now: Date.now(), newToken }))
  console.log(linesOf(links, addressOf(settings)).join('\n'))
}

function addressOf({ PUBLIC_URL, HOST, PORT, tls }: Settings): string {
  if (PUBLIC_URL) return PUBLIC_URL.replace(/\/+$/, '')
  return `${tls ? 'https' : 'http'}://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
}

function counted(number: number): string {
  return number.toLocaleString('en-CA')
}
