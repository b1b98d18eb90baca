import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Holder, holders } from '#src/catalog/holders.ts'
import { type ItemChoice, itemChoices } from '#src/catalog/items.ts'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { entry, item, location, movement, parLine } from '#src/db/schema/index.ts'
import { allLots, type LotInPlace } from '#src/ledger/on-hand.ts'
import { fefo, isExpired, isUsable } from '#src/ledger/pick.ts'

const from = alias(location, 'origin')
const to = alias(location, 'destination')
const named = (place: typeof from | typeof to) => ({ nameFr: place.nameFr, nameEn: place.nameEn })

/** Transfers and losses with what they moved, latest first, a page of `size` before `before`. */
export async function stockMoves(
  db: Db,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  const entries = await db
    .select({
      ...{ id: entry.id, kind: entry.kind, sign: entry.sign, happenedOn: entry.happenedOn },
      recordedOn: entry.recordedOn,
      isTakenBack: sql<number>`exists (select 1 from entry as later where later.reverses_id = entry.id)`,
    })
    .from(entry)
    // The words of the index entry_transfer_or_loss, which this list is read from.
    .where(
      and(
        sql`${entry.kind} in ('transfer', 'loss')`,
        before === null ? undefined : lt(entry.id, before),
      ),
    )
    .orderBy(desc(entry.id))
    .limit(size)
  const lines = await linesOf(
    db,
    entries.map(({ id }) => id),
  )
  return entries.map((each) => ({
    ...each,
    lines: lines.filter(({ entryId }) => entryId === each.id),
  }))
}

export type StockMove = Awaited<ReturnType<typeof stockMoves>>[number]

async function linesOf(db: Db, entryIds: readonly number[]) {
  if (entryIds.length === 0) return []
  return db
    .select({
      entryId: movement.entryId,
      quantity: sql<number>`sum(${movement.quantity})`,
      item: {
        ...{ nameFr: item.nameFr, nameEn: item.nameEn },
        ...{ unitFr: item.unitFr, unitEn: item.unitEn },
      },
      ...{ from: named(from), to: named(to), toRole: to.role, fromRole: from.role },
    })
    .from(movement)
    .innerJoin(item, eq(item.id, movement.itemId))
    .innerJoin(from, eq(from.id, movement.fromId))
    .innerJoin(to, eq(to.id, movement.toId))
    .where(inArray(movement.entryId, [...entryIds]))
    .groupBy(movement.entryId, movement.itemId)
    .orderBy(asc(movement.entryId), asc(sql`min(${movement.id})`))
}

/** Stockrooms that have a par list, to be filled from the stockroom that feeds them. */
export async function placesToFill(db: Db) {
  return db
    .selectDistinct({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(parLine)
    .innerJoin(location, eq(location.id, parLine.locationId))
    .where(sql`${location.kind} = 'stockroom' and ${location.retiredOn} is null`)
    .orderBy(asc(location.id))
}

/** What a form of transfers offers: items that are counted, and places at hand. */
export async function transferChoices(db: Db) {
  return { items: await countedItems(db), places: await holders(db) }
}

async function countedItems(db: Db): Promise<ItemChoice[]> {
  return (await itemChoices(db)).filter(({ tracking }) => tracking === 'exact')
}

type Choices = Awaited<ReturnType<typeof transferChoices>>

/**
 * What a place lacks to its par list, by usable units: how much its feeder can give of each item, and
 * what the feeder is short of. Null for a place without a feeder.
 */
export async function fillToPar(
  db: Db,
  { placeId, choices, day }: { placeId: number; choices: Choices; day: Day },
) {
  const place = choices.places.find(({ id }) => id === placeId)
  const feeder = choices.places.find(({ id }) => id === place?.feederId)
  if (!place || !feeder) return null
  const par = await db
    .select()
    .from(parLine)
    .where(eq(parLine.locationId, place.id))
    .orderBy(asc(parLine.position))
  const lots = (await allLots(db)).filter((lot) => isUsable(lot, day))
  const here = unitsIn(place, lots)
  const there = unitsIn(feeder, lots)
  const lines = par.flatMap(({ itemId, quantity }) => {
    const item = choices.items.find(({ id }) => id === itemId)
    const missing = quantity - (here.get(itemId) ?? 0)
    const given = Math.min(missing, there.get(itemId) ?? 0)
    return item && missing > 0 ? [{ item, given, short: missing - given }] : []
  })
  return { place, feeder, lines }
}

export type Fill = NonNullable<Awaited<ReturnType<typeof fillToPar>>>

function unitsIn(place: Holder, lots: readonly LotInPlace[]): Map<number, number> {
  const sums = new Map<number, number>()
  for (const { itemId, quantity } of lots.filter(({ locationId }) => locationId === place.id)) {
    sums.set(itemId, (sums.get(itemId) ?? 0) + quantity)
  }
  return sums
}

export type HeldLot = LotInPlace & { readonly isExpired: boolean; readonly place: Holder }

/** What a form of losses offers: the lots at hand too, expired ones first, then first to expire. */
export async function lossChoices(db: Db, day: Day) {
  const choices = await transferChoices(db)
  const places = new Map(choices.places.map((place) => [place.id, place]))
  const lots = fefo(await allLots(db)).flatMap((lot): HeldLot[] => {
    const place = places.get(lot.locationId)
    return place && !place.isOut ? [{ ...lot, isExpired: isExpired(lot, day), place }] : []
  })
  return { ...choices, lots: lots.toSorted((a, b) => Number(b.isExpired) - Number(a.isExpired)) }
}
