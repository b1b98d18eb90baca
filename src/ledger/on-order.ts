// What was ordered and has not come: nothing stores it. It is the lines of orders that are sent and
// neither cancelled nor closed, less the signed sum of their receipts, so that taking a receipt back
// puts its units back here.
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { location, order, orderLine } from '#src/db/schema/index.ts'

/** Base units received for an order line, less what was taken back. */
export const receivedOfLine = sql<number>`(select coalesce(sum(entry.sign * movement.quantity), 0)
  from movement join entry on entry.id = movement.entry_id
  where movement.order_line_id = ${orderLine.id})`

/** One line still to come; quantities in base units. */
export type OnOrder = {
  readonly orderId: number
  readonly itemId: number
  readonly supplier: {
    readonly id: number
    readonly nameFr: string | null
    readonly nameEn: string | null
  }
  readonly sentOn: Day
  readonly expectedOn: Day
  readonly ordered: number
  /** Still to come, above zero. */
  readonly quantity: number
}

/** Everything still to come, the earliest first. */
export async function onOrder(db: Db): Promise<OnOrder[]> {
  const toCome = sql<number>`${orderLine.quantity} - ${receivedOfLine}`
  return db
    .select({
      orderId: order.id,
      itemId: orderLine.itemId,
      supplier: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      sentOn: sql<Day>`${order.sentOn}`,
      expectedOn: sql<Day>`coalesce(${order.expectedOn}, ${order.sentOn})`,
      ordered: orderLine.quantity,
      quantity: toCome,
    })
    .from(order)
    .innerJoin(orderLine, eq(orderLine.orderId, order.id))
    .innerJoin(location, eq(location.id, order.supplierId))
    .where(
      and(
        isNotNull(order.sentOn),
        isNull(order.cancelledOn),
        isNull(order.closedOn),
        sql`${toCome} > 0`,
      ),
    )
    .orderBy(asc(order.expectedOn), asc(order.id))
}
