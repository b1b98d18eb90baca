import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '#src/db/gate.ts'
import {
  donation,
  entry,
  item,
  location,
  lot,
  movement,
  observation,
} from '#src/db/schema/index.ts'

const place = alias(location, 'place')

// Its first entry is the gift; every later one takes the one before back, or restores it.
const firstEntry = (column: 'recorded_on' | 'request_id' | 'id') =>
  sql`(select ${sql.raw(column)} from entry where entry.donation_id = ${donation.id}
    order by entry.id limit 1)`

const signs = sql<number>`(select sum(sign) from entry where entry.donation_id = ${donation.id})`

const isGift = sql`observation.reverses_id is null
  and observation.request_id = ${firstEntry('request_id')}`

/** Donations by the day they came, latest first, a page of `size` after the one that is `before`. */
export async function donations(
  db: Db,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  return db
    .select({
      id: donation.id,
      receivedOn: donation.receivedOn,
      recordedOn: sql<string>`${firstEntry('recorded_on')}`,
      valueCents: donation.valueCents,
      donor: { nameFr: location.nameFr, nameEn: location.nameEn },
      lines: sql<number>`(select count(*) from movement join entry on entry.id = movement.entry_id
          where entry.donation_id = ${donation.id} and entry.reverses_id is null)
        + (select count(*) from observation where donation_id = ${donation.id} and ${isGift})`,
      counts: signs,
    })
    .from(donation)
    .innerJoin(location, eq(location.id, donation.donorId))
    .where(
      before === null
        ? undefined
        : sql`(${donation.receivedOn}, ${donation.id}) < (
            select received_on, id from donation where id = ${before})`,
    )
    .orderBy(desc(donation.receivedOn), desc(donation.id))
    .limit(size)
}

/** One donation with its lines; null when there is none. */
export async function donationById(db: Db, id: number) {
  const [found] = await db
    .select({
      ...{ id: donation.id, receivedOn: donation.receivedOn, valueCents: donation.valueCents },
      ...{ donor: location, counts: signs },
      firstEntryId: sql<number>`${firstEntry('id')}`,
      recordedOn: sql<string>`${firstEntry('recorded_on')}`,
      lastEntryId: sql<number>`(select max(id) from entry
        where entry.donation_id = ${donation.id})`,
      lastRecordedOn: sql<string>`(select max(recorded_on) from entry
        where entry.donation_id = ${donation.id})`,
    })
    .from(donation)
    .innerJoin(location, eq(location.id, donation.donorId))
    .where(eq(donation.id, id))
  if (!found) return null
  const isTakenBack = found.counts === 0
  const seen = await observedOf(db, id)
  return {
    ...{ ...found, isTakenBack, lines: await countedOf(db, id) },
    // What was given, even when it was taken back with all of it; not what was taken back alone.
    rough: seen.filter(({ isOfGift, stands }) => (isTakenBack ? isOfGift === 1 : stands === 1)),
  }
}

const itemNames = {
  ...{ id: item.id, nameFr: item.nameFr, nameEn: item.nameEn },
  ...{ unitFr: item.unitFr, unitEn: item.unitEn },
}

async function countedOf(db: Db, id: number) {
  return db
    .select({
      ...{ item: itemNames, quantity: movement.quantity },
      lot: { id: lot.id, kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn },
      place: { nameFr: place.nameFr, nameEn: place.nameEn },
    })
    .from(movement)
    .innerJoin(entry, eq(entry.id, movement.entryId))
    .innerJoin(item, eq(item.id, movement.itemId))
    .innerJoin(lot, eq(lot.id, movement.lotId))
    .innerJoin(place, eq(place.id, movement.toId))
    .where(and(eq(entry.donationId, id), isNull(entry.reversesId)))
    .orderBy(movement.id)
}

async function observedOf(db: Db, id: number) {
  return db
    .select({
      ...{ item: itemNames, quantity: observation.amount, lot: sql<null>`null` },
      place: { nameFr: place.nameFr, nameEn: place.nameEn },
      isOfGift: sql<number>`${isGift}`,
      stands: sql<number>`${observation.reversesId} is null
        and not exists (select 1 from observation as undone
          where undone.reverses_id = ${observation.id})`,
    })
    .from(observation)
    .innerJoin(donation, eq(donation.id, observation.donationId))
    .innerJoin(item, eq(item.id, observation.itemId))
    .innerJoin(place, eq(place.id, observation.locationId))
    .where(eq(observation.donationId, id))
    .orderBy(observation.id)
}
