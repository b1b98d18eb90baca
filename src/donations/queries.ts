import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '#src/db/gate.ts'
import { donation, entry, item, location, lot, movement } from '#src/db/schema/index.ts'

const place = alias(location, 'place')

/** Donations, latest first, a page of `size` before `before`. */
export async function donations(
  db: Db,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  return db
    .select({
      id: donation.id,
      receivedOn: donation.receivedOn,
      valueCents: donation.valueCents,
      donor: { nameFr: location.nameFr, nameEn: location.nameEn },
      lines: sql<number>`(select count(*) from movement join entry on entry.id = movement.entry_id
        where entry.donation_id = ${donation.id} and entry.reverses_id is null)`,
      counts: sql<number>`(select sum(sign) from entry where entry.donation_id = ${donation.id})`,
    })
    .from(donation)
    .innerJoin(location, eq(location.id, donation.donorId))
    .where(before === null ? undefined : lt(donation.id, before))
    .orderBy(desc(donation.id))
    .limit(size)
}

/** One donation with its lines; null when there is none. */
export async function donationById(db: Db, id: number) {
  const [found] = await db
    .select({
      id: donation.id,
      receivedOn: donation.receivedOn,
      valueCents: donation.valueCents,
      donor: location,
      counts: sql<number>`(select sum(sign) from entry where entry.donation_id = ${donation.id})`,
    })
    .from(donation)
    .innerJoin(location, eq(location.id, donation.donorId))
    .where(eq(donation.id, id))
  if (!found) return null
  const lines = await db
    .select({
      entryId: entry.id,
      recordedOn: entry.recordedOn,
      quantity: movement.quantity,
      item: {
        ...{ id: item.id, nameFr: item.nameFr, nameEn: item.nameEn },
        ...{ unitFr: item.unitFr, unitEn: item.unitEn },
      },
      lot: { id: lot.id, kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn },
      place: { nameFr: place.nameFr, nameEn: place.nameEn },
    })
    .from(movement)
    .innerJoin(entry, eq(entry.id, movement.entryId))
    .innerJoin(item, eq(item.id, movement.itemId))
    .innerJoin(lot, eq(lot.id, movement.lotId))
    .innerJoin(place, eq(place.id, movement.toId))
    .where(and(eq(entry.donationId, id), sql`${entry.reversesId} is null`))
    .orderBy(movement.id)
  return { ...found, lines }
}
