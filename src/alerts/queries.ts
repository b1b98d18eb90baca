import type { Advised, AdvisedItems } from '#src/advice/advised-items.ts'
import { addDays, type Day, type WallTime } from '#src/day.ts'
import type { Stream } from '#src/db/schema/index.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import { type ItemAdvice, type StockLevel, stockLevels } from '#src/planning/item-advice.ts'
import { stockAhead } from '#src/planning/stock-ahead.ts'
import { type Expiring, expiringOf } from './expiring.ts'
import { type Reason, reasonOf, reasonOfRough } from './reason.ts'
import type { Snoozed } from './snooze/queries.ts'

/** One item of the board; quantities in base units. */
export type Alert = {
  readonly item: ReorderFacts['item']
  readonly level: StockLevel
  readonly reason: Reason
  /** The services that ask for it, or that have it; none where nobody knows. */
  readonly streams: readonly Stream[]
  /** Null for rough items, which are seen and not counted. */
  readonly counted: Counted | null
  /** Null where nobody has put it aside, or the day it comes back has come. */
  readonly snooze: Snoozed | null
}

type Counted = {
  readonly usable: number
  /** Inside kits that are ready. */
  readonly inKits: number
  readonly onOrder: number
  readonly lasts: ItemAdvice['lasts']
  readonly runsOut: RunsOut | null
  readonly hasForecast: boolean
  readonly order: {
    readonly units: number
    readonly packs: number
    readonly pack: ReorderFacts['supply']['packs'][number] | null
    /** Why it is not what is needed, where something else decided. */
    readonly limits: ItemAdvice['order']['limits']
    readonly aboveLastYear: ItemAdvice['order']['aboveLastYear']
    readonly lifeDays: number | null
  }
  readonly orderBy: Day | null
  /** The supplier's deadline on that day, where it has deadlines. */
  readonly deadline: WallTime | null
  /** Today's deadline that has passed, with the next. */
  readonly missed: { readonly missed: WallTime; readonly next: WallTime } | null
  readonly supplier: ReorderFacts['supply']['supplier']
  readonly spark: Spark
  /** Lots that will not all be given before they may not be, the first to end first. */
  readonly expiring: readonly Expiring[]
}

/** The likely day, and those between which it is four times out of five. */
type RunsOut = {
  readonly on: Day
  readonly from: Day
  /** Null: not within a year. */
  readonly until: Day | null
}

type Spark = {
  readonly past: readonly number[]
  readonly ahead: readonly {
    readonly median: number
    readonly low: number
    readonly high: number
  }[]
}

/** Every item that is ordered, most pressing first; kits are built. */
export function alertsOf(items: AdvisedItems): Alert[] {
  return [...items.values()]
    .filter(({ facts }) => !facts.isKit)
    .map(alertOf)
    .sort(byUrgency)
}

const made = new WeakMap<Advised, Alert>()

/** The same alert for as long as nothing happens to the item. */
function alertOf(advised: Advised): Alert {
  const known = made.get(advised)
  if (known) return known
  const { facts, advice } = advised
  const alert = advice ? exactAlert(facts, advice) : roughAlert(facts)
  made.set(advised, alert)
  return alert
}

const levelsOfRough: readonly StockLevel[] = ['now', 'soon', 'enough', 'enough']

function roughAlert(facts: ReorderFacts): Alert {
  const level = facts.seen ? (levelsOfRough[facts.seen.level] ?? 'few') : 'few'
  const reason = reasonOfRough(facts)
  return { item: facts.item, level, reason, streams: streamsOf(facts), counted: null, snooze: null }
}

function streamsOf({ channels }: ReorderFacts): Stream[] {
  const isSome = (units: number) => units > 0
  const asking = channels.filter(
    ({ handedOut, unmet }) => handedOut.some(isSome) || unmet.some(isSome),
  )
  const known = asking.length > 0 ? asking : channels
  return [...new Set(known.map(({ stream }) => stream))]
}

function exactAlert(facts: ReorderFacts, advice: ItemAdvice): Alert {
  const { order, packSize, lasts, orderBy, orderByDeadline: deadline } = advice
  const { deadline: next, missed } = facts.supply
  return {
    item: facts.item,
    level: advice.level,
    reason: reasonOf(facts, advice),
    ...{ streams: streamsOf(facts), snooze: null },
    counted: {
      ...{
        usable: facts.usable,
        inKits: facts.inKits,
        lasts,
        runsOut: runsOutOf(facts, advice),
        ...{ orderBy, deadline, missed: missed && next && { missed, next } },
        supplier: facts.supply.supplier,
      },
      onOrder: facts.toCome.reduce((sum, { quantity }) => sum + quantity, 0),
      hasForecast: advice.basis === 'forecast',
      order: {
        ...{ units: order.units, packs: order.packs, limits: order.limits },
        aboveLastYear: order.aboveLastYear,
        lifeDays: facts.supply.lifeAtReceiptDays,
        pack: facts.supply.packs.find(({ size }) => size === packSize) ?? null,
      },
      spark: sparkOf(facts, advice),
      expiring: expiringOf(facts, advice),
    },
  }
}

/** Null for what has run out, and for what lasts a year and more or has no forecast. */
function runsOutOf({ today, usable }: ReorderFacts, { basis, runOut }: ItemAdvice): RunsOut | null {
  const { medianInDays: on, earliestInDays, latestInDays: until } = runOut
  if (basis !== 'forecast' || on === null || usable === 0) return null
  return {
    on: addDays(today, on),
    from: addDays(today, earliestInDays ?? on),
    until: until === null ? null : addDays(today, until),
  }
}

/** Put aside, and no worse since. */
export function isAsleep({ snooze }: Alert): boolean {
  return snooze !== null && snooze.worse === null
}

const daysBack = 30
const daysAhead = 20

/** The stock on the last open days and the next: on the same axis in every row. */
function sparkOf(
  facts: ReorderFacts,
  { history, outlook, changes, isOpen, basis }: ItemAdvice,
): Spark {
  const past = facts.closings.filter((_, day) => (history.open?.[day] ?? 0) > 0).slice(-daysBack)
  if (basis !== 'forecast') return { past: [...past, facts.usable], ahead: [] }
  const days = daysHolding(isOpen, daysAhead)
  const ahead = stockAhead(outlook, {
    ...{ available: facts.usable, arrivals: changes, days },
  })
  return {
    past: [...past, facts.usable],
    ahead: ahead.filter((_, day) => isOpen[day]).map(({ median, most }) => ({ median, ...most })),
  }
}

/** How many days ahead hold this many open ones. */
function daysHolding(isOpen: readonly boolean[], open: number): number {
  let found = 0
  const last = isOpen.findIndex((opens) => {
    if (opens) found++
    return found === open
  })
  return last < 0 ? isOpen.length : last + 1
}

function byUrgency(a: Alert, b: Alert): number {
  const level = stockLevels.indexOf(a.level) - stockLevels.indexOf(b.level)
  return level || lastsFor(a) - lastsFor(b) || a.item.id - b.item.id
}

/** Rough items come before those with a number of days: what was seen low has no number. */
function lastsFor({ counted }: Alert): number {
  if (counted === null) return 0
  if (!counted.hasForecast) return counted.usable > 0 ? 1e6 : 1e5
  return counted.lasts.median ?? 1e4
}
