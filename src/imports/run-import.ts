// Writes a plan without problems, in one transaction: all of it or nothing.
import { eq, sql } from 'drizzle-orm'
import { openDays, serviceCalendar } from '#src/catalog/calendar.ts'
import { folded } from '#src/catalog/items.ts'
import { builtInLots, lotIds } from '#src/catalog/lots.ts'
import { builtInPlace } from '#src/catalog/places.ts'
import { addDays, type Day } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { entry, type LocationRole, location, request } from '#src/db/schema/index.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import type { OpeningRow, PastUseRow } from './form.ts'
import { importCatalogue } from './import-catalogue.ts'
import { fileId, type Known, type Plan, placeNamed } from './plan.ts'

/** What an import wrote; `entryId` is its first entry, through which all of it can be taken back. */
export type Imported = {
  readonly kind: Plan['kind']
  readonly rows: number
  readonly entryId: number | null
}

export async function runImport(
  tx: Tx,
  plan: Plan,
  known: Known,
  recording: Recording,
): Promise<Imported> {
  switch (plan.kind) {
    case 'catalogue':
      return importCatalogue(tx, plan.rows, recording)
    case 'opening':
      return importOpening(tx, plan.rows, recording)
    case 'past-use':
      return importPastUse(tx, plan.rows, known, recording)
  }
}

/** A file as a request: the same file is the same one, so importing it twice adds nothing. */
export type FileRequest = {
  readonly id: string
  /** The day this very file was imported; null when it was not, or was taken back since. */
  readonly importedOn: Day | null
}

/** The request this file is now: its content's, or a new one where that import was taken back. */
export async function requestOfFile(db: Db, csv: string): Promise<FileRequest> {
  for (let generation = 0; ; generation += 1) {
    const id = fileId(csv, generation)
    const [before] = await db.select().from(request).where(eq(request.id, id))
    if (!before) return { id, importedOn: null }
    if (!(await wasTakenBack(db, id))) return { id, importedOn: before.recordedOn }
  }
}

async function wasTakenBack(db: Db, requestId: string): Promise<boolean> {
  const [standing] = await db
    .select({ entries: sql<number>`count(*)`, reversed: sql<number>`count(later.id)` })
    .from(entry)
    .leftJoin(sql`entry as later`, sql`later.reverses_id = ${entry.id}`)
    .where(eq(entry.requestId, requestId))
  return standing !== undefined && standing.entries > 0 && standing.entries === standing.reversed
}

type PlacedRow = OpeningRow & { readonly placeId: number }

async function importOpening(
  tx: Tx,
  rows: readonly PlacedRow[],
  recording: Recording,
): Promise<Imported> {
  const before = await builtInPlace(tx, 'opening')
  const lots = await lotIds(
    tx,
    rows.map(({ item, lot, expires_on }) => ({
      itemId: item.id,
      lots: item.lots,
      code: item.lots === 'number' ? (lot ?? '') : '',
      expiresOn: item.lots === 'none' ? null : expires_on,
    })),
  )
  const movements = rows.map(({ day, item, quantity, placeId }, index) => ({
    ...{ day, itemId: item.id, lotId: lots[index] ?? 0, quantity },
    ...{ fromId: before.id, toId: placeId },
  }))
  return posted(tx, 'opening', movements, recording)
}

async function importPastUse(
  tx: Tx,
  rows: readonly PastUseRow[],
  known: Known,
  recording: Recording,
): Promise<Imported> {
  const before = await builtInPlace(tx, 'opening')
  const venues = await venueIds(tx, rows, known)
  const lots = await builtInLots(tx, [...new Set(rows.map(({ item }) => item.id))])
  const calendar = await serviceCalendar(tx)
  const movements = rows.flatMap((row) => {
    const stream = row.venue_kind === 'drop-in-floor' ? 'drop-in' : 'outreach'
    const days = row.day.length === 7 ? openDays(calendar, stream, ...monthOf(row.day)) : [row.day]
    return spread(row.quantity, days.length > 0 ? days : [`${row.day}-15`]).map((part) => ({
      ...part,
      ...{ itemId: row.item.id, lotId: lots.get(row.item.id) ?? 0 },
      ...{ fromId: before.id, toId: venues.get(folded(row.venue)) ?? 0 },
    }))
  })
  return posted(tx, 'past-use', movements, recording)
}

/** Shares a total out over days in whole units, as evenly as they allow: pure. */
export function spread(total: number, days: readonly Day[]): { day: Day; quantity: number }[] {
  return days
    .map((day, index) => ({
      day,
      quantity:
        Math.floor((total * (index + 1)) / days.length) - Math.floor((total * index) / days.length),
    }))
    .filter(({ quantity }) => quantity > 0)
}

function monthOf(month: string): [Day, Day] {
  const first = `${month}-01`
  return [first, addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1)]
}

type DatedMovement = Movement & { readonly day: Day }

/** One entry a day, all of the same request: they are taken back together. */
async function posted(
  tx: Tx,
  kind: 'opening' | 'past-use',
  movements: readonly DatedMovement[],
  recording: Recording,
): Promise<Imported> {
  const byDay = new Map<Day, Movement[]>()
  for (const { day, ...each } of movements) {
    const ofDay = byDay.get(day)
    if (ofDay) ofDay.push(each)
    else byDay.set(day, [each])
  }
  let entryId: number | null = null
  for (const [part, day] of [...byDay.keys()].sort().entries()) {
    const id = await post(tx, { kind, happenedOn: day, part }, byDay.get(day) ?? [], recording)
    entryId ??= id
  }
  return { kind, rows: movements.length, entryId }
}

/** Venues by the name in the file; those that are not there yet are made. */
async function venueIds(tx: Tx, rows: readonly PastUseRow[], known: Known) {
  const ids = new Map<string, number>()
  for (const { venue, venue_kind } of rows) {
    if (ids.has(folded(venue))) continue
    const found = placeNamed(known.venues, venue)
    ids.set(folded(venue), found?.id ?? (await newVenue(tx, venue, venue_kind)))
  }
  return ids
}

async function newVenue(tx: Tx, name: string, role: LocationRole): Promise<number> {
  const stream = role === 'drop-in-floor' ? ('drop-in' as const) : ('outreach' as const)
  const [made] = await tx
    .insert(location)
    .values({ kind: 'venue', role, nameFr: name, stream, visitEveryDays: 7 })
    .returning({ id: location.id })
  return made?.id ?? 0
}
