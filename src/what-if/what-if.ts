// The same item twice: as it is, and as somebody supposes. Nothing is saved. Pure.
import type { Advised } from '#src/advice/advised-items.ts'
import { addDays, type Day, weekdayOf } from '#src/day.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import type { ItemAdvice } from '#src/planning/item-advice.ts'
import { type Outcome, outcomeOf, supposed } from '#src/planning/what-if.ts'
import type { WhatIfQuery } from './form.ts'

export type WhatIf = NonNullable<ReturnType<typeof whatIf>>

/** Null for what is not ordered, or not counted. */
export function whatIf(advised: Advised | undefined, query: WhatIfQuery) {
  if (!advised?.advice || advised.facts.isKit) return null
  const { facts, advice } = advised
  const days = Math.min(90, Math.max(42, 2 * advice.coverage.days))
  const today = weekdayOf(facts.today)
  const then = supposed(facts, suppositionOf(query, advice), today)
  return {
    facts,
    openings: openingsToAdd(facts, today),
    saved: told(facts, outcomeOf(facts, days)),
    supposed: told(then, outcomeOf(then, days)),
    past: pastOf(facts),
  }
}

/** What is left as it is keeps all that is known of it, such as how the lead time varied. */
function suppositionOf(query: WhatIfQuery, { leadTimeDays }: ItemAdvice) {
  return {
    serviceLevelPercent: query.service,
    leadTimeDays: query.leadTime === leadTimeDays ? null : query.leadTime,
    reviewDays: query.review,
    extraOpening: query.extra,
    cutPercent: query.cut ?? 0,
  }
}

export type Told = ReturnType<typeof told>

/** An outcome with its days by name; quantities in base units. */
function told(
  facts: Pick<ReorderFacts, 'today'> & {
    item: { serviceLevelPercent: number }
    supply: { reviewDays: number }
  },
  { advice, arriving, runOut, ahead }: Outcome,
) {
  const days = ahead.map((guess, index) => ({ ...guess, day: addDays(facts.today, index) }))
  const { medianInDays } = runOut
  const emptyOn = medianInDays === null ? null : addDays(facts.today, medianInDays)
  const firstOn = (isEmpty: (guess: (typeof days)[number]) => boolean) =>
    days.find(isEmpty)?.day ?? null
  return {
    ...{ advice, arriving, emptyOn },
    serviceLevelPercent: facts.item.serviceLevelPercent,
    reviewDays: facts.supply.reviewDays,
    forecast: {
      days: days.slice(1),
      emptyOn: medianInDays !== null && medianInDays < days.length ? emptyOn : null,
      emptyFrom: firstOn(({ most }) => most.low <= 0),
      emptyUntil: firstOn(({ most }) => most.high <= 0),
    },
  }
}

const weeksDrawn = 4

function pastOf({ closings, usable, today }: ReorderFacts): { day: Day; quantity: number }[] {
  const drawn = closings.slice(-7 * weeksDrawn)
  const past = drawn.map((quantity, index) => ({
    ...{ day: addDays(today, index - drawn.length), quantity },
  }))
  return [...past, { day: today, quantity: usable }]
}

/** The weekdays on which a service that uses the item is closed for weeks to come. */
function openingsToAdd({ channels }: ReorderFacts, today: number) {
  const planned = new Map(channels.map(({ stream, plannedOpen }) => [stream, plannedOpen]))
  return [...planned].flatMap(([stream, plannedOpen]) =>
    [1, 2, 3, 4, 5, 6, 7]
      .filter((weekday) =>
        plannedOpen
          .slice(0, 7 * weeksDrawn)
          .every((open, day) => open === 0 || ((today - 1 + day) % 7) + 1 !== weekday),
      )
      .map((weekday) => ({ stream, weekday })),
  )
}
