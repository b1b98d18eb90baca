import { asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { advisedItems } from '#src/advice/advised-items.ts'
import { type Place, placesOf } from '#src/catalog/places.ts'
import type { Db } from '#src/db/gate.ts'
import { rememberedAnswer } from '#src/db/remembered.ts'
import { item, itemSupply, lot, onHand } from '#src/db/schema/index.ts'
import type { PricedAt } from '#src/money.ts'
import { stockList } from './stock-list.ts'

/** All that is on hand, item by item and place by place: the same list while nothing was written. */
export const stockByPlace = rememberedAnswer(async (asOf) => {
  const [rows, places] = await asOf.database.read(async (db) => [
    await itemsWithLots(db),
    await placesOf(db, 'stockroom', 'bag'),
  ])
  const advised = await advisedItems(asOf)
  const quarantines = new Set(places.filter(isQuarantine).map(({ id }) => id))
  return {
    places: places.filter((place) => !isQuarantine(place)),
    rows: stockList({ rows, advised, quarantines, today: asOf.today }),
  }
})

/** What is in quarantine waits for a decision: nobody may give it. */
function isQuarantine({ role }: Place): boolean {
  return role === 'quarantine'
}

export type ItemLotRow = Awaited<ReturnType<typeof itemsWithLots>>[number]

/** Every item in use with its lots on hand; a retired one while it still holds stock. */
async function itemsWithLots(db: Db) {
  return db
    .select({
      item: {
        ...{ id: item.id, code: item.code, nameFr: item.nameFr, nameEn: item.nameEn },
        ...{ unitFr: item.unitFr, unitEn: item.unitEn, category: item.category },
        ...{ tracking: item.tracking, retiredOn: item.retiredOn },
        ...{ allowedInBags: item.allowedInBags, allowedAtDropIn: item.allowedAtDropIn },
      },
      life: {
        ...{ expiry: item.expiry, graceDays: item.graceDays },
        ...{ minimumLifeDays: item.minimumLifeDays },
      },
      price: firstPrice,
      level: latestLevel,
      onHand: { locationId: onHand.locationId, lotId: onHand.lotId, quantity: onHand.quantity },
      // With its id: drizzle makes null of a joined object whose every column is null.
      lot: { id: lot.id, expiresOn: lot.expiresOn, heldOn: lot.heldOn },
    })
    .from(item)
    .leftJoin(onHand, eq(onHand.itemId, item.id))
    .leftJoin(lot, eq(lot.id, onHand.lotId))
    .where(or(isNull(item.retiredOn), isNotNull(onHand.quantity)))
    .orderBy(asc(item.category), asc(item.id))
}

/** Of the supplier who was entered first. */
const firstPrice =
  sql<PricedAt | null>`(select json_object('price', price, 'priceUnits', price_units)
  from ${itemSupply} where ${itemSupply.itemId} = ${item.id} and price is not null order by id limit 1)`.mapWith(
    (text: string): PricedAt => JSON.parse(text),
  )

/** How much is left of a rough item when somebody last looked: 3 full … 0 empty. */
const latestLevel = sql<number | null>`case when ${item.tracking} = 'rough' then
  (select seen.amount from observation as seen where seen.item_id = ${item.id} and seen.kind = 'level'
    and seen.reverses_id is null
    and not exists (select 1 from observation as undone where undone.reverses_id = seen.id)
    order by seen.happened_on desc, seen.id desc limit 1) end`
