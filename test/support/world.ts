// The named world every test starts from: a real database file with the starter catalogue, four
// people, two bags and three venues. Time stands still until a test moves it.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#src/app.tsx'
import { type ItemChoice, itemChoices } from '#src/catalog/items.ts'
import { builtInLots, lotIds } from '#src/catalog/lots.ts'
import { builtInPlace } from '#src/catalog/places.ts'
import { begin } from '#src/catalog/starter.ts'
import { addDays, businessDay, type Day, periodOf } from '#src/day.ts'
import type { Database, Tx } from '#src/db/gate.ts'
import { type Address, openDatabase } from '#src/db/open.ts'
import {
  type LocationRole,
  location,
  parLine,
  person,
  type Role,
  type Stream,
  session,
} from '#src/db/schema/index.ts'
import { type Heading, type Movement, post } from '#src/ledger/post.ts'
import { newKeyPair } from '#src/phones/seal.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { AppOptions } from '#src/web/context.ts'
import { tokenHash } from '#src/web/session.ts'
import { freshServer } from './fresh-server.ts'

/** Monday 23 November 2026, 14:00 in Montréal. */
export const startOfTime = Date.parse('2026-11-23T19:00:00Z')
export const timeZone = 'America/Toronto'

export type World = Awaited<ReturnType<typeof openWorld>>

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder that goes when the tests end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relais-test-'))
  folders.push(folder)
  return folder
}

let template: Promise<string> | undefined

/** A fresh database file, begun: copied from one that this process migrated once. */
export async function freshFile(): Promise<Address> {
  template ??= makeTemplate()
  const path = join(temporaryFolder(), 'stock.db')
  copyFileSync(await template, path)
  return { url: `file:${path}` }
}

/** A file, or a server where the project of vitest.config.ts asks for one. */
function freshDatabase(): Promise<Address> {
  return process.env.TEST_ENGINE === 'server' ? freshServer() : freshFile()
}

async function makeTemplate(): Promise<string> {
  const path = join(temporaryFolder(), 'template.db')
  const database = await openDatabase({ url: `file:${path}` })
  await database.write((tx) => begin(tx, '2026-11-23'))
  await database.close()
  return path
}

/** Opens the world on a fresh database, or on the address given (a keyed file, a server of the test). */
export async function openWorld(address?: Address) {
  const database = await openDatabase(address ?? (await freshDatabase()))
  let now = startOfTime
  let ids = 0
  const named = await written(database, async (tx) => {
    await begin(tx, '2026-11-23')
    return settle(tx)
  })
  const items = await database.read(itemChoices)
  const rule = { timeZone, endsAtHour: 5 }
  const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`

  const world = {
    database,
    ...named,
    clock: () => now,
    newId,
    today: (): Day => businessDay(now, rule),
    /** Moves time on, by hours (or back, by negative ones). */
    pass: (hours: number) => {
      now += hours * 3_600_000
    },
    item: (code: string): ItemChoice => {
      const found = items.find((each) => each.code === code)
      if (!found) throw new Error(`the world has no item ${code}`)
      return found
    },
    /** Who records now, by a new request unless one is given. */
    recording: (requestId = newId()): Recording => ({
      ...{ requestId, personId: named.people.stock, at: now },
      today: businessDay(now, rule),
      period: periodOf(now, rule),
    }),
    /** Runs a command; a refusal fails the test. */
    write: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => written(database, work),
    /** Runs a command that must be refused, and returns why. */
    refused: async (work: (tx: Tx) => Promise<unknown>): Promise<Refusal> => {
      const result = await database.write(work)
      if (result instanceof Refusal) return result
      throw new Error('the command was not refused')
    },
    close: () => database.close(),
  }
  return world
}

async function written<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await database.write(work)
  if (result instanceof Refusal) {
    throw new Error(`refused: ${result.code} ${JSON.stringify(result.params)}`)
  }
  return result
}

async function settle(tx: Tx) {
  const central = await builtInPlace(tx, 'central')
  const people = {
    admin: await newPerson(tx, { name: 'Ada', role: 'admin' }),
    coordinator: await newPerson(tx, { name: 'Chloé', role: 'coordinator' }),
    stock: await newPerson(tx, { name: 'Sam', role: 'stock' }),
    outreach: await newPerson(tx, { name: 'Omar', role: 'outreach' }),
  }
  const bags = {
    bag1: await newBag(tx, { name: 'Sac 1', feederId: central.id }),
    bag2: await newBag(tx, { name: 'Sac 2', feederId: central.id }),
  }
  const venues = {
    sky: await newVenue(tx, { name: 'Sky', role: 'bar', stream: 'outreach' }),
    park: await newVenue(tx, { name: 'Parc', role: 'street', stream: 'outreach' }),
    motel: await newVenue(tx, { name: 'Motel', role: 'hotel', stream: 'outreach' }),
  }
  const places = {
    central: central.id,
    shelves: (await builtInPlace(tx, 'drop-in-shelves')).id,
    floor: (await builtInPlace(tx, 'drop-in-floor')).id,
    quarantine: (await builtInPlace(tx, 'quarantine')).id,
    unlogged: (await builtInPlace(tx, 'unlogged')).id,
    assembly: (await builtInPlace(tx, 'assembly')).id,
    expired: (await builtInPlace(tx, 'expired')).id,
    damaged: (await builtInPlace(tx, 'damaged')).id,
    lost: (await builtInPlace(tx, 'lost')).id,
    found: (await builtInPlace(tx, 'found')).id,
    opening: (await builtInPlace(tx, 'opening')).id,
    donor: (await builtInPlace(tx, 'donor')).id,
  }
  return { people, bags, venues, places }
}

async function newPerson(tx: Tx, { name, role }: { name: string; role: Role }): Promise<number> {
  const [made] = await tx
    .insert(person)
    .values({ name, signInName: name.toLowerCase(), role, language: 'en' })
    .returning()
  return made?.id ?? 0
}

async function newBag(tx: Tx, { name, feederId }: { name: string; feederId: number }) {
  const [made] = await tx
    .insert(location)
    .values({ kind: 'bag', role: 'bag', nameFr: name, stream: 'outreach', feederId })
    .returning()
  return made?.id ?? 0
}

type NewVenue = { name: string; role: LocationRole; stream: Stream }

async function newVenue(tx: Tx, { name, role, stream }: NewVenue): Promise<number> {
  const [made] = await tx
    .insert(location)
    .values({ kind: 'venue', role, nameFr: name, stream, visitEveryDays: 7 })
    .returning()
  return made?.id ?? 0
}

/** Puts stock somewhere, as an opening: "100 condoms of this expiry in the stockroom". */
export async function stockUp(
  world: World,
  lines: readonly {
    code: string
    quantity: number
    expiresOn?: Day
    lotCode?: string
    placeId?: number
    on?: Day
  }[],
) {
  return world.write(async (tx) => {
    const lots = await lotIds(
      tx,
      lines.map(({ code, lotCode, expiresOn }) => ({
        itemId: world.item(code).id,
        lots: world.item(code).lots,
        code: world.item(code).lots === 'number' ? (lotCode ?? 'L1') : '',
        expiresOn:
          world.item(code).lots === 'none' ? null : (expiresOn ?? addDays(world.today(), 1000)),
      })),
    )
    const movements: Movement[] = lines.map(({ code, quantity, placeId }, index) => ({
      ...{ itemId: world.item(code).id, lotId: lots[index] ?? 0, quantity },
      ...{ fromId: world.places.opening, toId: placeId ?? world.places.central },
    }))
    const heading: Heading = { kind: 'opening', happenedOn: lines[0]?.on ?? world.today() }
    return post(tx, heading, movements, world.recording())
  })
}

/** What a bag should hold when it leaves. */
export async function setPar(world: World, bagId: number, par: Readonly<Record<string, number>>) {
  const rows = Object.entries(par).map(([code, quantity], position) => ({
    ...{ locationId: bagId, itemId: world.item(code).id, quantity, position },
  }))
  await world.write((tx) => tx.insert(parLine).values(rows))
}

/** The lot an item has without anybody choosing: "untracked", or "unknown". */
export async function builtInLot(world: World, code: string): Promise<number> {
  const itemId = world.item(code).id
  const lots = await world.write((tx) => builtInLots(tx, [itemId]))
  return lots.get(itemId) ?? 0
}

/** The app over the world, as main.ts would make it. */
export function appOf(world: Pick<World, 'database' | 'clock'>, options: Partial<AppOptions> = {}) {
  return createApp({
    ...{ database: world.database, clock: world.clock, newId: () => crypto.randomUUID() },
    newToken: () => `${crypto.randomUUID()}${crypto.randomUUID()}`,
    newKeyPair,
    ...{
      timeZone,
      secure: false,
      publicUrl: null,
      trustProxy: false,
      startedAt: world.clock(),
      keeping: null,
      sendsMail: false,
    },
    log: () => {},
    ...options,
  })
}

/** Signs a person in and gives the cookie header that proves it. */
export async function cookieOf(world: World, role: Role): Promise<string> {
  const token = `token-of-${role}-${world.newId()}`
  await world.write((tx) =>
    tx.insert(session).values({
      ...{ tokenHash: tokenHash(token), personId: world.people[role], device: 'test' },
      ...{ startedAt: world.clock(), seenAt: world.clock(), endsAt: world.clock() + 43_200_000 },
    }),
  )
  return `session=${token}`
}
