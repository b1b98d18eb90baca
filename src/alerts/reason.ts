// Why an item stands where it stands: of all that could be said, the one thing most worth knowing. Pure.
import { addDays, type Day } from '#src/day.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import type { ItemAdvice } from '#src/planning/item-advice.ts'

/** Quantities are base units, rates base units an open day. */
export type Reason =
  | { readonly kind: 'seen'; readonly level: number; readonly on: Day }
  | { readonly kind: 'neverSeen' }
  | { readonly kind: 'onOrder'; readonly quantity: number; readonly on: Day; isLate: boolean }
  | { readonly kind: 'belowMinimum'; readonly minimum: number }
  | { readonly kind: 'aboveMinimum'; readonly minimum: number }
  | { readonly kind: 'neverUsed' }
  | { readonly kind: 'fewDays'; readonly days: number }
  | { readonly kind: 'noneLeft'; readonly days: number }
  | { readonly kind: 'askedInVain'; readonly units: number }
  | { readonly kind: 'shortSupplier'; readonly rate: number; readonly fillRate: number }
  | { readonly kind: 'expiring'; readonly quantity: number; readonly on: Day }
  | { readonly kind: 'uneven'; readonly low: number; readonly high: number }
  | { readonly kind: 'rate'; readonly rate: number; leadTimeDays: number; withKits: boolean }
  | { readonly kind: 'overAYear' }
  | { readonly kind: 'lastsPast'; readonly day: Day }

/** Of an exact item. */
export function reasonOf(facts: ReorderFacts, advice: ItemAdvice): Reason {
  const { level, basis } = advice
  if (level === 'surplus') return expiring(facts, advice) ?? overAYear
  if (level === 'coming') return coming(facts.toCome.filter(({ isLate }) => !isLate))
  if (level === 'soon' && advice.needed === 0 && facts.toCome.length > 0) {
    return coming(facts.toCome)
  }
  if (basis !== 'forecast') return withoutForecast(facts, advice)
  const rate = advice.levelTerms?.ratePerOpenDay ?? 0
  if (level === 'now' || level === 'soon') {
    return (
      inVain(advice) ??
      shortSupplier(facts, rate) ??
      uneven(advice) ??
      pressing(facts, advice, rate)
    )
  }
  return advice.lasts.median === null ? overAYear : lastsPast(advice)
}

/** Of a rough item, which nobody counts: what was seen last. */
export function reasonOfRough({ seen }: ReorderFacts): Reason {
  return seen ? { kind: 'seen', ...seen } : { kind: 'neverSeen' }
}

const overAYear: Reason = { kind: 'overAYear' }

function coming(toCome: ReorderFacts['toCome']): Reason {
  const [next] = [...toCome].sort((a, b) => (a.expectedOn < b.expectedOn ? -1 : 1))
  const quantity = toCome.reduce((sum, each) => sum + each.quantity, 0)
  return { kind: 'onOrder', quantity, on: next?.expectedOn ?? '', isLate: next?.isLate ?? false }
}

function withoutForecast({ item }: ReorderFacts, advice: ItemAdvice): Reason {
  const { level, basis, history } = advice
  if (basis === 'min-max') {
    const minimum = item.minimumStock ?? 0
    return { kind: level === 'enough' ? 'aboveMinimum' : 'belowMinimum', minimum }
  }
  const days = history.handedOut.filter((units) => units > 0).length
  if (level === 'now') return inVain(advice) ?? { kind: 'noneLeft', days }
  return days === 0 ? { kind: 'neverUsed' } : { kind: 'fewDays', days }
}

const daysOfMonth = 30

function inVain({ history }: ItemAdvice): Reason | null {
  const units = sum((history.unmet ?? []).slice(-daysOfMonth))
  return units > 0 ? { kind: 'askedInVain', units } : null
}

const wellFilled = 0.8

function shortSupplier({ supply: { fillRate } }: ReorderFacts, rate: number): Reason | null {
  return fillRate < wellFilled ? { kind: 'shortSupplier', rate, fillRate } : null
}

const weeksBack = 8

/** The least and the most of the last eight weeks that had stock, where they are far apart. */
function uneven({ history }: ItemAdvice): Reason | null {
  const last = history.handedOut.length
  const weeks = Array.from({ length: weeksBack }, (_, week) => last - 7 * (week + 1))
    .filter((first) => first >= 0 && isStocked(history.stockOut?.slice(first, first + 7) ?? []))
    .map((first) => sum(history.handedOut.slice(first, first + 7)))
  if (weeks.length < weeksBack / 2) return null
  const [low, high] = [Math.min(...weeks), Math.max(...weeks)]
  return high >= 3 * Math.max(1, low) ? { kind: 'uneven', low, high } : null
}

function isStocked(week: readonly string[]): boolean {
  return week.every((day) => day === 'none')
}

function pressing({ inKits }: ReorderFacts, { leadTimeDays }: ItemAdvice, rate: number): Reason {
  return { kind: 'rate', rate, leadTimeDays, withKits: inKits > 0 }
}

/** What expires unused first. */
function expiring({ today }: ReorderFacts, { expiring: lots }: ItemAdvice): Reason | null {
  const [first] = lots
  if (!first) return null
  return { kind: 'expiring', quantity: first.unused, on: addDays(today, first.expiresInDays - 1) }
}

function lastsPast({ coveredUntil }: ItemAdvice): Reason {
  return { kind: 'lastsPast', day: coveredUntil }
}

function sum(units: readonly number[]): number {
  return units.reduce((total, each) => total + each, 0)
}
