// The places that share an item, with what each holds of it and how often each bag goes out.
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { addDays, type Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { location, parLine } from '#src/db/schema/index.ts'
import { lotsOfItem } from '#src/ledger/on-hand.ts'
import { isUsable } from '#src/ledger/pick.ts'

export type SharingPlace = Awaited<ReturnType<typeof sharingPlaces>>[number]

const weeksBack = 8

// No bag goes out more often than once a day: more rows than that need not be read.
const mostOutings = 7 * weeksBack

/** Stockrooms and bags in use, quarantine aside; two statements. */
export async function sharingPlaces(db: Db, itemId: number, today: Day) {
  const since = addDays(today, -7 * weeksBack)
  const places = await db
    .select({
      ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      ...{ kind: location.kind, role: location.role, stream: location.stream },
      par: parLine.quantity,
      /** Times it was taken out in the last eight weeks. */
      outings: sql<number>`(select count(*) from (select started_on from shift
        where shift.bag_id = location.id order by shift.id desc limit ${mostOutings})
        where started_on >= ${since})`,
    })
    .from(location)
    .leftJoin(parLine, and(eq(parLine.locationId, location.id), eq(parLine.itemId, itemId)))
    .where(
      and(
        inArray(location.kind, ['stockroom', 'bag']),
        isNull(location.retiredOn),
        sql`${location.role} <> 'quarantine'`,
      ),
    )
    .orderBy(asc(location.kind), asc(location.id))
  const lots = (await lotsOfItem(db, itemId)).filter((lot) => isUsable(lot, today))
  return places.map((place) => ({
    ...place,
    usable: lots
      .filter(({ locationId }) => locationId === place.id)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  }))
}
