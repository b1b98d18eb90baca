import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '#src/db/gate.ts'
import { item, location, parLine, supplierTerms } from '#src/db/schema/index.ts'
import { deadlinesIn } from '#src/order-deadlines.ts'
import { isBuiltInRole } from './kinds.ts'

const feeder = alias(location, 'feeder')

/** Every place people edit, as they know them; retired ones on request. */
export async function places(db: Db, { withRetired }: { readonly withRetired: boolean }) {
  const rows = await db
    .select({
      place: location,
      feeder: { nameFr: feeder.nameFr, nameEn: feeder.nameEn },
      terms: supplierTerms,
      parLines: sql<number>`(select count(*) from par_line where par_line.location_id = ${location.id})`,
    })
    .from(location)
    .leftJoin(feeder, eq(feeder.id, location.feederId))
    .leftJoin(supplierTerms, eq(supplierTerms.supplierId, location.id))
    .where(
      and(
        inArray(location.kind, ['stockroom', 'bag', 'venue', 'source']),
        ne(location.role, 'opening'),
        withRetired ? undefined : isNull(location.retiredOn),
      ),
    )
    .orderBy(asc(location.kind), asc(location.id))
  return rows.map((row) => ({ ...row, deadlines: row.terms && deadlinesIn(row.terms) }))
}

/** A place as it is edited; null without one. */
export async function placeById(db: Db, id: number) {
  const [found] = await db
    .select({
      place: location,
      terms: supplierTerms,
      anonymousDonorId: sql<number>`(select min(id) from location where role = 'donor' and anonymous)`,
      termsSeen: sql<number>`(select coalesce(max(id), 0) from change_log
        where table_name = 'supplier_terms' and row_id = ${id})`,
      hasMoved: sql<number>`exists (select 1 from arrived where location_id = ${id})`,
    })
    .from(location)
    .leftJoin(supplierTerms, eq(supplierTerms.supplierId, location.id))
    .where(eq(location.id, id))
  if (!found) return null
  const { place, terms, termsSeen, anonymousDonorId } = found
  const isBuiltIn = isBuiltInRole(place.role) || place.id === anonymousDonorId
  return {
    ...{ place, terms, termsSeen, isBuiltIn, hasMoved: found.hasMoved === 1 },
    deadlines: terms && deadlinesIn(terms),
  }
}

/** A par list in the order of its tiles. */
export async function parOf(db: Db, placeId: number) {
  return db
    .select({ item, quantity: parLine.quantity })
    .from(parLine)
    .innerJoin(item, eq(item.id, parLine.itemId))
    .where(eq(parLine.locationId, placeId))
    .orderBy(asc(parLine.position), asc(parLine.itemId))
}

/** Other bags and shelves that have a list to copy. */
export async function placesWithPar(db: Db, otherThanId: number) {
  return db
    .select({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(location)
    .where(
      and(
        ne(location.id, otherThanId),
        isNull(location.retiredOn),
        sql`${location.id} in (select location_id from par_line)`,
      ),
    )
    .orderBy(asc(location.kind), asc(location.id))
}
