import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import {
  bagOut,
  item,
  location,
  lot,
  onHand,
  stocktake,
  stocktakeLine,
} from '#src/db/schema/index.ts'

/** 1 while its entry stands; 0 before it is posted and after it was taken back. */
const standing = sql<number>`(select coalesce(sum(sign), 0) from entry
  where entry.stocktake_id = ${stocktake.id})`

const listed = {
  ...{ id: stocktake.id, startedOn: stocktake.startedOn, standing },
  place: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
  counted: sql<number>`(select count(*) from stocktake_line
    where stocktake_line.stocktake_id = ${stocktake.id})`,
  differing: sql<number>`(select count(*) from stocktake_line
    where stocktake_line.stocktake_id = ${stocktake.id} and counted <> expected)`,
}

/** Counts, latest first. */
export async function stocktakes(db: Db, size: number) {
  return db
    .select(listed)
    .from(stocktake)
    .innerJoin(location, eq(location.id, stocktake.locationId))
    .orderBy(desc(stocktake.id))
    .limit(size)
}

/** Where a count can begin: stockrooms, and bags that are in. */
export async function countablePlaces(db: Db) {
  return db
    .select({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(location)
    .leftJoin(bagOut, eq(bagOut.bagId, location.id))
    .where(
      and(
        inArray(location.kind, ['stockroom', 'bag']),
        isNull(location.retiredOn),
        isNull(bagOut.shiftId),
      ),
    )
    .orderBy(desc(location.kind), asc(location.id))
}

export async function openStocktakeOf(db: Db, placeId: number) {
  const [open] = await db
    .select({ id: stocktake.id })
    .from(stocktake)
    .where(and(eq(stocktake.locationId, placeId), sql`${standing} = 0`))
    .orderBy(desc(stocktake.id))
    .limit(1)
  return open ?? null
}

export async function stocktakeById(db: Db, id: number) {
  const [found] = await db
    .select({ ...listed, entryId: latestEntry })
    .from(stocktake)
    .innerJoin(location, eq(location.id, stocktake.locationId))
    .where(eq(stocktake.id, id))
  return found ?? null
}

const latestEntry = sql<number | null>`(select max(id) from entry
  where entry.stocktake_id = ${stocktake.id} and entry.sign = 1)`

/** One lot of the sheet: what is there now, and what was counted of it. */
export type SheetLine = Awaited<ReturnType<typeof sheetLines>>[number]

/** Every lot on hand in the place, what was counted, and items without lots that have nothing there. */
export async function sheetLines(db: Db, stocktakeId: number, placeId: number) {
  return db
    .select({
      lotId: lot.id,
      item: {
        ...{ id: item.id, code: item.code, category: item.category },
        ...{ nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
      },
      lot: { kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn, heldOn: lot.heldOn },
      now: sql<number>`coalesce(${onHand.quantity}, 0)`,
      expected: sql<number | null>`${stocktakeLine.expected}`,
      counted: sql<number | null>`${stocktakeLine.counted}`,
    })
    .from(lot)
    .innerJoin(item, eq(item.id, lot.itemId))
    .leftJoin(onHand, and(eq(onHand.lotId, lot.id), eq(onHand.locationId, placeId)))
    .leftJoin(
      stocktakeLine,
      and(eq(stocktakeLine.lotId, lot.id), eq(stocktakeLine.stocktakeId, stocktakeId)),
    )
    .where(
      sql`${onHand.quantity} is not null or ${stocktakeLine.counted} is not null
        or (${lot.kind} = 'untracked' and ${item.lots} = 'none' and ${item.retiredOn} is null)`,
    )
    .orderBy(asc(item.category), asc(item.id), asc(lot.expiresOn), asc(lot.id))
}
