// The first terms of why this much: the rate of an item, each part as its own entries add it up.
import { addDays } from '#src/day.ts'
import type { Say } from '#src/messages/index.ts'
import type { ReorderOfItem } from '#src/stock/reorder-of-item.ts'

export type Term = {
  readonly sign: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly href?: string
  readonly kind?: 'sum' | 'sum result'
}

export function rateOf(reorder: ReorderOfItem, say: Say): Term[] {
  const { card } = say.reorder
  const { levelTerms: terms } = reorder.advice
  if (!terms) return []
  return [
    ...handedOutOf(reorder, say),
    ...unmetOf(reorder, say),
    {
      ...{ sign: '÷', label: card.daysInStock, value: say.exact(terms.openDaysInStock) },
      href: '/calendar',
    },
    { sign: '=', label: card.aDay, value: say.exact(terms.ratePerOpenDay), kind: 'sum' },
  ]
}

/** On its own, in each kind of kit, less what says too little: each as its entries have it. */
function handedOutOf({ advice: { levelTerms: terms }, parts, facts }: ReorderOfItem, say: Say) {
  const { card } = say.reorder
  if (!terms || !parts) return []
  const span = { from: terms.sinceOn, to: addDays(facts.today, -1) }
  const hint = card.span(span)
  const entriesOf = (id: number) =>
    `/distribution/entries?item=${id}&from=${span.from}&to=${span.to}`
  const [own, ...kits] = parts.parts
  const { leftOut } = parts
  const rows: Term[] = [
    {
      ...{ sign: '', label: kits.length > 0 ? card.handedOutAlone : card.handedOut, hint },
      ...{ value: say.number(own?.handedOut ?? 0), href: entriesOf(facts.item.id) },
    },
    ...kits.flatMap(({ kit, perKit, handedOut }): Term[] =>
      kit && handedOut > 0
        ? [
            {
              ...{
                sign: '+',
                label: say.name(kit),
                hint: card.inKits({ kits: handedOut, perKit }),
              },
              ...{ value: say.number(handedOut * perKit), href: entriesOf(kit.id) },
            },
          ]
        : [],
    ),
  ]
  if (leftOut.units > 0) {
    const label = card.leftOut({ days: leftOut.days })
    rows.push({ sign: '−', label, hint: card.leftOutHint, value: say.number(leftOut.units) })
  }
  if (rows.length > 1) {
    rows.push({ sign: '=', label: card.handedOut, value: say.number(terms.handedOut), kind: 'sum' })
  }
  return rows
}

/** Asked for and none left: each with its facts. */
function unmetOf({ advice: { levelTerms: terms }, parts, facts }: ReorderOfItem, say: Say) {
  const { card } = say.reorder
  if (!terms || !parts) return []
  const factsOf = (id: number) =>
    `/items/${id}/unmet?from=${terms.sinceOn}&to=${addDays(facts.today, -1)}`
  return parts.parts
    .filter(({ kit, unmet }) => kit === null || unmet > 0)
    .map(({ kit, perKit, unmet }): Term => {
      const href = factsOf(kit?.id ?? facts.item.id)
      if (!kit) return { sign: '+', label: card.unmet, value: say.number(unmet), href }
      const hint = card.inKits({ kits: unmet, perKit })
      const label = card.unmetKits({ kit })
      return { sign: '+', label, hint, value: say.number(unmet * perKit), href }
    })
}
