import { and, asc, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { entry, item, location, lot, movement, order, orderLine } from '#src/db/schema/index.ts'
import { receivedOfLine } from '#src/ledger/on-order.ts'
import { lastChangeOfOrder } from './order-at-work.ts'
import { fillRateOf, type Sums, statusOf } from './status.ts'

const supplier = { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn }

const sums = sql<Sums>`(
  select json_object('lines', count(*), 'linesToCome', coalesce(sum(quantity > received), 0),
    'ordered', coalesce(sum(quantity), 0), 'filled', coalesce(sum(min(quantity, received)), 0))
  from (select order_line.quantity, ${receivedOfLine} as received
    from order_line where order_line.order_id = ${order.id}))`.mapWith(
  (text: string): Sums => JSON.parse(text),
)

// A draft, or sent with something to come; what is cancelled or closed is over.
const isOpen = sql`(${order.cancelledOn} is null and ${order.closedOn} is null and (${order.sentOn} is null
  or exists (select 1 from order_line where order_line.order_id = ${order.id}
    and order_line.quantity > ${receivedOfLine})))`

export type OrderRow = Awaited<ReturnType<typeof openOrders>>[number]

/** Drafts, and what suppliers still owe, the earliest expected first. */
export async function openOrders(db: Db, supplierId: number | null, today: Day) {
  return ordersWhere(db, {
    where: and(isOpen, ofSupplier(supplierId)),
    by: sql`coalesce(${order.expectedOn}, ''), ${order.id} desc`,
    size: 200,
    today,
  })
}

/** Received, closed and cancelled orders, latest first, a page of `size` before `before`. */
export async function finishedOrders(
  db: Db,
  supplierId: number | null,
  page: { readonly before: number | null; readonly size: number; readonly today: Day },
) {
  const older = page.before === null ? undefined : lt(order.id, page.before)
  const where = and(sql`not ${isOpen}`, ofSupplier(supplierId), older)
  return ordersWhere(db, { where, by: desc(order.id), ...page })
}

type Listing = { where: SQL | undefined; by: SQL; size: number; today: Day }

async function ordersWhere(db: Db, { where, by, size, today }: Listing) {
  const rows = await db
    .select({ order, supplier, sums })
    .from(order)
    .innerJoin(location, eq(location.id, order.supplierId))
    .where(where)
    .orderBy(by)
    .limit(size)
  return rows.map((row) => ({
    ...{ ...row.order, supplier: row.supplier, sums: row.sums },
    status: statusOf({ ...row.order, ...row.sums }, today),
  }))
}

function ofSupplier(supplierId: number | null) {
  return supplierId === null ? undefined : eq(order.supplierId, supplierId)
}

export type Order = NonNullable<Awaited<ReturnType<typeof orderById>>>
export type OrderedLine = Order['lines'][number]

/** One order with its lines and what came of each; null when there is none. Three statements. */
export async function orderById(db: Db, id: number, today: Day) {
  const [found] = await db
    .select({ order, supplier, sums, lastChange: lastChangeOfOrder })
    .from(order)
    .innerJoin(location, eq(location.id, order.supplierId))
    .where(eq(order.id, id))
  if (!found) return null
  const { sums: summed } = found
  const status = statusOf({ ...found.order, ...summed }, today)
  return {
    ...{ ...found.order, supplier: found.supplier, sums: summed, seen: found.lastChange, status },
    fillRate: fillRateOf(summed, status),
    lines: await linesOf(db, id),
    receipts: await receiptsOf(db, id),
  }
}

const itemNames = {
  ...{ id: item.id, nameFr: item.nameFr, nameEn: item.nameEn },
  ...{ unitFr: item.unitFr, unitEn: item.unitEn },
}

async function linesOf(db: Db, orderId: number) {
  const rows = await db
    .select({ line: orderLine, item: itemNames, received: receivedOfLine })
    .from(orderLine)
    .innerJoin(item, eq(item.id, orderLine.itemId))
    .where(eq(orderLine.orderId, orderId))
    .orderBy(asc(orderLine.id))
  return rows.map(({ line, ...row }) => ({ ...line, ...row }))
}

/** What arrived, a row a line of a receipt, the latest first; with what was taken back again. */
async function receiptsOf(db: Db, orderId: number) {
  return db
    .select({
      entryId: entry.id,
      happenedOn: entry.happenedOn,
      sign: entry.sign,
      quantity: movement.quantity,
      item: itemNames,
      lot: { kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn },
      /** Null when it was not ordered. */
      orderLineId: movement.orderLineId,
      isTakenBack: sql<number>`exists (select 1 from entry as later where later.reverses_id = ${entry.id})`,
    })
    .from(entry)
    .innerJoin(movement, eq(movement.entryId, entry.id))
    .innerJoin(item, eq(item.id, movement.itemId))
    .innerJoin(lot, eq(lot.id, movement.lotId))
    .where(eq(entry.orderId, orderId))
    .orderBy(desc(entry.id), asc(movement.id))
}
