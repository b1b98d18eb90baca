import { en, type Named, type Unit } from '../format.ts'

/** What an order counts: packs, or units where it is in none. */
type Counted = { readonly pack: Named | null; readonly item: Unit }

const counted = (count: number, { pack, item }: Counted) =>
  pack ? `${en.number(count)} ${en.agreed(count, en.name(pack))}` : en.units(count, item)

export const whatIf = {
  link: 'What if?',
  title: (p: { item: Named }) => `What if? ${en.name(p.item)}`,
  lead: 'Change a number and see what it does. Nothing is saved.',
  suppose: 'Suppose',
  service: 'Enough, times out of 100',
  serviceHint: '50 to 99',
  leadTime: 'Delivery takes, in days',
  review: 'Days between orders',
  extra: 'One more opening a week',
  noExtra: 'None',
  opening: (p: { service: string; weekday: string }) => `${p.service}, ${p.weekday}`,
  cut: 'Supply cut, in percent',
  cutHint: 'of orders, of what is on its way and of donations',
  reckon: 'Reckon again',
  asItIs: 'As it is',
  answer: 'Answer',
  same: (p: Counted & { after: number }) => `Order the same: ${counted(p.after, p)}.`,
  stillNothing: 'Still nothing to order.',
  more: (p: Counted & { before: number; after: number }) =>
    `Order ${counted(p.after - p.before, p)} more: ${en.number(p.after)} instead of ${en.number(p.before)}.`,
  fewer: (p: Counted & { before: number; after: number }) =>
    p.after === 0
      ? `Order nothing, instead of ${counted(p.before, p)}.`
      : `Order ${counted(p.before - p.after, p)} fewer: ${en.number(p.after)} instead of ${en.number(p.before)}.`,
  chance: (p: { saved: number; supposed: number }) =>
    p.supposed === p.saved
      ? `It lasts until the order after this one ${en.number(p.supposed)} times out of 100, as now.`
      : `It lasts until the order after this one ${en.number(p.supposed)} times out of 100, instead of ${en.number(p.saved)}.`,
  comparedLine: 'Thin line: as it is.',
  asNow: 'As it is',
  caption: 'As it is, and as supposed',
  what: 'What',
  now: 'As it is',
  supposed: 'Supposed',
  expected: 'Expected use until the order after this one',
  orderUpTo: 'Order up to',
  needed: 'Needed',
  order: 'Order',
  arriving: 'Of which likely to arrive',
  lasts: 'Lasts until about, with the order',
  overAYear: 'over a year',
  enough: 'Lasts until the order after this one',
}
