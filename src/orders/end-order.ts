import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { order } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { orderAtWork } from './order-at-work.ts'

type Ending = { readonly orderId: number; readonly seen: number }

/**
 * Nothing of it will come: a draft that was not sent, or an order the supplier took back.
 * @returns the change to undo
 * @throws Refusal `stale`, `notFound`, `orderOver`, `orderReceived` when some has arrived
 */
export async function cancelOrder(tx: Tx, ending: Ending, recording: Recording): Promise<number> {
  const { id, version } = await unfinished(tx, ending)
  return amend(tx, order, { id, version }, { cancelledOn: recording.today }, recording)
}

/**
 * The rest will not come. What is short stays visible and counts in the supplier's fill rate.
 * @returns the change to undo
 * @throws Refusal `stale`, `notFound`, `orderOver`, `orderNotSent`
 */
export async function closeOrder(tx: Tx, ending: Ending, recording: Recording): Promise<number> {
  const { id, version, sentOn } = await unfinished(tx, ending)
  if (sentOn === null) refuse('orderNotSent', {})
  return amend(tx, order, { id, version }, { closedOn: recording.today }, recording)
}

async function unfinished(tx: Tx, ending: Ending) {
  const found = await orderAtWork(tx, ending)
  if (found.cancelledOn !== null || found.closedOn !== null) refuse('orderOver', {})
  return found
}
