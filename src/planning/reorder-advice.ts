import { addDays, type Day } from '#src/day.ts'
import type { DemandDistribution } from './demand-distribution.ts'
import { type DemandOutlook, demandOver } from './demand-outlook.ts'
import { donationChances, donationSpread } from './donations.ts'
import { departures, type ExpiryRisk, expiringWithin, expiryRisks } from './expiry-risk.ts'
import { SHOWN_LEVELS } from './forecast.ts'
import { type LookAhead, lookAhead } from './look-ahead.ts'
import { type OrderQuantity, orderQuantity, usedBeforeExpiry } from './order-quantity.ts'
import { orderUpToLevel, serviceWith } from './order-up-to-level.ts'
import { type ReorderAlarm, reorderAlarm } from './reorder-alarm.ts'
import { hasTooFewData, type ReorderLevel, reorderLevel } from './reorder-level.ts'
import type { ReorderQuestion } from './reorder-question.ts'
import { type Arrival, type RunOut, runOut } from './run-out.ts'
import { countedOn, type StockPosition, stockPosition } from './stock-position.ts'

/** What to do about one item, with every number a screen shows. Quantities are units. */
export type ReorderAdvice = ReorderLevel & {
  readonly alarm: ReorderAlarm
  readonly position: StockPosition
  readonly order: OrderQuantity
  /** Of the order, the units that can be counted on to arrive. */
  readonly countedOfOrder: number
  readonly packSize: number
  readonly coverage: Coverage
  /** P(no one is refused until the following order can arrive), with what of this one can be counted on. */
  readonly service: { readonly withOrder: number; readonly without: number }
  readonly runOut: RunOut & { readonly medianOn: Day | null }
  /** The give-first list. */
  readonly expiring: readonly ExpiryRisk[]
  /** What is expected from today on, for the picture of the stock ahead; and what comes or expires. */
  readonly outlook: DemandOutlook
  readonly changes: readonly Arrival[]
}

/** The days this order has to cover: until the following one can arrive, at the median lead time. */
export type Coverage = {
  readonly days: number
  readonly expectedPerDay: readonly number[]
  readonly demand: DemandDistribution
  /** What past stretches of as many days brought in donations. */
  readonly donations: ReturnType<typeof donationSpread>
  /** How much is enough this often, with what may be donated. */
  readonly probabilities: readonly { readonly level: number; readonly units: number }[]
}

/**
 * Whether and how much to order today: the one function behind the reorder board, the item card and
 * the order form. The arithmetic is Silver, Pyke and Thomas (2017), chapter 7, on the forecast of
 * this folder. Throws a RangeError for a question that cannot be answered: lead times that do not
 * add up, no planned day, a service target outside (0, 1), a pack of nothing.
 */
export function reorderAdvice(question: ReorderQuestion): ReorderAdvice {
  refuseNonsense(question)
  const ahead = lookAhead(question)
  const expiring = expiringOf(question, ahead)
  const protectedDays = ahead.medianLeadTimeDays + question.reviewDays
  const position = stockPosition(question.stock, expiringWithin(protectedDays, expiring))
  const level = reorderLevel(question, ahead, position.position)
  const order = orderQuantity(level.needed, question.supply, expiryOf(question, ahead, position))
  const ordered = { quantity: order.units, shipped: false }
  const countedOfOrder = countedOn(ordered, question.stock.supplierFillRate)
  const changes = [...arrivalsOf(question), ...departures(expiring)]
  const running = runOut(ahead.outlook, question.stock.usable - question.stock.reserved, changes)
  return {
    ...level,
    alarm: reorderAlarm({
      ahead,
      reviewDays: question.reviewDays,
      level,
      position: position.position,
      runOut: running,
      expiring,
    }),
    position,
    order,
    packSize: question.supply.packSize,
    coverage: coverageOf(ahead, question),
    countedOfOrder,
    service: {
      withOrder: serviceWith(ahead.protections, position.position + countedOfOrder),
      without: serviceWith(ahead.protections, position.position),
    },
    runOut: { ...running, medianOn: dayOf(question, running.medianInDays) },
    expiring,
    outlook: ahead.outlook,
    changes,
  }
}

function refuseNonsense({ leadTimes, reviewDays, plannedOpen, target, supply }: ReorderQuestion) {
  const aim = 'fillRate' in target ? target.fillRate : target.serviceLevel
  const certain = leadTimes.reduce((sum, lead) => sum + lead.probability, 0)
  const days = [reviewDays, ...leadTimes.map((lead) => lead.days)]
  insist(Math.abs(certain - 1) < 1e-6, `lead times with a probability of ${certain}`)
  insist(
    days.every((one) => Number.isInteger(one) && one >= 0),
    `days ${days.join(', ')}`,
  )
  insist(plannedOpen.length > 0, 'no planned day')
  insist(aim > 0 && aim < 1, `a service target of ${aim}`)
  insist(supply.packSize >= 1, `a pack of ${supply.packSize}`)
}

function insist(holds: boolean, otherwise: string): void {
  if (!holds) throw new RangeError(`reorderAdvice cannot answer for ${otherwise}`)
}

/** A rate nobody knows says nothing about what it leaves over. */
function expiringOf({ history, datedLots = [] }: ReorderQuestion, { outlook }: LookAhead) {
  return hasTooFewData(history) ? [] : expiryRisks(outlook, datedLots)
}

function expiryOf(
  { history, lifeAtReceiptDays }: ReorderQuestion,
  { outlook, medianLeadTimeDays }: LookAhead,
  { position }: StockPosition,
) {
  if (lifeAtReceiptDays === undefined || hasTooFewData(history)) return undefined
  const span = { leadTimeDays: medianLeadTimeDays, lifeDays: lifeAtReceiptDays }
  return { position, usedBeforeExpiry: usedBeforeExpiry(outlook, span) }
}

function arrivalsOf({ stock }: ReorderQuestion): Arrival[] {
  return stock.onOrder.map((order) => ({
    quantity: countedOn(order, stock.supplierFillRate),
    inDays: order.inDays,
  }))
}

function coverageOf(
  { outlook, medianLeadTimeDays }: LookAhead,
  { reviewDays, donated = [] }: ReorderQuestion,
): Coverage {
  const days = medianLeadTimeDays + reviewDays
  const overInterval = {
    demand: demandOver(outlook, days),
    donated: donationChances(donated, days),
  }
  const certain = [{ probability: 1, overInterval, overLeadTime: overInterval }]
  return {
    days,
    expectedPerDay: outlook.expectedPerStep.slice(0, days),
    demand: overInterval.demand,
    donations: donationSpread(overInterval.donated),
    probabilities: SHOWN_LEVELS.map((level) => ({ level, units: orderUpToLevel(certain, level) })),
  }
}

function dayOf({ history }: ReorderQuestion, inDays: number | null): Day | null {
  return inDays === null ? null : addDays(history.startOn, history.handedOut.length + inDays)
}
