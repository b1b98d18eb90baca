// A visit as the book knows it: what was handed out there and still counts, what was asked for in vain,
// how many people were met. Bags and the drop-in share it.
import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import { amend } from '#src/db/amend.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { jsonRows } from '#src/db/json-rows.ts'
import { prepared } from '#src/db/prepared.ts'
import { family, item, type lot, onHand, parLine, visit } from '#src/db/schema/index.ts'
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

/** The tally of a visit, in two statements; in one before anything was recorded. */
export async function tallyAt(db: Db, { visitId, holder, ...asked }: Asked): Promise<Tally> {
  const offered = await offeredFrom(db, holder)
  const recorded = visitId === null ? { handOuts: [], unmet: [] } : await recordedAt(db, visitId)
  return tallyOf({ offered, ...recorded, ...asked })
}

const names = {
  ...{ id: item.id, code: item.code, shortFr: item.shortFr, shortEn: item.shortEn },
  ...{ nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
}

type Names = Pick<typeof item.$inferSelect, keyof typeof names>

/** What was handed out of one lot and counts, with what tells whether the lot was usable. */
export type VisitHandOut = Expiry & {
  readonly entryId: number
  readonly item: Names
  /** Base units. */
  readonly quantity: number
  readonly lotKind: (typeof lot.$inferSelect)['kind']
}

type Expiry = Pick<typeof lot.$inferSelect, 'expiresOn' | 'heldOn'> &
  Pick<typeof item.$inferSelect, 'expiry' | 'graceDays' | 'minimumLifeDays'>

/** What was asked for when there was none left, and was not taken back. */
export type VisitUnmet = { readonly id: number; readonly item: Names; readonly quantity: number }

type Recorded = {
  readonly handOuts: readonly VisitHandOut[]
  readonly unmet: readonly VisitUnmet[]
}

/** The hand-outs and unmet requests of a visit that count, oldest first, in one statement. */
export async function recordedAt(db: Db, visitId: number): Promise<Recorded> {
  const [found] = await recordedAsked(db).all({ visitId })
  return found ?? { handOuts: [], unmet: [] }
}

const recordedAsked = prepared((db) =>
  db
    .select({ handOuts: jsonRows<VisitHandOut>(handOuts), unmet: jsonRows<VisitUnmet>(asked) })
    .from(visit)
    .where(eq(visit.id, sql.placeholder('visitId')))
    .prepare(),
)

const namesAsJson = sql`json_object('id', item.id, 'code', item.code,
  'shortFr', item.short_fr, 'shortEn', item.short_en, 'nameFr', item.name_fr, 'nameEn', item.name_en,
  'unitFr', item.unit_fr, 'unitEn', item.unit_en)`

// By entry, and never by venue (+): a venue has a history as long as the book.
const handOuts = sql`
  select json_object('entryId', entry.id, 'item', ${namesAsJson}, 'quantity', movement.quantity,
    'lotKind', lot.kind, 'expiresOn', lot.expires_on, 'heldOn', lot.held_on, 'expiry', item.expiry,
    'graceDays', item.grace_days, 'minimumLifeDays', item.minimum_life_days) as row
  from entry
  join movement on movement.entry_id = entry.id and +movement.to_id = visit.venue_id
  join item on item.id = movement.item_id
  join lot on lot.id = movement.lot_id
  where entry.visit_id = visit.id and entry.kind = 'hand-out' and entry.sign = 1
    and not exists (select 1 from entry as later where later.reverses_id = entry.id)
  order by entry.id, movement.id`

const asked = sql`
  select json_object('id', unmet.id, 'item', ${namesAsJson}, 'quantity', unmet.quantity) as row
  from unmet join item on item.id = unmet.item_id
  where unmet.visit_id = visit.id and unmet.reverses_id is null
    and not exists (select 1 from unmet as taken_back where taken_back.reverses_id = unmet.id)
  order by unmet.id`

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
