import { holderAt, holders } from '#src/catalog/holders.ts'
import type { Tx } from '#src/db/gate.ts'
import { stocktake } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { openStocktakeOf } from './queries.ts'

/**
 * Begins the count of a stockroom, or of a bag that is in; a count that is open there goes on.
 * @throws Refusal `notFound`, `bagIsOut`
 */
export async function startStocktake(tx: Tx, placeId: number, recording: Recording) {
  const place = holderAt(await holders(tx), placeId, 'placeId')
  const open = await openStocktakeOf(tx, place.id)
  if (open) return { stocktakeId: open.id }
  const [made] = await tx
    .insert(stocktake)
    .values({ locationId: place.id, startedOn: recording.today })
    .returning({ id: stocktake.id })
  if (!made) throw new Error('the database returned no stocktake')
  return { stocktakeId: made.id }
}
