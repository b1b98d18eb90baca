// What to do about one item, for its card: the same advice as on the reorder board, and the likely
// course of its stock.
import { addDays, type Day, daysBetween } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { reorderFactsOf } from '#src/ledger/reorder-facts.ts'
import { itemAdvice } from '#src/planning/item-advice.ts'
import { stockAhead } from '#src/planning/stock-ahead.ts'

export type ReorderOfItem = NonNullable<Awaited<ReturnType<typeof reorderOfItem>>>

/** Null for kits, which are built, and for items that are not in use any more. */
export async function reorderOfItem(db: Db, itemId: number, today: Day) {
  const facts = await reorderFactsOf(db, itemId, today)
  if (!facts) return null
  const advice = itemAdvice(facts)
  const drawn = Math.min(90, Math.max(28, 2 * advice.coverage.days))
  const ahead = stockAhead(advice.outlook, {
    ...{ available: facts.usable, arrivals: advice.changes, days: drawn + 1 },
  })
  const days = ahead.map((guess, index) => ({ ...guess, day: addDays(today, index) }))
  const firstOf = (isEmpty: (guess: (typeof days)[number]) => boolean) =>
    days.find(isEmpty)?.day ?? null
  const emptyOn = advice.runOut.medianOn
  const forecast = {
    days: days.slice(1),
    emptyOn: emptyOn && daysBetween(today, emptyOn) <= drawn ? emptyOn : null,
    emptyFrom: firstOf(({ most }) => most.low <= 0),
    emptyUntil: firstOf(({ most }) => most.high <= 0),
  }
  return { facts, advice, forecast: advice.basis === 'forecast' ? forecast : null }
}
