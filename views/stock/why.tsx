// Why this much: every term of the arithmetic, reading down, each with what is behind it. What is shown
// recomputes to what is shown.
import type { Say } from '#src/messages/index.ts'
import type { ReorderOfItem } from '#src/stock/reorder-of-item.ts'
import { takenUntil } from '../shared/deadlines.ts'
import { limitsIn } from '../shared/order-limits.ts'
import { useSay } from '../shared/page.tsx'
import { rateOf, type Term } from './why-rate.ts'

export function Why({ reorder }: { reorder: ReorderOfItem }) {
  const say = useSay()
  const { card } = say.reorder
  const { order, basis, coverage } = reorder.advice
  return (
    <section class="panel" aria-labelledby="h-why" id="why">
      <div class="row spread">
        <h2 id="h-why">
          {order.units > 0 ? card.title({ units: order.units }) : card.titleNothing}
        </h2>
        {basis === 'forecast' && (
          <a href={`/items/${reorder.facts.item.id}/what-if`}>{say.whatIf.link}</a>
        )}
      </div>
      {basis === 'too-few-data' ? (
        <p>{card.tooFew}</p>
      ) : (
        <table class="terms">
          <caption class="hidden">{card.title({ units: order.units })}</caption>
          <tbody>{termsOf(reorder, say).map(row)}</tbody>
        </table>
      )}
      {(reorder.advice.levelTerms?.expectedDonations ?? 0) > 0 && (
        <p>{card.donationsVary({ ...coverage.donations, days: coverage.days })}</p>
      )}
      {limitsOf(reorder, say).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p class="muted">
        <small>{supplyOf(reorder, say)}</small>
      </p>
      <p class="unprinted">
        <a href={`/rationing?item=${reorder.facts.item.id}`}>{say.rationing.link}</a>
      </p>
      {basis === 'forecast' && <Probabilities reorder={reorder} />}
    </section>
  )
}

function limitsOf({ advice, facts }: ReorderOfItem, say: Say): string[] {
  const { lifeAtReceiptDays: lifeDays, packs } = facts.supply
  const pack = packs.find(({ size }) => size === advice.packSize) ?? null
  return limitsIn(say, { order: advice.order, pack, lifeDays })
}

function row({ sign, label, hint, value, href, kind }: Term) {
  return (
    <tr class={kind}>
      <td>{sign}</td>
      <th scope="row">
        {label}
        {hint && <small>{hint}</small>}
      </th>
      <td>{href ? <a href={href}>{value}</a> : value}</td>
    </tr>
  )
}

function termsOf(reorder: ReorderOfItem, say: Say): Term[] {
  return [...levelOf(reorder, say), ...dampingOf(reorder, say), ...needOf(reorder, say)]
}

/** How far to fill up: from the forecast, or from what a person set. */
function levelOf(reorder: ReorderOfItem, say: Say): Term[] {
  const { card } = say.reorder
  const { levelTerms, freshOrderUpTo } = reorder.advice
  const { minimumStock } = reorder.facts.item
  if (levelTerms) return [...rateOf(reorder, say), ...expectedOf(reorder, say)]
  return [
    { sign: '', label: card.minimum, value: say.number(minimumStock ?? 0) },
    { sign: '=', label: card.maximum, value: say.number(freshOrderUpTo), kind: 'sum' },
  ]
}

function expectedOf({ advice, facts }: ReorderOfItem, say: Say): Term[] {
  const { card } = say.reorder
  const { levelTerms: terms, coveredUntil, freshOrderUpTo } = advice
  if (!terms) return []
  const { recentChange: change, expectedDonations: gifts } = terms
  const entries = `/items/${facts.item.id}/entries?donated=${facts.startOn}`
  const ready = facts.inKits > 0 ? card.readyKits({ item: facts.item, units: facts.inKits }) : null
  return [
    {
      ...{ sign: '×', label: card.toCover, value: say.exact(terms.openDaysToCover) },
      hint: [card.until({ day: coveredUntil }), ready].filter(Boolean).join('; '),
      href: '/calendar',
    },
    {
      ...{ sign: change < 0 ? '−' : '+', label: card.recentChange },
      value: say.exact(Math.abs(change)),
    },
    { sign: '=', label: card.expected, value: say.exact(terms.expected), kind: 'sum' },
    ...(gifts > 0
      ? [{ sign: '−', label: card.donations, value: say.exact(gifts), href: entries }]
      : []),
    {
      ...{ sign: terms.margin < 0 ? '−' : '+', label: card.margin },
      hint: card.often({ percent: facts.item.serviceLevelPercent }),
      value: say.exact(Math.abs(terms.margin)),
    },
    { sign: '=', label: card.orderUpTo, value: say.number(freshOrderUpTo), kind: 'sum' },
  ]
}

function dampingOf({ advice, facts }: ReorderOfItem, say: Say): Term[] {
  const { card } = say.reorder
  const { lastSentOrderUpTo: last, orderUpTo } = advice
  if (last === null) return []
  const label = card.damped({ last })
  const href = ordersFrom(facts.supply.supplier)
  return [
    { sign: '=', label, hint: card.dampedHint, value: say.number(orderUpTo), href, kind: 'sum' },
  ]
}

function needOf({ advice, facts }: ReorderOfItem, say: Say): Term[] {
  const { card } = say.reorder
  const { position, needed, order, packSize } = advice
  const { supplier, fillRate, packs } = facts.supply
  const pack = packs.find(({ size }) => size === packSize)
  const isCounted = position.orderedCounted < position.ordered
  return [
    { sign: '−', label: card.usable, value: say.number(position.usable), href: '#lots' },
    ...(position.expiring > 0
      ? [
          {
            ...{ sign: '+', label: card.expiring, hint: card.expiringHint },
            ...{ value: say.number(position.expiring), href: '/alerts/expiry' },
          },
        ]
      : []),
    {
      ...{ sign: '−', label: card.onOrder, value: say.number(position.orderedCounted) },
      hint: isCounted ? card.counted({ ordered: position.ordered, fillRate }) : undefined,
      href: ordersFrom(supplier),
    },
    { sign: '=', label: card.needed, value: say.number(needed), kind: 'sum' },
    {
      ...{ sign: '', label: pack ? card.inPacks({ pack }) : card.inUnits },
      ...{ value: say.number(order.units), kind: 'sum result' },
    },
  ]
}

function ordersFrom(supplier: ReorderOfItem['facts']['supply']['supplier']): string {
  return supplier ? `/orders?supplier=${supplier.id}` : '/orders'
}

function supplyOf({ facts: { supply }, advice }: ReorderOfItem, say: Say): string {
  const { card } = say.reorder
  const { supplier, reviewDays, isUsual, deadlines, deadline: next } = supply
  const terms = { leadTimeDays: advice.leadTimeDays, reviewDays }
  if (supplier && deadlines && next) {
    return card.termsUntil({ ...terms, supplier, taken: takenUntil(say, deadlines), next })
  }
  return supplier && !isUsual ? card.terms({ ...terms, supplier }) : card.usualTerms(terms)
}

/** The distribution behind the margin: how many units are enough how often. */
function Probabilities({ reorder: { advice } }: { reorder: ReorderOfItem }) {
  const say = useSay()
  const { card } = say.reorder
  return (
    <details>
      <summary>{card.probabilities}</summary>
      <table class="data" role="table">
        <caption>{card.probabilitiesHint({ day: advice.coveredUntil })}</caption>
        <thead>
          <tr>
            <th scope="col">{card.enoughIn}</th>
            <th scope="col" class="n">
              {card.units}
            </th>
          </tr>
        </thead>
        <tbody>
          {advice.coverage.probabilities.map(({ level, units }) => (
            <tr>
              <th scope="row">{say.number(level * 100)}</th>
              <td class="n">{say.number(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
