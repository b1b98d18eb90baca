import type { Day } from '#src/day.ts'
import { en, type Unit } from '../format.ts'

type Delivery = { readonly day: Day; readonly quantity: number }

export const charts = {
  title: (p: { title: string; from: Day; to: Day }) =>
    `${p.title}, ${en.shortDay(p.from)} to ${en.day(p.to)}`,
  story: (p: {
    item: Unit
    from: number
    to: number
    deliveries: readonly Delivery[]
    hidden: number
  }) =>
    `Stock ${p.to < p.from ? 'fell' : p.to > p.from ? 'rose' : 'stayed'} ${
      p.to === p.from ? 'at' : `from ${en.number(p.from)} to`
    } ${en.units(p.to, p.item)}${p.deliveries.length > 0 ? `, with ${arrivals(p)}` : ', with nothing coming in'}.`,
  likelyEmpty: (p: { day: Day; isToday: boolean }) =>
    p.isToday ? 'Likely empty by tonight.' : `Likely empty about ${en.weekday(p.day)}.`,
  emptyBetween: (p: { from: Day; to: Day }) =>
    `Pale band: ${en.shortDay(p.from)} to ${en.shortDay(p.to)}, nine times out of ten.`,
  emptyNotBefore: (p: { from: Day }) =>
    `Pale band: not before ${en.shortDay(p.from)}, nine times out of ten.`,
  emptySince: (p: { day: Day }) => `Empty since ${en.weekday(p.day)}.`,
  emptyAllAlong: () => 'Empty all along.',
  noneUsable: () => 'None of what is on hand may be given.',
  notEmptyBy: (p: { day: Day }) => `Not likely to be empty before ${en.weekday(p.day)}.`,
  orderUpTo: {
    word: 'order',
    level: (p: { quantity: number }) => `up to ${en.number(p.quantity)}`,
  },
  goal: (p: { quantity: number }) => `The level to order up to is ${en.number(p.quantity)}.`,
  closing: 'At the end of the day',
  cameIn: 'Came in',
  likely: 'Likely',
  lowHigh: 'Nine times out of ten',
  range: (p: { low: number; high: number }) => `${en.number(p.low)} to ${en.number(p.high)}`,
  spark: (p: { days: number; left: number; emptyIn: number | null; ahead: number }) =>
    `Stock over the last ${p.days} open days; ${en.number(p.left)} left${
      p.ahead === 0
        ? ''
        : p.left <= 0
          ? ', empty'
          : p.emptyIn === null
            ? `, not likely to be empty within ${p.ahead} open days`
            : `, empty in about ${en.plural(p.emptyIn, '1 open day', `${p.emptyIn} open days`)}`
    }`,
}

function arrivals({ deliveries, hidden }: { deliveries: readonly Delivery[]; hidden: number }) {
  const largest = deliveries.map(({ day, quantity }) => `${en.number(quantity)} on ${en.day(day)}`)
  const others = hidden > 0 ? [`${en.number(hidden)} smaller`] : []
  return `${deliveries.length + hidden === 1 ? 'a delivery' : 'deliveries'} of ${en.list([...largest, ...others])}`
}
