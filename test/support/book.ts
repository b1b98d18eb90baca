// What the book says, in the few shapes that tests ask for.
import { eq, sql } from 'drizzle-orm'
import { consumptionByDay } from '#src/db/schema/index.ts'
import { lotsOfItem } from '#src/ledger/on-hand.ts'
import type { World } from './world.ts'

/** What reached venues of one item, by day. */
export async function dailyUse(world: World, code: string): Promise<Record<string, number>> {
  const rows = await world.database.read((db) =>
    db
      .select({
        day: consumptionByDay.day,
        quantity: sql<number>`sum(${consumptionByDay.quantity})`,
      })
      .from(consumptionByDay)
      .where(eq(consumptionByDay.itemId, world.item(code).id))
      .groupBy(consumptionByDay.day)
      .orderBy(consumptionByDay.day),
  )
  return Object.fromEntries(rows.map(({ day, quantity }) => [day, quantity]))
}

/** What all stockrooms and bags hold of one item, or one place of them. */
export async function onHandOf(world: World, code: string, placeId?: number): Promise<number> {
  const lots = await world.database.read((db) => lotsOfItem(db, world.item(code).id))
  return lots
    .filter(({ locationId }) => placeId === undefined || locationId === placeId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
