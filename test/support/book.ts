// What the book says, in the few shapes that tests ask for.
import { eq, sql } from 'drizzle-orm'
import { openDatabase } from '#src/db/open.ts'
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

/** What all stockrooms and bags of a database file hold of an item; nothing else has the file open. */
export async function onHandInFile(path: string, itemId: number): Promise<number> {
  const database = await openDatabase({ url: `file:${path}` })
  const lots = await database.read((db) => lotsOfItem(db, itemId))
  await database.close()
  return lots.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** What all stockrooms and bags hold of one item, or one place of them. */
export async function onHandOf(world: World, code: string, placeId?: number): Promise<number> {
  const lots = await world.database.read((db) => lotsOfItem(db, world.item(code).id))
  return lots
    .filter(({ locationId }) => placeId === undefined || locationId === placeId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
