import { and, eq, inArray, sql } from 'drizzle-orm'
import { builtInPlace } from '#src/catalog/places.ts'
import type { Tx } from '#src/db/gate.ts'
import { arrived, lot, stocktakeLine } from '#src/db/schema/index.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { openStocktake } from './open-stocktake.ts'

/**
 * Books the differences of a count in one entry: what is missing to "lost", what is more from "found",
 * or from before the book where the place never had the item. What moved since it was counted stays:
 * the final count is counted + moved since.
 * @throws Refusal `notFound`, `bagIsOut`, `countPosted`, `countSuperseded`, `nothingCounted`, or `short`
 * when less is left than was missing
 */
export async function postStocktake(tx: Tx, stocktakeId: number, recording: Recording) {
  const count = await openStocktake(tx, stocktakeId)
  if (count.counted === 0) refuse('nothingCounted', {})
  const lines = await differences(tx, stocktakeId)
  const origins = await originsOf(tx, count.place.id, lines)
  const lost = await builtInPlace(tx, 'lost')
  const movements: Movement[] = lines.map(({ itemId, lotId, difference }) => ({
    ...{ itemId, lotId, quantity: Math.abs(difference) },
    fromId: difference > 0 ? origins(itemId) : count.place.id,
    toId: difference > 0 ? count.place.id : lost.id,
  }))
  const heading = { kind: 'count', happenedOn: recording.today, stocktakeId } as const
  return { entryId: await post(tx, heading, movements, recording) }
}

type Line = { readonly itemId: number; readonly lotId: number; readonly difference: number }

async function differences(tx: Tx, stocktakeId: number): Promise<Line[]> {
  const difference = sql<number>`${stocktakeLine.counted} - ${stocktakeLine.expected}`
  return tx
    .select({ itemId: lot.itemId, lotId: stocktakeLine.lotId, difference })
    .from(stocktakeLine)
    .innerJoin(lot, eq(lot.id, stocktakeLine.lotId))
    .where(and(eq(stocktakeLine.stocktakeId, stocktakeId), sql`${difference} <> 0`))
}

/** Where more than expected came from: an item new to the place was there before the book. */
async function originsOf(tx: Tx, placeId: number, lines: readonly Line[]) {
  const gained = lines.filter(({ difference }) => difference > 0).map(({ itemId }) => itemId)
  const [found, opening] = [await builtInPlace(tx, 'found'), await builtInPlace(tx, 'opening')]
  const known = await tx
    .select({ id: arrived.itemId })
    .from(arrived)
    .where(and(eq(arrived.locationId, placeId), inArray(arrived.itemId, gained)))
  const hadBefore = new Set(known.map(({ id }) => id))
  return (itemId: number) => (hadBefore.has(itemId) ? found.id : opening.id)
}
