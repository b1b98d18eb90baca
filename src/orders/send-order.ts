import { eq, sql } from 'drizzle-orm'
import { arrivalOf, termsOf } from '#src/catalog/supplier-terms.ts'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { order, orderLine } from '#src/db/schema/index.ts'
import { reorderFacts } from '#src/ledger/reorder-facts.ts'
import { itemAdvice } from '#src/planning/item-advice.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { SendingForm } from './form.ts'
import { orderAtWork } from './order-at-work.ts'

/**
 * Notes that the supplier has the order: from now on its lines are on order. Of an order that was
 * sent before, it changes the days.
 * @returns the change to undo
 * @throws Refusal `stale`, `notFound`, `orderOver`, `expectedBeforeSent`
 */
export async function sendOrder(
  tx: Tx,
  form: SendingForm & { readonly orderId: number },
  recording: Recording,
): Promise<number> {
  const found = await orderAtWork(tx, form)
  if (found.cancelledOn !== null || found.closedOn !== null) refuse('orderOver', {})
  const { sentOn } = form
  const terms = await termsOf(tx, found.supplierId)
  const expectedOn = form.expectedOn ?? arrivalOf(terms, sentOn)
  if (expectedOn < sentOn) refuse('expectedBeforeSent', {}, 'expectedOn')
  if (found.sentOn === null) await rememberLevels(tx, found.id, recording)
  const { id, version } = found
  return amend(tx, order, { id, version }, { sentOn, expectedOn }, recording)
}

/** The level each line was ordered up to, which damps the next one: stock cannot be handed back. */
async function rememberLevels(tx: Tx, orderId: number, { today }: Recording) {
  const lines = await tx.select().from(orderLine).where(eq(orderLine.orderId, orderId))
  const itemIds = lines.map(({ itemId }) => itemId)
  const facts = await reorderFacts(tx, { today, itemIds })
  const levels = facts
    .map((each) => ({ itemId: each.item.id, advice: itemAdvice(each) }))
    .filter(({ advice }) => advice.basis === 'forecast')
  if (levels.length === 0) return
  const cases = levels.map(
    ({ itemId, advice }) => sql`when ${itemId} then cast(${advice.orderUpTo} as integer)`,
  )
  const orderUpTo = sql`case ${orderLine.itemId} ${sql.join(cases, sql` `)} end`
  await tx.update(orderLine).set({ orderUpTo }).where(eq(orderLine.orderId, orderId))
}
