/** Four disjoint quantities of one item, in units. */
export type Stock = {
  /** On hand, bags included, neither expired nor held. */
  readonly usable: number
  /** Promised out of what is usable. */
  readonly reserved: number
  readonly onOrder: readonly OnOrder[]
  /** Received of ordered, for this supplier and item: between 0 and 1. */
  readonly supplierFillRate: number
}

export type OnOrder = {
  readonly quantity: number
  /** The supplier confirmed that it left; else only the supplier's fill rate of it counts. */
  readonly shipped: boolean
  /** When it should arrive, 0 being today. */
  readonly inDays: number
}

/** position = usable − expiring + shipped + orderedCounted − reserved, all in units. */
export type StockPosition = {
  readonly usable: number
  /** Of what is usable, what expires unused before the following order can arrive. */
  readonly expiring: number
  readonly reserved: number
  readonly shipped: number
  readonly ordered: number
  /** `ordered` × the supplier's fill rate, rounded down order by order. */
  readonly orderedCounted: number
  readonly position: number
}

/** The inventory position: what there is and what can be counted on to come. */
export function stockPosition(stock: Stock, expiring: number): StockPosition {
  const { usable, reserved } = stock
  const shipped = sum(stock.onOrder.filter((order) => order.shipped).map((o) => o.quantity))
  const waiting = stock.onOrder.filter((order) => !order.shipped)
  const ordered = sum(waiting.map((order) => order.quantity))
  const orderedCounted = sum(waiting.map((order) => countedOn(order, stock.supplierFillRate)))
  const position = usable - expiring + shipped + orderedCounted - reserved
  return { usable, expiring, reserved, shipped, ordered, orderedCounted, position }
}

/** The units of an order that can be counted on. */
export function countedOn(
  { quantity, shipped }: Pick<OnOrder, 'quantity' | 'shipped'>,
  supplierFillRate: number,
): number {
  return shipped ? quantity : Math.floor(quantity * supplierFillRate + 1e-9)
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0)
}
