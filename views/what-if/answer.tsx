import type { Say } from '#src/messages/index.ts'
import type { Told } from '#src/what-if/what-if.ts'
import { BalanceChart } from '../shared/chart.tsx'
import { useSay } from '../shared/page.tsx'
import type { WhatIfProps } from './index.tsx'

/** What is swapped when a field changes: the answer in a sentence, drawn, and side by side. */
export function Answer(props: WhatIfProps) {
  const say = useSay()
  const { facts, saved, supposed, past } = props
  const { whatIf, stock } = say
  const compared = saved.forecast.days.map(({ day, median }) => ({ day, quantity: median }))
  return (
    <section id="answer" aria-labelledby="h-answer" class="panel">
      <h2 id="h-answer">{whatIf.answer}</h2>
      <p role="status">
        <b>{difference(props, say)}</b>{' '}
        {whatIf.chance({ saved: chanceOf(saved), supposed: chanceOf(supposed) })}
      </p>
      <BalanceChart
        id="what-if"
        title={stock.onHandByDay}
        {...{ item: facts.item, past, forecast: supposed.forecast }}
        compared={{ label: whatIf.comparedLine, days: compared }}
      />
      <SideBySide {...props} />
    </section>
  )
}

function chanceOf({ advice }: Told): number {
  return Math.round(100 * advice.service.withOrder)
}

/** "Order 3 boxes more: 8 instead of 5." */
function difference({ facts, saved, supposed }: WhatIfProps, { whatIf }: Say): string {
  const [now, then] = [saved.advice, supposed.advice]
  const pack = facts.supply.packs.find(({ size }) => size === then.packSize)
  const isInPacks = pack !== undefined && now.packSize === then.packSize
  const counted = isInPacks ? { pack, item: facts.item } : { pack: null, item: facts.item }
  const before = isInPacks ? now.order.packs : now.order.units
  const after = isInPacks ? then.order.packs : then.order.units
  if (before === after)
    return after === 0 ? whatIf.stillNothing : whatIf.same({ ...counted, after })
  return after > before
    ? whatIf.more({ ...counted, before, after })
    : whatIf.fewer({ ...counted, before, after })
}

type Row = { readonly label: string; readonly of: (told: Told) => string }

/** Narrow enough for a phone, so it stays a table there. */
function SideBySide(props: WhatIfProps) {
  const { whatIf } = useSay()
  const { saved, supposed } = props
  return (
    <table class="data dense">
      <caption class="hidden">{whatIf.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{whatIf.what}</th>
          <th scope="col" class="n">
            {whatIf.now}
          </th>
          <th scope="col" class="n">
            {whatIf.supposed}
          </th>
        </tr>
      </thead>
      <tbody>
        {useRows(props).map(({ label, of }) => (
          <tr>
            <th scope="row">{label}</th>
            <td class="n">{of(saved)}</td>
            <td class="n">{of(saved) === of(supposed) ? of(supposed) : <b>{of(supposed)}</b>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was supposed, as it was read; then what follows. */
function useRows({ saved, query }: WhatIfProps): Row[] {
  const { whatIf, ...say } = useSay()
  const supposing = (told: Told, value: number) => (told === saved ? 0 : value)
  return [
    { label: whatIf.service, of: (told) => say.number(told.serviceLevelPercent) },
    { label: whatIf.leadTime, of: ({ advice }) => say.number(advice.leadTimeDays) },
    { label: whatIf.review, of: ({ reviewDays }) => say.number(reviewDays) },
    { label: whatIf.extra, of: (told) => say.number(supposing(told, query.extra ? 1 : 0)) },
    { label: whatIf.cut, of: (told) => say.percent(supposing(told, query.cut ?? 0) / 100) },
    { label: whatIf.expected, of: ({ advice }) => say.exact(advice.levelTerms?.expected ?? 0) },
    { label: whatIf.orderUpTo, of: ({ advice }) => say.number(advice.orderUpTo) },
    { label: whatIf.needed, of: ({ advice }) => say.number(advice.needed) },
    { label: whatIf.order, of: ({ advice }) => say.number(advice.order.units) },
    { label: whatIf.arriving, of: ({ arriving }) => say.number(arriving) },
    {
      label: whatIf.lasts,
      of: ({ emptyOn }) => (emptyOn ? say.shortDay(emptyOn) : whatIf.overAYear),
    },
    { label: whatIf.enough, of: (told) => say.percent(chanceOf(told) / 100) },
  ]
}
