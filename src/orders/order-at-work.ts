// An order as a command finds it: what has been done to it, and by which change it was last touched.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { changeLog, order } from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'

export type OrderAtWork = typeof order.$inferSelect

/** The last change of an order or of its lines: what a form says it has seen. */
export const lastChangeOfOrder = sql<number>`(select coalesce(max(${changeLog.id}), 0) from ${changeLog}
  where ${and(inArray(changeLog.tableName, ['order', 'order_line']), sql`${changeLog.rowId} = ${order.id}`)})`

/**
 * The order with this id, when nobody has changed it since the person saw it.
 * @throws Refusal `notFound`, `stale`
 */
export async function orderAtWork(
  db: Db,
  { orderId, seen }: { readonly orderId: number; readonly seen: number },
): Promise<OrderAtWork> {
  const [found] = await db
    .select({ order, lastChange: lastChangeOfOrder })
    .from(order)
    .where(eq(order.id, orderId))
  if (!found) return refuse('notFound', {})
  if (found.lastChange !== seen) return refuse('stale', {})
  return found.order
}
