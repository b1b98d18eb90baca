import { en, type Unit } from '../format.ts'

const days = (count: number) => en.plural(count, '1 day', `${en.number(count)} days`)

export const expiry = {
  title: 'Give first',
  link: (p: { count: number }) =>
    p.count > 0 ? `Give first (${en.number(p.count)})` : 'Give first',
  lead: (p: { count: number }) =>
    `At the forecast rate ${en.plural(p.count, '1 lot is', `${en.number(p.count)} lots are`)} not used up in time. The first to end is on top: hand it out first, wherever it is.`,
  caption: 'Lots that will not be used up in time, the first to end first',
  itemAndLot: 'Item, lot, and where it is',
  lot: (p: { name: string }) => `Lot ${p.name}`,
  inPlace: (p: { place: string; quantity: number }) => `${p.place} ${en.number(p.quantity)}`,
  giveBy: 'Give by',
  inDays: (p: { days: number }) => (p.days === 0 ? 'today, the last day' : `in ${days(p.days)}`),
  onHand: 'On hand',
  unused: 'Left over',
  share: 'Given, left over',
  shareOf: (p: { item: Unit; quantity: number; unused: number }) =>
    `Of ${en.units(p.quantity, p.item)}, ${en.number(p.quantity - p.unused)} given in time and ${en.number(p.unused)} left over`,
  pace: 'To use it up',
  paceOf: (p: { needed: number; expected: number }) =>
    `${en.decimal(p.needed)} a day, not ${en.decimal(p.expected)}`,
  noForecast: 'too few data for a rate: all of it may be left over',
  daysAreOpen: 'A day is an open day.',
  empty: 'Everything will be used in time',
  emptyHint: 'At the forecast rate, each lot with a date is given before its last day.',
  board: 'What to order',
  file: 'give-first',
  columns: {
    code: 'Code',
    unit: 'Unit',
    lot: 'Lot',
    expiresOn: 'Expires on',
    giveBy: 'Give by',
    places: 'Where',
    onHand: 'On hand',
    unused: 'Left over',
    needed: 'A day to use it up',
    expected: 'A day expected',
  },
}
