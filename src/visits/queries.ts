// What the tally page shows besides the visit's own lines.
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '#src/db/gate.ts'
import { bagOut, item, location, onHand, parLine, shift, visit } from '#src/db/schema/index.ts'
import type { Offered } from '#src/ledger/tally.ts'

const bag = alias(location, 'bag')

/** A visit of a shift, with its venue, its bag and how far the shift is; null when there is none. */
export async function visitById(db: Db, visitId: number, personId: number) {
  const [found] = await db
    .select({
      ...{ id: visit.id, happenedOn: visit.happenedOn, period: visit.period },
      ...{ contacts: visit.contacts, version: visit.version, shiftId: shift.id },
      venue: {
        ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
        role: location.role,
      },
      bag: { id: bag.id, nameFr: bag.nameFr, nameEn: bag.nameEn },
      isOut: sql<number>`${bagOut.shiftId} is ${shift.id}`,
      isTheirs: sql<number>`exists (select 1 from shift_person
        where shift_id = ${shift.id} and person_id = ${personId})`,
      stop: sql<number>`(select count(*) from visit as earlier
        where earlier.shift_id = ${shift.id} and earlier.id <= ${visit.id})`,
    })
    .from(visit)
    .innerJoin(location, eq(location.id, visit.venueId))
    .innerJoin(shift, eq(shift.id, visit.shiftId))
    .innerJoin(bag, eq(bag.id, shift.bagId))
    .leftJoin(bagOut, eq(bagOut.bagId, bag.id))
    .where(eq(visit.id, visitId))
  return found ?? null
}

/** Everything a bag may hold: what is on its par list and in it, and every other item too. */
export async function offeredBy(db: Db, bagId: number): Promise<Offered[]> {
  return db
    .select({
      item: {
        ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
        ...{ unitFr: item.unitFr, unitEn: item.unitEn },
      },
      position: parLine.position,
      left: sql<number | null>`(select sum(quantity) from ${onHand}
        where ${onHand.itemId} = ${item.id} and ${onHand.locationId} = ${bagId})`,
    })
    .from(item)
    .leftJoin(parLine, and(eq(parLine.itemId, item.id), eq(parLine.locationId, bagId)))
    .where(
      and(
        eq(item.tracking, 'exact'),
        or(
          and(isNull(item.retiredOn), eq(item.allowedInBags, true)),
          sql`exists (select 1 from ${onHand} where ${onHand.itemId} = ${item.id}
            and ${onHand.locationId} = ${bagId})`,
        ),
      ),
    )
    .orderBy(asc(item.category), asc(item.id))
}
