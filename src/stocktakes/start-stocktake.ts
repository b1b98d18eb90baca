import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { bagOut, location, stocktake } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { openStocktakeOf } from './queries.ts'

/**
 * Begins the count of a stockroom, or of a bag that is in; a count that is open there goes on.
 * @throws Refusal `notFound`, `bagIsOut`
 */
export async function startStocktake(tx: Tx, placeId: number, recording: Recording) {
  const [place] = await tx
    .select({ id: location.id, outWithId: bagOut.shiftId })
    .from(location)
    .leftJoin(bagOut, eq(bagOut.bagId, location.id))
    .where(
      and(
        eq(location.id, placeId),
        isNull(location.retiredOn),
        sql`${location.kind} in ('stockroom', 'bag')`,
      ),
    )
  if (!place) return refuse('notFound', {}, 'placeId')
  if (place.outWithId !== null) refuse('bagIsOut', {}, 'placeId')
  const open = await openStocktakeOf(tx, placeId)
  if (open) return { stocktakeId: open.id }
  const [made] = await tx
    .insert(stocktake)
    .values({ locationId: placeId, startedOn: recording.today })
    .returning({ id: stocktake.id })
  if (!made) throw new Error('the database returned no stocktake')
  return { stocktakeId: made.id }
}
