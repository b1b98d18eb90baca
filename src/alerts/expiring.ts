// The lots of an item that will not all be given before their last day. Pure.
import { addDays, type Day } from '#src/day.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import { demandOver } from '#src/planning/demand-outlook.ts'
import type { ItemAdvice } from '#src/planning/item-advice.ts'

/** A lot at risk; base units. */
export type Expiring = {
  readonly lotId: number
  readonly quantity: number
  /** Left over on its last day at the forecast rate; all of it where there is no forecast. */
  readonly unused: number
  readonly lastUsableOn: Day
  /** Units an open day; null where nobody knows a rate, or the services never open before. */
  readonly pace: {
    /** That would use it up, with what ends before it. */
    readonly needed: number
    readonly expected: number
  } | null
}

/** The first to end first. */
export function expiringOf(facts: ReorderFacts, advice: ItemAdvice): Expiring[] {
  return advice.basis === 'forecast' ? leftOver(facts, advice) : endingSoon(facts)
}

function leftOver({ today }: ReorderFacts, { expiring, outlook, isOpen }: ItemAdvice): Expiring[] {
  return expiring.map(({ lotId, quantity, unused, expiresInDays, dueByThen }) => {
    const openDays = openDaysWithin(expiresInDays, isOpen)
    const { mean } = demandOver(outlook, expiresInDays)
    return {
      ...{ lotId, quantity, unused, lastUsableOn: addDays(today, expiresInDays - 1) },
      pace: openDays > 0 ? { needed: dueByThen / openDays, expected: mean / openDays } : null,
    }
  })
}

/** The plan is a year long; after it, it goes on as it was. */
function openDaysWithin(days: number, isOpen: readonly boolean[]): number {
  const known = isOpen.slice(0, days)
  return (known.filter(Boolean).length * days) / Math.max(1, known.length)
}

const soonDays = 90

/** What nobody asks for often enough to know a rate may be left over whole. */
function endingSoon({ datedLots, today }: ReorderFacts): Expiring[] {
  return datedLots
    .filter(({ expiresInDays }) => expiresInDays <= soonDays)
    .toSorted((a, b) => a.expiresInDays - b.expiresInDays)
    .map(({ lotId, quantity, expiresInDays }) => ({
      ...{ lotId, quantity, unused: quantity, pace: null },
      lastUsableOn: addDays(today, expiresInDays - 1),
    }))
}
