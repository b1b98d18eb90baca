import { and, eq, exists, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '#src/db/gate.ts'
import {
  entry,
  entryTrace,
  item,
  location,
  lot,
  movement,
  onHand,
  person,
  type Role,
  shiftPerson,
} from '#src/db/schema/index.ts'

/** Who reads: an outreach worker sees the entries of their shifts and those they recorded. */
export type Reader = { readonly personId: number; readonly role: Role }

/** The condition under which an entry is somebody's to read and to take back. */
export function readableBy(db: Db, { personId, role }: Reader): SQL | undefined {
  if (role !== 'outreach') return undefined
  const ofTheirShift = db
    .select({ one: sql`1` })
    .from(shiftPerson)
    .where(and(eq(shiftPerson.shiftId, entry.shiftId), eq(shiftPerson.personId, personId)))
  const recorded = db
    .select({ one: sql`1` })
    .from(entryTrace)
    .where(and(eq(entryTrace.entryId, entry.id), eq(entryTrace.personId, personId)))
  return or(exists(ofTheirShift), exists(recorded))
}

/** One entry with all that it says; null when there is none, or none for this reader. */
export async function entryById(db: Db, id: number, reader: Reader) {
  const [found] = await db
    .select({
      entry,
      recordedAt: entryTrace.recordedAt,
      recordedBy: person.name,
      reversedById: sql<
        number | null
      >`(select id from entry as later where later.reverses_id = ${id})`,
      reversedOn: sql<
        string | null
      >`(select recorded_on from entry as later where later.reverses_id = ${id})`,
    })
    .from(entry)
    .leftJoin(entryTrace, eq(entryTrace.entryId, entry.id))
    .leftJoin(person, eq(person.id, entryTrace.personId))
    .where(and(eq(entry.id, id), readableBy(db, reader)))
  if (!found) return null
  const { entry: heading, ...about } = found
  const movements = await movementsOf(db, id)
  return {
    ...{ ...heading, ...about, movements },
    together: await entriesOfRequest(db, heading),
    balances: heading.reversesId === null ? [] : await balancesOf(db, movements),
  }
}

const from = alias(location, 'from_place')
const to = alias(location, 'to_place')

async function movementsOf(db: Db, entryId: number) {
  return db
    .select({
      quantity: movement.quantity,
      item: {
        ...{ id: item.id, nameFr: item.nameFr, nameEn: item.nameEn },
        ...{ unitFr: item.unitFr, unitEn: item.unitEn },
      },
      lot: { id: lot.id, kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn },
      from: { id: from.id, nameFr: from.nameFr, nameEn: from.nameEn, kind: from.kind },
      to: { id: to.id, nameFr: to.nameFr, nameEn: to.nameEn, kind: to.kind },
    })
    .from(movement)
    .innerJoin(item, eq(item.id, movement.itemId))
    .innerJoin(lot, eq(lot.id, movement.lotId))
    .innerJoin(from, eq(from.id, movement.fromId))
    .innerJoin(to, eq(to.id, movement.toId))
    .where(eq(movement.entryId, entryId))
    .orderBy(movement.id)
}

type Moved = Awaited<ReturnType<typeof movementsOf>>[number]

/** The others that the same request wrote: they are taken back together. */
async function entriesOfRequest(db: Db, { id, requestId }: { id: number; requestId: string }) {
  return db
    .select({ id: entry.id, kind: entry.kind, sign: entry.sign, reversesId: entry.reversesId })
    .from(entry)
    .where(and(eq(entry.requestId, requestId), ne(entry.id, id)))
    .orderBy(entry.part)
}

/** What each stockroom and bag that these movements touched has of each item now; base units. */
async function balancesOf(db: Db, movements: readonly Moved[]) {
  const touched = new Map<string, { place: Moved['from']; item: Moved['item'] }>()
  for (const { item, from, to } of movements) {
    for (const place of [from, to]) {
      if (place.kind !== 'stockroom' && place.kind !== 'bag') continue
      touched.set(`${place.id} ${item.id}`, { place, item })
    }
  }
  if (touched.size === 0) return []
  const each = [...touched.values()]
  const rows = await db
    .select({
      key: sql<string>`${onHand.locationId} || ' ' || ${onHand.itemId}`,
      quantity: sql<number>`sum(${onHand.quantity})`,
    })
    .from(onHand)
    .where(
      and(
        inArray(onHand.itemId, [...new Set(each.map(({ item }) => item.id))]),
        inArray(onHand.locationId, [...new Set(each.map(({ place }) => place.id))]),
      ),
    )
    .groupBy(onHand.locationId, onHand.itemId)
  const now = new Map(rows.map(({ key, quantity }) => [key, quantity]))
  return [...touched].map(([key, pair]) => ({ ...pair, quantity: now.get(key) ?? 0 }))
}
