import { desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { remembered } from '#src/db/remembered.ts'
import { entry, entryTrace, location, lot, movement, person } from '#src/db/schema/index.ts'

const from = alias(location, 'from_place')
const to = alias(location, 'to_place')

type Page = {
  readonly before: number | null
  readonly size: number
  /** Only what was donated since this day. */
  readonly donatedSince?: Day | null
}

/** What moved an item, latest recorded first: a page of `size` before the movement `before`. */
export async function entriesOfItem(db: Db, itemId: number, page: Page) {
  const { donatedSince = null, size } = page
  const listed =
    donatedSince === null
      ? latestOfItsLots(itemId, page)
      : latestDonated(itemId, { ...page, donatedSince })
  return db
    .select({
      id: movement.id,
      entryId: entry.id,
      kind: entry.kind,
      sign: entry.sign,
      happenedOn: entry.happenedOn,
      recordedOn: entry.recordedOn,
      quantity: movement.quantity,
      from: { nameFr: from.nameFr, nameEn: from.nameEn },
      to: { nameFr: to.nameFr, nameEn: to.nameEn },
      lot: { id: lot.id, kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn },
      /** Null when a job or an import recorded it, or the trace has gone. */
      person: person.name,
      reversed: sql<number>`exists (select 1 from entry as later where later.reverses_id = ${entry.id})`,
    })
    .from(movement)
    .innerJoin(entry, eq(entry.id, movement.entryId))
    .innerJoin(lot, eq(lot.id, movement.lotId))
    .innerJoin(from, eq(from.id, movement.fromId))
    .innerJoin(to, eq(to.id, movement.toId))
    .leftJoin(entryTrace, eq(entryTrace.entryId, entry.id))
    .leftJoin(person, eq(person.id, entryTrace.personId))
    .where(inArray(movement.id, listed))
    .orderBy(desc(movement.id))
    .limit(size)
}

/** Each of its lots has them in their order: the latest of the item are among the latest of these. */
function latestOfItsLots(itemId: number, { before, size }: Page) {
  const earlier = before === null ? sql`` : sql`and latest.id < ${before}`
  return sql`(select moved.id from lot as its join movement as moved on moved.id in (
      select latest.id from movement as latest where latest.lot_id = its.id ${earlier}
      order by latest.id desc limit ${size})
    where its.item_id = ${itemId})`
}

/** From the donations of those days, and never from all that an item moved. */
function latestDonated(itemId: number, page: Page & { readonly donatedSince: Day }) {
  const { before, size, donatedSince } = page
  const earlier = before === null ? sql`` : sql`and given.id < ${before}`
  return sql`(select given.id from donation cross join entry as gift on gift.donation_id = donation.id
    cross join movement as given on given.entry_id = gift.id
    where donation.received_on >= ${donatedSince} and given.item_id = ${itemId} ${earlier}
    order by given.id desc limit ${size})`
}

const recent = 10

/** The latest, for its card. */
export const recentEntries = remembered((db, _, itemId: number) =>
  entriesOfItem(db, itemId, { before: null, size: recent }),
)

export type EntryOfItem = Awaited<ReturnType<typeof entriesOfItem>>[number]
