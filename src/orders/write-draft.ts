import { supplierNamed } from '#src/catalog/places.ts'
import { add, amend } from '#src/db/amend.ts'
import { amendList } from '#src/db/amend-list.ts'
import { lastChangeId } from '#src/db/change-log.ts'
import type { Tx } from '#src/db/gate.ts'
import { order, orderLine } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { DraftForm, OrderForm } from './form.ts'
import { orderAtWork } from './order-at-work.ts'

/** Starts an order: nothing is on its way until it is sent. @returns its id */
export async function draftOrder(tx: Tx, form: OrderForm, recording: Recording): Promise<number> {
  const supplierId = await supplierNamed(tx, form.supplier)
  const values = { supplierId, draftedOn: recording.today }
  const { id } = await add(tx, order, values, recording)
  await tx.insert(orderLine).values(rowsOf(form, id))
  return id
}

/**
 * Changes a draft, all of it.
 * @returns the change to undo; null where supplier and lines changed, which no single change undoes
 * @throws Refusal `stale`, `notFound`, `orderSent`, `orderOver`
 */
export async function editDraft(
  tx: Tx,
  { orderId, ...form }: DraftForm & { readonly orderId: number },
  recording: Recording,
): Promise<number | null> {
  const { version, supplierId, sentOn, cancelledOn } = await orderAtWork(tx, { orderId, ...form })
  if (sentOn !== null) refuse('orderSent', {})
  if (cancelledOn !== null) refuse('orderOver', {})
  const chosenId = await supplierNamed(tx, form.supplier)
  const hasMoved = chosenId !== supplierId
  if (hasMoved) {
    await amend(tx, order, { id: orderId, version }, { supplierId: chosenId }, recording)
  }
  const seen = await lastChangeId(tx, 'order_line', orderId)
  const rows = rowsOf(form, orderId)
  const changeId = await amendList(
    tx,
    { name: 'order_line', ownerId: orderId, seen, rows },
    recording,
  )
  return hasMoved ? null : changeId
}

function rowsOf({ lines }: Pick<OrderForm, 'lines'>, orderId: number) {
  return lines.map(({ row: { item, quantity, price, priceUnits } }) => ({
    ...{ orderId, itemId: item.id, quantity, price, priceUnits },
  }))
}
