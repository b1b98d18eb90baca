// What to do about one item, for its card: the same advice as on the reorder board, and the likely
// course of its stock. Pure.
import type { Advised, AdvisedItems } from '#src/advice/advised-items.ts'
import { addDays, daysBetween } from '#src/day.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import type { ItemAdvice } from '#src/planning/item-advice.ts'
import { stockAhead } from '#src/planning/stock-ahead.ts'
import { trackRecord } from '#src/planning/track-record.ts'
import { demandParts } from './demand-parts.ts'

export type ReorderOfItem = NonNullable<ReturnType<typeof reorderOfItem>>

/** Null for kits, which are built, for rough items, and for those that are not in use any more. */
export function reorderOfItem(advised: Advised | undefined, items: AdvisedItems) {
  if (!advised?.advice || advised.facts.isKit) return null
  const { facts, advice } = advised
  if (advice.basis !== 'forecast') {
    return { facts, advice, parts: null, forecast: null, track: null }
  }
  const { channels, startOn } = facts
  return {
    ...{ facts, advice, forecast: courseOf(facts, advice) },
    parts: demandParts(advised.facts, advice, items),
    /** As far ahead as an order has to last. */
    track: trackRecord(channels, { startOn, days: advice.coverage.days }),
  }
}

/** As far as two orders reach, four weeks at least. */
function courseOf({ today, usable }: ReorderFacts, advice: ItemAdvice) {
  const drawn = Math.min(90, Math.max(28, 2 * advice.coverage.days))
  const ahead = stockAhead(advice.outlook, {
    ...{ available: usable, arrivals: advice.changes, days: drawn + 1 },
  })
  const days = ahead.map((guess, index) => ({ ...guess, day: addDays(today, index) }))
  const firstOf = (isEmpty: (guess: (typeof days)[number]) => boolean) =>
    days.find(isEmpty)?.day ?? null
  const emptyOn = advice.runOut.medianOn
  return {
    days: days.slice(1),
    emptyOn: emptyOn && daysBetween(today, emptyOn) <= drawn ? emptyOn : null,
    emptyFrom: firstOf(({ most }) => most.low <= 0),
    emptyUntil: firstOf(({ most }) => most.high <= 0),
  }
}
