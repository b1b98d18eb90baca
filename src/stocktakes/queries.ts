import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import { type Holder, holders } from '#src/catalog/holders.ts'
import type { Db } from '#src/db/gate.ts'
import { item, location, lot, onHand, stocktake, stocktakeLine } from '#src/db/schema/index.ts'

/** 1 while its entry stands; 0 before it is posted and after it was taken back. */
const standing = sql<number>`(select coalesce(sum(sign), 0) from entry
  where entry.stocktake_id = ${stocktake.id})`

/** 1 when a later count of the same place was begun. */
const isSuperseded = sql<number>`exists (select 1 from stocktake as later
  where later.location_id = ${stocktake.locationId} and later.id > ${stocktake.id})`

const listed = {
  ...{ id: stocktake.id, startedOn: stocktake.startedOn, standing, isSuperseded },
  place: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
  counted: sql<number>`(select count(*) from stocktake_line
    where stocktake_line.stocktake_id = ${stocktake.id})`,
  differing: sql<number>`(select count(*) from stocktake_line
    where stocktake_line.stocktake_id = ${stocktake.id} and counted <> expected)`,
}

/** Counts, latest first, a page of `size` before `before`. */
export async function stocktakes(
  db: Db,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  return db
    .select(listed)
    .from(stocktake)
    .innerJoin(location, eq(location.id, stocktake.locationId))
    .where(before === null ? undefined : lt(stocktake.id, before))
    .orderBy(desc(stocktake.id))
    .limit(size)
}

/** Where a count can begin: stockrooms, and bags that are in. */
export async function countablePlaces(db: Db): Promise<Holder[]> {
  return (await holders(db)).filter(({ isOut }) => !isOut)
}

/** The latest count of a place, when it is not posted: two at once would book one difference twice. */
export async function openStocktakeOf(db: Db, placeId: number) {
  const [latest] = await db
    .select({ id: stocktake.id, standing })
    .from(stocktake)
    .innerJoin(location, eq(location.id, stocktake.locationId))
    .where(eq(stocktake.locationId, placeId))
    .orderBy(desc(stocktake.id))
    .limit(1)
  return latest?.standing === 0 ? latest : null
}

export async function stocktakeById(db: Db, id: number) {
  const [found] = await db
    .select({ ...listed, entryId: latestEntry, asOf: lastMovement })
    .from(stocktake)
    .innerJoin(location, eq(location.id, stocktake.locationId))
    .where(eq(stocktake.id, id))
  return found ?? null
}

const lastMovement = sql<number>`(select coalesce(max(id), 0) from movement)`

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
      lot: {
        ...{ kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn, heldOn: lot.heldOn },
        recipeId: lot.recipeId,
      },
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
