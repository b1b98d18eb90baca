import { holderAt, holders } from '#src/catalog/holders.ts'
import type { Db } from '#src/db/gate.ts'
import { refuse } from '#src/refusal.ts'
import { stocktakeById } from './queries.ts'

/**
 * The count, for somebody who is about to write on it: not posted, the latest of its place, and the
 * place at hand. Of two counts of one place the second already holds what the first would book again.
 * @throws Refusal `notFound`, `bagIsOut`, `countPosted`, `countSuperseded`
 */
export async function openStocktake(db: Db, stocktakeId: number) {
  const count = await stocktakeById(db, stocktakeId)
  if (!count) return refuse('notFound', {})
  if (count.standing > 0) refuse('countPosted', {})
  if (count.isSuperseded) refuse('countSuperseded', {})
  return { ...count, place: holderAt(await holders(db), count.place.id, '') }
}
