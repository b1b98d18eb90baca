// A visit as the book knows it: what was handed out there and still counts, what was asked for in vain,
// how many people were met. Bags and the drop-in share it.
import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import { amend } from '#src/db/amend.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import {
  entry,
  family,
  item,
  lot,
  movement,
  onHand,
  parLine,
  unmet,
  visit,
} from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { type Offered, type Tally, tallyOf } from './tally.ts'

type Asked = {
  /** Null before anything was recorded. */
  readonly visitId: number | null
  /** What is given from. */
  readonly holder: Holder
  readonly day: Day
  readonly stopsToGo?: number
}

/** The tally of a visit, in three statements; in one before anything was recorded. */
export async function tallyAt(db: Db, { visitId, holder, ...asked }: Asked): Promise<Tally> {
  const offered = await offeredFrom(db, holder)
  const handOuts = visitId === null ? [] : await handOutsOf(db, visitId)
  const unmet = visitId === null ? [] : await unmetOf(db, visitId)
  return tallyOf({ offered, handOuts, unmet, ...asked })
}

const later = alias(entry, 'later')
const takenBack = alias(unmet, 'taken_back')

const names = {
  ...{ id: item.id, code: item.code, shortFr: item.shortFr, shortEn: item.shortEn },
  ...{ nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
}

export type VisitHandOut = Awaited<ReturnType<typeof handOutsOf>>[number]
export type VisitUnmet = Awaited<ReturnType<typeof unmetOf>>[number]

/** The hand-outs of a visit that count, a row a lot, oldest first; with what tells whether a lot was usable. */
export async function handOutsOf(db: Db, visitId: number) {
  return handOutsAsked(db).all({ visitId })
}

const handOutsAsked = prepared((db) => {
  const counts = [eq(entry.visitId, sql.placeholder('visitId')), eq(entry.kind, 'hand-out')]
  return (
    db
      .select({
        entryId: entry.id,
        item: names,
        quantity: movement.quantity,
        lotKind: lot.kind,
        ...{ expiresOn: lot.expiresOn, heldOn: lot.heldOn },
        ...{
          expiry: item.expiry,
          graceDays: item.graceDays,
          minimumLifeDays: item.minimumLifeDays,
        },
      })
      .from(entry)
      .innerJoin(visit, eq(visit.id, entry.visitId))
      // By entry, and never by venue (+): a venue has a history as long as the book.
      .innerJoin(
        movement,
        and(eq(movement.entryId, entry.id), sql`+${movement.toId} = ${visit.venueId}`),
      )
      .innerJoin(item, eq(item.id, movement.itemId))
      .innerJoin(lot, eq(lot.id, movement.lotId))
      .leftJoin(later, eq(later.reversesId, entry.id))
      .where(and(...counts, eq(entry.sign, 1), sql`${later.id} is null`))
      .orderBy(asc(entry.id), asc(movement.id))
      .prepare()
  )
})

/** What was asked for at a visit when there was none left, and was not taken back. */
export async function unmetOf(db: Db, visitId: number) {
  return unmetAsked(db).all({ visitId })
}

const unmetAsked = prepared((db) =>
  db
    .select({ id: unmet.id, item: names, quantity: unmet.quantity })
    .from(unmet)
    .innerJoin(item, eq(item.id, unmet.itemId))
    .leftJoin(takenBack, eq(takenBack.reversesId, unmet.id))
    .where(
      and(
        eq(unmet.visitId, sql.placeholder('visitId')),
        sql`${unmet.reversesId} is null and ${takenBack.id} is null`,
      ),
    )
    .orderBy(asc(unmet.id))
    .prepare(),
)

/**
 * Everything that can be handed out from a place: its par list, what is in it, and every other item too,
 * because people are given what they need and ask for what is not there.
 */
export async function offeredFrom(db: Db, { placeId, kind }: Holder): Promise<Offered[]> {
  return offered[kind](db).all({ placeId })
}

type Holder = { readonly placeId: number; readonly kind: keyof typeof offered }

const offered = { bag: offeredTo(item.allowedInBags), shelves: offeredTo(item.allowedAtDropIn) }

function offeredTo(isAllowed: typeof item.allowedInBags | typeof item.allowedAtDropIn) {
  const placeId = sql.placeholder('placeId')
  const isHere = sql`select 1 from ${onHand}
    where ${onHand.itemId} = ${item.id} and ${onHand.locationId} = ${placeId}`
  return prepared((db) =>
    db
      .select({
        item: names,
        size: item.size,
        family: { id: family.id, nameFr: family.nameFr, nameEn: family.nameEn },
        position: parLine.position,
        left: sql<number | null>`(select sum(quantity) from ${onHand}
          where ${onHand.itemId} = ${item.id} and ${onHand.locationId} = ${placeId})`,
      })
      .from(item)
      .leftJoin(family, eq(family.id, item.familyId))
      .leftJoin(parLine, and(eq(parLine.itemId, item.id), eq(parLine.locationId, placeId)))
      .where(
        and(
          eq(item.tracking, 'exact'),
          or(and(isNull(item.retiredOn), eq(isAllowed, true)), sql`exists (${isHere})`),
        ),
      )
      .orderBy(asc(item.category), asc(item.id))
      .prepare(),
  )
}

type Visit = typeof visit.$inferSelect

/** A visit that something is about to be recorded of: if it was taken back, it was one after all. */
export async function standing(tx: Tx, found: Visit, recording: Recording): Promise<Visit> {
  if (found.takenBackOn === null) return found
  const back = { takenBackOn: null }
  await amend(tx, visit, found, back, recording)
  return { ...found, ...back, version: found.version + 1 }
}

/** The same of several, by their ids. */
export async function allStanding(tx: Tx, ids: readonly number[], recording: Recording) {
  if (ids.length === 0) return
  const gone = await tx
    .select()
    .from(visit)
    .where(and(inArray(visit.id, [...ids]), isNotNull(visit.takenBackOn)))
  for (const each of gone) await standing(tx, each, recording)
}

/** How many people, as typed over the version seen; or so many more, or fewer, than now. */
export type Contacts =
  | { readonly contacts: number; readonly version: number }
  | { readonly step: number }

/**
 * Says how many people were met at a visit.
 * @returns the id of the change
 * @throws Refusal `stale` when a typed number would hide somebody else's, `notFound`
 */
export async function countContacts(
  tx: Tx,
  { visitId, count }: { readonly visitId: number; readonly count: Contacts },
  recording: Recording,
): Promise<number> {
  if ('contacts' in count) {
    const { contacts, version } = count
    return amend(tx, visit, { id: visitId, version }, { contacts, takenBackOn: null }, recording)
  }
  const [found] = await tx.select().from(visit).where(eq(visit.id, visitId))
  if (!found) return refuse('notFound', {})
  const contacts = Math.max(0, found.contacts + count.step)
  return amend(tx, visit, found, { contacts, takenBackOn: null }, recording)
}
