// An item's card: what is there, in which lots, how it came to this, and how long it lasts.
import { and, asc, between, eq, inArray, isNull, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import { serviceCalendar } from '#src/catalog/calendar.ts'
import { addDays, type Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import {
  consumptionByDay,
  item,
  location,
  lot,
  onHand,
  pack,
  stockByDay,
  streams,
} from '#src/db/schema/index.ts'
import { recordSince } from '#src/ledger/consumption.ts'
import { balanceByDay } from './balance-by-day.ts'
import { coverOf, openDaysIn, spanOfRate } from './days-of-cover.ts'
import { lotsInOrder } from './lots-in-order.ts'

/** The item with its packs in use, smallest first; null when there is none. */
export async function itemWithPacks(db: Db, id: number) {
  const rows = await db
    .select({ item, pack })
    .from(item)
    .leftJoin(pack, and(eq(pack.itemId, item.id), isNull(pack.retiredOn)))
    .where(eq(item.id, id))
    .orderBy(asc(pack.size))
  const found = rows[0]?.item
  return found ? { ...found, packs: rows.flatMap(({ pack }) => pack ?? []) } : null
}

export type Item = NonNullable<Awaited<ReturnType<typeof itemWithPacks>>>

/** What is there of an exact item, and how it came to this over some weeks: two statements. */
export async function stockOfItem(
  db: Db,
  item: Item,
  { today, weeks }: { readonly today: Day; readonly weeks: number },
) {
  const rate = spanOfRate(today)
  const drawn = { from: addDays(today, -7 * weeks), to: today }
  const lots = await lotsWithPlaces(db, item.id)
  const days = await daysOf(db, item.id, drawn.from < rate.from ? drawn.from : rate.from, today)
  const { expiry, graceDays, minimumLifeDays } = item
  return {
    ...lotsInOrder(lots, { expiry, graceDays, minimumLifeDays, today }),
    ...balanceByDay({ days, lots, ...drawn }),
    use: days
      .filter(({ day, used }) => used > 0 && day >= rate.from && day <= rate.to)
      .map(({ stream, used }) => ({ itemId: item.id, stream, quantity: used })),
    recordSince: days[0]?.since ?? null,
  }
}

type Stock = Awaited<ReturnType<typeof stockOfItem>>

/** How long that lasts at the rate of the last weeks, for who is not shown the forecast. */
export async function coverOfItem(db: Db, { usable, use, recordSince }: Stock, today: Day) {
  const calendar = await serviceCalendar(db)
  return coverOf({ usable, use }, openDaysIn(calendar, spanOfRate(today), recordSince))
}

export type LotInPlace = Awaited<ReturnType<typeof lotsWithPlaces>>[number]

async function lotsWithPlaces(db: Db, itemId: number) {
  return db
    .select({
      lotId: lot.id,
      kind: lot.kind,
      code: lot.code,
      expiresOn: lot.expiresOn,
      heldOn: lot.heldOn,
      heldReason: lot.heldReason,
      quantity: onHand.quantity,
      place: {
        ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
        ...{ role: location.role, kind: location.kind, stream: location.stream },
      },
    })
    .from(onHand)
    .innerJoin(lot, eq(lot.id, onHand.lotId))
    .innerJoin(location, eq(location.id, onHand.locationId))
    .where(eq(onHand.itemId, itemId))
    .orderBy(asc(location.kind), asc(location.id))
}

export type DayOfItem = Awaited<ReturnType<typeof daysOf>>[number]

/** The days on which something moved or was used, of each service; in no order. */
async function daysOf(db: Db, itemId: number, from: Day, to: Day) {
  const moved = db
    .select({
      ...{ day: stockByDay.day, stream: stockByDay.stream },
      ...{
        opening: sql<number | null>`${stockByDay.opening}`,
        closing: sql<number>`${stockByDay.closing}`,
      },
      used: sql<number>`0`,
      since: recordSince,
    })
    .from(stockByDay)
    .where(
      and(
        eq(stockByDay.itemId, itemId),
        inArray(stockByDay.stream, [...streams]),
        between(stockByDay.day, from, to),
      ),
    )
  const used = db
    .select({
      ...{ day: consumptionByDay.day, stream: consumptionByDay.stream },
      ...{ opening: sql<number | null>`null`, closing: sql<number>`0` },
      used: sql<number>`sum(${consumptionByDay.quantity})`,
      since: recordSince,
    })
    .from(consumptionByDay)
    .where(
      and(
        eq(consumptionByDay.itemId, itemId),
        inArray(consumptionByDay.stream, [...streams]),
        between(consumptionByDay.day, from, to),
      ),
    )
    .groupBy(consumptionByDay.stream, consumptionByDay.day)
  return unionAll(moved, used)
}
