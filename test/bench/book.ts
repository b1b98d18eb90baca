// Books of any size for the measurements: bags that went out, stops, returns, donations, all written through
// the triggers, always the same. Filled once and kept in the temporary folder of the machine.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client, InStatement } from '@libsql/client'
import { and, eq, inArray } from 'drizzle-orm'
import { addDays, type Day } from '#src/day.ts'
import { item, location, session } from '#src/db/schema/index.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { tokenHash } from '#src/web/session.ts'
import { numbersFrom } from '#test/planning/made-history.ts'
import { repository } from '#test/support/source.ts'
import { freshFile, openWorld, stockUp, temporaryFolder, type World } from '#test/support/world.ts'

/** What one outing of a bag writes: 8 lines out, 3 stops of 3, 8 lines back. */
const linesOfABag = 8
const stops = 3
const givenAtAStop = 3
export const movementsOfAnOuting = linesOfABag + stops * givenAtAStop + linesOfABag
const answersKeptSince = '2026-09-25'
/** However long the history, the last years are the same, so that pages show equal rows. */
const recentOutings = 400
const daysBetweenRecentOutings = 2
const earlierOutingsADay = 12

/** A copy of the book that may be written to. */
export async function bookOf(movements: number): Promise<string> {
  const kept = join(tmpdir(), `relais-bench-${recipe()}`)
  mkdirSync(kept, { recursive: true })
  const path = join(kept, `${movements}.db`)
  if (!existsSync(path)) renameSync(await fill(movements), path)
  const copy = join(temporaryFolder(), 'stock.db')
  copyFileSync(path, copy)
  return copy
}

/** Another schema, other triggers or another way to fill are another book. */
function recipe(): string {
  const hash = createHash('sha256')
  const migrations = readdirSync(join(repository, 'src/db/migrations'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `src/db/migrations/${name}`)
  const sources = ['src/db/ledger.sql', ...migrations.sort(), 'test/bench/book.ts']
  for (const path of sources) hash.update(readFileSync(join(repository, path)))
  return hash.digest('hex').slice(0, 12)
}

async function fill(movements: number): Promise<string> {
  const { url } = await freshFile()
  const world = await openWorld({ url })
  const places = await settle(world)
  await world.database.alone(async ({ $client }) => {
    await $client.execute('PRAGMA synchronous = OFF')
    await writeOutings($client, places, Math.round(movements / movementsOfAnOuting))
  })
  await world.close()
  return url.slice('file:'.length)
}

type Thing = { readonly itemId: number; readonly lotId: number }

type Places = {
  readonly central: number
  readonly bags: readonly number[]
  readonly venues: readonly number[]
  readonly things: readonly Thing[]
  readonly personId: number
}

/** 12 bags with a par list each, 40 venues, and enough of everything that counts. */
async function settle(world: World): Promise<Places> {
  const exact = await world.database.read((db) =>
    db
      .select({ code: item.code })
      .from(item)
      .where(and(eq(item.tracking, 'exact'), eq(item.allowedInBags, true))),
  )
  const since = addDays(world.today(), -10_000)
  await stockUp(
    world,
    exact.map(({ code }) => ({ code, quantity: 100_000_000, on: since, expiresOn: '2039-12-31' })),
  )
  const { central } = world.places
  const lots = await world.database.read((db) => lotsIn(db, { locationId: central }))
  const things = lots.map(({ itemId, lotId }) => ({ itemId, lotId }))
  await world.write((tx) =>
    tx.insert(location).values([
      ...named(10, (number) => ({
        ...{ kind: 'bag' as const, role: 'bag' as const, nameFr: `Sac ${number + 3}` },
        ...{ stream: 'outreach' as const, feederId: central },
      })),
      ...named(37, (number) => ({
        ...{ kind: 'venue' as const, role: 'bar' as const, nameFr: `Bar ${number}` },
        ...{ stream: 'outreach' as const, visitEveryDays: 7 },
      })),
    ]),
  )
  await world.write((tx) =>
    tx.insert(session).values({
      ...{ tokenHash: tokenHash('bench'), personId: world.people.coordinator, device: 'bench' },
      ...{ startedAt: world.clock(), seenAt: world.clock(), endsAt: world.clock() + 43_200_000 },
    }),
  )
  const made = await world.database.read((db) =>
    db
      .select()
      .from(location)
      .where(inArray(location.kind, ['bag', 'venue'])),
  )
  const ids = (role: string) => made.filter((each) => each.role === role).map(({ id }) => id)
  return { central, bags: ids('bag'), venues: ids('bar'), things, personId: world.people.outreach }
}

function named<T>(count: number, row: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, number) => row(number))
}

type Row = readonly (string | number | null)[]
type Table = 'shift' | 'shift_person' | 'visit' | 'entry' | 'entry_trace' | 'movement' | 'request'

const columns: Readonly<Record<Table, string>> = {
  shift: 'id, bag_id, started_on',
  shift_person: 'shift_id, person_id',
  visit: 'id, venue_id, shift_id, happened_on, period, contacts',
  entry: 'id, kind, request_id, happened_on, period, recorded_on, shift_id, visit_id',
  entry_trace: 'entry_id, person_id, recorded_at',
  movement: 'entry_id, item_id, lot_id, from_id, to_id, quantity',
  request: 'id, fingerprint, answer, recorded_on',
}

type Sheets = Readonly<Record<Table, Row[]>>

const outingsAtOnce = 200

async function writeOutings(client: Client, places: Places, outings: number) {
  const random = numbersFrom(7)
  const [first] = (await client.execute('select max(id) + 1 as id from entry')).rows
  const ids = { entry: Number(first?.id), shift: 1, visit: 1 }
  for (let done = 0; done < outings; done += outingsAtOnce) {
    const sheets: Sheets = {
      ...{ shift: [], shift_person: [], visit: [], entry: [] },
      ...{ entry_trace: [], movement: [], request: [] },
    }
    for (let each = done; each < Math.min(outings, done + outingsAtOnce); each++) {
      writeOuting(sheets, { places, ids, random, day: dayOf(outings - each) })
    }
    await client.batch((Object.keys(columns) as Table[]).map((table) => insert(table, sheets)))
  }
}

/** The last outing was yesterday; recent ones are days apart, earlier ones many a day. */
function dayOf(outingsLeft: number): Day {
  const recent = Math.min(outingsLeft, recentOutings) * daysBetweenRecentOutings
  const earlier = Math.max(0, outingsLeft - recentOutings) / earlierOutingsADay
  return addDays('2026-11-24', -Math.ceil(recent + earlier))
}

function insert(table: Table, sheets: Sheets): InStatement {
  const names = columns[table].split(', ')
  const values = names.map((_, index) => `value ->> ${index}`).join(', ')
  return {
    sql: `insert into ${table} (${columns[table]}) select ${values} from json_each(?)`,
    args: [JSON.stringify(sheets[table])],
  }
}

type Outing = {
  readonly places: Places
  readonly ids: { entry: number; shift: number; visit: number }
  readonly random: () => number
  readonly day: Day
}

const loaded = 40

function writeOuting(sheets: Sheets, outing: Outing) {
  const { places, ids, random, day } = outing
  const { central, bags, venues, things, personId } = places
  const shiftId = ids.shift++
  const bag = bags[shiftId % bags.length] ?? 0
  const inBag = Array.from({ length: linesOfABag }, (_, line) => {
    const thing = things[((shiftId % bags.length) * 5 + line) % things.length]
    return { ...(thing ?? { itemId: 0, lotId: 0 }), left: loaded }
  })
  sheets.shift.push([shiftId, bag, day])
  sheets.shift_person.push([shiftId, personId])
  const out = writeEntry(sheets, outing, ['check-out', shiftId, null])
  for (const { itemId, lotId } of inBag) {
    sheets.movement.push([out, itemId, lotId, central, bag, loaded])
  }
  for (let stop = 0; stop < stops; stop++) {
    const visitId = ids.visit++
    const venue = venues[Math.floor(random() * venues.length)] ?? 0
    sheets.visit.push([visitId, venue, shiftId, day, 'afternoon', Math.floor(random() * 9)])
    const given = writeEntry(sheets, outing, ['hand-out', shiftId, visitId])
    for (let line = 0; line < givenAtAStop; line++) {
      const thing = inBag[(stop * givenAtAStop + line) % linesOfABag]
      if (!thing) continue
      const quantity = 1 + Math.floor(random() * 6)
      thing.left -= quantity
      sheets.movement.push([given, thing.itemId, thing.lotId, bag, venue, quantity])
    }
  }
  const back = writeEntry(sheets, outing, ['return', shiftId, null])
  for (const { itemId, lotId, left } of inBag) {
    sheets.movement.push([back, itemId, lotId, bag, central, left])
  }
}

/** An entry with what stands beside it: who recorded it, and the request it answered. */
function writeEntry(
  sheets: Sheets,
  { ids, day, places }: Outing,
  [kind, shiftId, visitId]: readonly [string, number, number | null],
): number {
  const id = ids.entry++
  const uuid = createHash('sha256').update(`${id}`).digest('hex')
  const requestId = `${uuid.slice(0, 8)}-${uuid.slice(8, 12)}-4${uuid.slice(13, 16)}-8${uuid.slice(17, 20)}-${uuid.slice(20, 32)}`
  sheets.entry.push([id, kind, requestId, day, 'afternoon', day, shiftId, visitId])
  sheets.entry_trace.push([id, places.personId, Date.parse(`${day}T19:00:00Z`)])
  // What is older has been pruned in the night.
  if (day >= answersKeptSince) {
    const fingerprint = createHash('sha256').update(requestId).digest('base64url')
    const answer = JSON.stringify({ shiftId, entryId: id })
    sheets.request.push([requestId, fingerprint, answer, day])
  }
  return id
}
