import { addDays, type Day, daysBetween, type WallTime } from '#src/day.ts'
import { deadlinesUntil, type OrderDeadlines } from '#src/order-deadlines.ts'
import { type CombinedDemand, combinedDemand, type DemandChannel } from './combined-demand.ts'
import { afterWaiting, leadTimes, medianLeadTime } from './lead-times.ts'
import { type ReorderAdvice, reorderAdvice } from './reorder-advice.ts'
import type { ReorderQuestion } from './reorder-question.ts'

/** What is known of one item. Quantities are units; lists by day end with yesterday. */
export type ItemFacts = {
  readonly today: Day
  /** The first day of the record. */
  readonly startOn: Day
  readonly channels: readonly DemandChannel[]
  readonly donated: readonly number[]
  readonly usable: number
  readonly datedLots: readonly {
    readonly lotId: number
    readonly quantity: number
    readonly expiresInDays: number
  }[]
  readonly toCome: readonly {
    readonly quantity: number
    readonly inDays: number
    /** Its day has passed. */
    readonly isLate: boolean
  }[]
  readonly supply: {
    /** From the order, or from the deadline it is in time for. */
    readonly leadTimeDays: number
    /** Between one chance to order and the next. */
    readonly reviewDays: number
    /** When it takes orders, and the next deadline; null on any day. */
    readonly deadlines: OrderDeadlines | null
    readonly deadline: WallTime | null
    readonly observedLeadDays: readonly number[]
    /** The pack it is ordered in; null lets the usual use choose among `packs`. */
    readonly pack: { readonly size: number } | null
    readonly packs: readonly { readonly size: number }[]
    readonly minimumOrder: number | null
    readonly maximumOrder: number | null
    /** From this supplier in these five weeks, and in the same ones a year ago; 0 where nothing was. */
    readonly orderedLately: number
    readonly orderedLastYear: number
    readonly fillRate: number
    /** Days for which what is delivered can be given, the first included; null: without end, or unknown. */
    readonly lifeAtReceiptDays: number | null
  }
  readonly lastSentOrderUpTo: number | null
  readonly item: {
    readonly serviceLevelPercent: number
    readonly minimumStock: number | null
    readonly maximumStock: number | null
  }
}

/**
 * Now: order today; nothing is left, and it was asked for. Soon: order by `orderBy`, or ask where the late order is. Surplus: some will
 * expire unused, or there is enough for more than a year. Coming: enough is on order. Few: too few
 * data to say.
 */
export type StockLevel = (typeof stockLevels)[number]

export const stockLevels = ['now', 'soon', 'surplus', 'coming', 'enough', 'few'] as const

export type ItemAdvice = ReorderAdvice & {
  readonly level: StockLevel
  /** Open days until it has likely run out, today included; null: not within a year. */
  readonly lasts: {
    readonly median: number | null
    readonly low: number | null
    readonly high: number | null
  }
  /** The last day on which an order is likely to arrive in time; null where nobody knows. */
  readonly orderBy: Day | null
  /** The deadline on that day, where the supplier has deadlines. */
  readonly orderByDeadline: WallTime | null
  /** The day by which an order placed after this one can have arrived. */
  readonly coveredUntil: Day
  readonly leadTimeDays: number
  /** Until an order placed now is likely to be here, the wait for the deadline included. */
  readonly arrivesInDays: number
  /** Whether any service that uses the item opens, from today on. */
  readonly isOpen: readonly boolean[]
  readonly history: CombinedDemand['history']
}

/** The advice for one item from what is known of it: the board, its card and an order ask the same. */
export function itemAdvice(facts: ItemFacts): ItemAdvice {
  const demand = combinedDemand(facts.channels, facts.startOn)
  const question = questionOf(facts, demand)
  const advice = reorderAdvice(question)
  const arrivesInDays = medianLeadTime(question.leadTimes)
  const leadTimeDays = arrivesInDays - waitDays(facts)
  const inTime = lastDayInTime(advice, { leadTimeDays, today: facts.today })
  const orderByDeadline = lastDeadline(facts, { advice, inTime })
  const openDays = (inDays: number | null) => openDaysUntil(demand.isOpen, inDays)
  return {
    ...advice,
    level: levelOf(advice, facts),
    lasts: {
      median: openDays(advice.runOut.medianInDays),
      low: openDays(advice.runOut.earliestInDays),
      high: openDays(advice.runOut.latestInDays),
    },
    ...{ orderBy: orderByDeadline?.day ?? inTime, orderByDeadline },
    coveredUntil: addDays(facts.today, advice.coverage.days),
    ...{ leadTimeDays, arrivesInDays, isOpen: demand.isOpen, history: demand.history },
  }
}

function questionOf(facts: ItemFacts, { history, plannedOpen }: CombinedDemand): ReorderQuestion {
  const { supply, item, lastSentOrderUpTo } = facts
  const { minimumStock: min, maximumStock: max } = item
  return {
    ...{ history, donated: facts.donated, datedLots: facts.datedLots },
    // What nobody has asked for yet has no service to follow.
    plannedOpen: plannedOpen.length > 0 ? plannedOpen : [1],
    leadTimes: afterWaiting(
      leadTimes(supply.leadTimeDays, supply.observedLeadDays),
      waitDays(facts),
    ),
    reviewDays: supply.reviewDays,
    target: { serviceLevel: item.serviceLevelPercent / 100 },
    stock: {
      usable: facts.usable,
      reserved: 0,
      onOrder: facts.toCome.map((order) => ({ ...order, shipped: false })),
      supplierFillRate: supply.fillRate,
    },
    supply: {
      packSize: packSizeOf(facts, history.handedOut),
      ...(supply.minimumOrder !== null && { minimumOrder: supply.minimumOrder }),
      ...(supply.maximumOrder !== null && { maximumOrder: supply.maximumOrder }),
      orderedLately: supply.orderedLately,
      // Nobody is surprised by a first order.
      ...(supply.orderedLastYear > 0 && { orderedLastYear: supply.orderedLastYear }),
    },
    ...(supply.lifeAtReceiptDays !== null && { lifeAtReceiptDays: supply.lifeAtReceiptDays }),
    ...(lastSentOrderUpTo !== null && { lastSentOrderUpTo }),
    ...(min !== null && { minMax: { min, max: Math.max(min, max ?? min) } }),
  }
}

/** Days for which an order lies before the supplier takes it. */
function waitDays({ supply, today }: ItemFacts): number {
  return supply.deadline ? daysBetween(today, supply.deadline.day) : 0
}

/** The supplier's pack; else the largest that the use between two orders would empty. */
function packSizeOf({ supply }: ItemFacts, handedOut: readonly number[]): number {
  if (supply.pack) return supply.pack.size
  const recent = handedOut.slice(-91)
  const used = recent.reduce((sum, units) => sum + units, 0)
  const betweenOrders = (used * supply.reviewDays) / Math.max(1, recent.length)
  const sizes = supply.packs.map(({ size }) => size)
  return Math.max(1, ...sizes.filter((size) => size <= betweenOrders))
}

function levelOf(advice: ReorderAdvice, facts: ItemFacts): StockLevel {
  const { basis, needed, alarm } = advice
  const { usable, toCome } = facts
  if (needed > 0) {
    const isOut = basis === 'forecast' ? alarm === 'red' : usable === 0
    return isOut ? 'now' : 'soon'
  }
  const isComing = toCome.some(({ isLate }) => !isLate)
  if (toCome.length > 0 && !isComing && needsWhatIsLate(advice)) return 'soon'
  if (alarm === 'blue') return 'surplus'
  if (isComing) return 'coming'
  if (basis === 'too-few-data') return usable === 0 && wasAskedFor(facts) ? 'now' : 'few'
  return alarm === 'red' ? 'now' : alarm === 'amber' ? 'soon' : 'enough'
}

function wasAskedFor({ channels }: ItemFacts): boolean {
  const isSome = (units: number) => units > 0
  return channels.some(({ handedOut, unmet }) => handedOut.some(isSome) || unmet.some(isSome))
}

/** Without the orders that are late, it would have to be ordered. */
function needsWhatIsLate({ orderUpTo, position }: ReorderAdvice): boolean {
  return orderUpTo > position.position - position.orderedCounted
}

/** The next deadline for what is needed; for what is not, the last one that is in time. */
function lastDeadline(
  { supply }: ItemFacts,
  { advice, inTime }: { readonly advice: ReorderAdvice; readonly inTime: Day | null },
): WallTime | null {
  const { deadlines, deadline } = supply
  if (!deadlines || !deadline) return null
  if (advice.needed > 0) return deadline
  if (inTime === null) return null
  return deadlinesUntil(deadlines, deadline, inTime).at(-1) ?? deadline
}

function lastDayInTime(
  { basis, runOut }: ReorderAdvice,
  { leadTimeDays, today }: { readonly leadTimeDays: number; readonly today: Day },
): Day | null {
  if (basis !== 'forecast' || runOut.medianInDays === null) return null
  return addDays(today, Math.max(0, runOut.medianInDays - leadTimeDays))
}

function openDaysUntil(isOpen: readonly boolean[], inDays: number | null): number | null {
  return inDays === null ? null : isOpen.slice(0, inDays + 1).filter(Boolean).length
}
