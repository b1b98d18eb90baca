import { eq } from 'drizzle-orm'
import { lotIds } from '#src/catalog/lots.ts'
import { stockroomOf } from '#src/catalog/places.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { order, orderLine } from '#src/db/schema/index.ts'
import { post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { ReceiptForm } from './form.ts'

/**
 * Books what arrived of an order: supplier → stockroom, a lot a line. More than was ordered, or
 * something else, or after the order was closed, is booked all the same: it is there.
 * @returns the entry
 * @throws Refusal `notFound`, `orderNotSent`
 */
export async function receiveOrder(
  tx: Tx,
  form: ReceiptForm & { readonly orderId: number },
  recording: Recording,
): Promise<number> {
  const { supplierId, lines } = await orderWithLines(tx, form.orderId)
  const place = await stockroomOf(tx, form.placeId, 'placeId')
  const rows = form.lines.map(({ row }) => row)
  const lots = await lotIds(
    tx,
    rows.map(({ item, lotCode, expiresOn }) => ({
      ...{ itemId: item.id, lots: item.lots, code: lotCode, expiresOn },
    })),
  )
  const movements = rows.map(({ item, quantity }, index) => {
    const ordered = lines.get(item.id)
    return {
      ...{ itemId: item.id, lotId: lots[index] ?? 0, quantity },
      ...{ fromId: supplierId, toId: place.id },
      orderLineId: ordered?.id ?? null,
      ...{ price: ordered?.price ?? null, priceUnits: ordered?.priceUnits ?? null },
    }
  })
  const { receivedOn: happenedOn, orderId } = form
  return post(tx, { kind: 'receipt', happenedOn, orderId }, movements, recording)
}

async function orderWithLines(db: Db, orderId: number) {
  const rows = await db
    .select({ order, line: orderLine })
    .from(order)
    .innerJoin(orderLine, eq(orderLine.orderId, order.id))
    .where(eq(order.id, orderId))
  const [first] = rows
  if (!first) return refuse('notFound', {})
  if (first.order.sentOn === null) return refuse('orderNotSent', {})
  return {
    supplierId: first.order.supplierId,
    lines: new Map(rows.map(({ line }) => [line.itemId, line])),
  }
}
