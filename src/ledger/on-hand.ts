// What is where now. Reads the rollup, never the movements.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { item, location, lot, onHand } from '#src/db/schema/index.ts'
import type { LotOnHand } from './pick.ts'

/** One lot in one place; quantities in base units. */
export type LotInPlace = LotOnHand & {
  readonly locationId: number
  readonly itemId: number
  readonly kind: 'real' | 'untracked' | 'unknown'
  readonly code: string
}

/** The columns of a LotInPlace, over on_hand, lot and item. */
export const lotInPlace = {
  locationId: onHand.locationId,
  itemId: onHand.itemId,
  lotId: onHand.lotId,
  quantity: onHand.quantity,
  kind: lot.kind,
  code: lot.code,
  expiresOn: lot.expiresOn,
  heldOn: lot.heldOn,
  expiry: item.expiry,
  graceDays: item.graceDays,
  minimumLifeDays: item.minimumLifeDays,
}

/** The lots in one place, of some items or of all; with what expiry needs. */
export async function lotsIn(
  db: Db,
  { locationId, itemIds }: { readonly locationId: number; readonly itemIds?: readonly number[] },
): Promise<LotInPlace[]> {
  const ofItems = itemIds ? inArray(onHand.itemId, [...itemIds]) : undefined
  return db
    .select(lotInPlace)
    .from(onHand)
    .innerJoin(lot, eq(lot.id, onHand.lotId))
    .innerJoin(item, eq(item.id, onHand.itemId))
    .where(and(eq(onHand.locationId, locationId), ofItems))
    .orderBy(onHand.itemId, onHand.lotId)
}

/** Every lot of an item in stockrooms and bags. */
export async function lotsOfItem(db: Db, itemId: number): Promise<LotInPlace[]> {
  return db
    .select(lotInPlace)
    .from(onHand)
    .innerJoin(lot, eq(lot.id, onHand.lotId))
    .innerJoin(item, eq(item.id, onHand.itemId))
    .where(eq(onHand.itemId, itemId))
    .orderBy(onHand.locationId, onHand.lotId)
}

/** Every lot on hand in stockrooms and bags: as many rows as there are lots in places. */
export async function allLots(db: Db): Promise<LotInPlace[]> {
  return db
    .select(lotInPlace)
    .from(onHand)
    .innerJoin(lot, eq(lot.id, onHand.lotId))
    .innerJoin(item, eq(item.id, onHand.itemId))
    .innerJoin(location, eq(location.id, onHand.locationId))
    .where(sql`${location.kind} in ('stockroom', 'bag')`)
}
