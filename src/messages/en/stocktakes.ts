import { en, type Unit } from '../format.ts'

export const stocktakes = {
  title: 'Counts',
  lead: 'Count what is there without looking at the book; only the differences are reviewed.',
  empty: 'Nothing was counted yet',
  emptyHint: 'The first count of a place is also how its opening stock is entered.',
  place: 'Place',
  start: 'Start a count',
  startedOn: 'Started',
  counted: 'Lines counted',
  differing: 'Differences',
  state: 'State',
  open: 'Under way',
  posted: 'Posted',
  leftOff: 'Left off',
  sheet: (p: { place: string }) => `Count of ${p.place}`,
  sheetLead: 'Type what you see; Enter moves on. Zero is an answer; blank is not counted yet.',
  progress: (p: { done: number; of: number }) =>
    `${en.number(p.done)} of ${en.number(p.of)} lines counted`,
  nothingThere: (p: { count: number }) => `${en.number(p.count)} items the book says are not here`,
  found: 'Something else is here',
  foundHint: 'A lot that is not on the sheet: its number and date, and how many.',
  saveCounts: 'Save what is counted',
  review: 'Differences',
  noDifference: 'So far everything counted is as the book says.',
  item: 'Item',
  expected: 'Expected',
  countedUnits: 'Counted',
  difference: 'Difference',
  recount: 'Moved since it was counted: count it again',
  countedBefore: (p: { quantity: number; item: Unit }) => `counted ${en.units(p.quantity, p.item)}`,
  done: (p: { count: number }) =>
    en.plural(p.count, '1 line counted', `${en.number(p.count)} lines counted`),
  uncounted: (p: { count: number }) =>
    en.plural(
      p.count,
      '1 lot is not counted and stays as it is.',
      `${en.number(p.count)} lots are not counted and stay as they are.`,
    ),
  superseded: 'A later count of this place took over.',
  movedHint:
    'What moved after a line was counted is added by itself. Count again where you are not sure.',
  post: (p: { count: number }) =>
    en.plural(
      p.count,
      'Post the count with 1 difference',
      `Post the count with ${en.number(p.count)} differences`,
    ),
  postNone: 'Post the count, no difference',
  postedOn: 'This count is posted.',
  entry: 'Its entry',
  held: 'Held',
  expires: (p: { day: string }) => `expires ${en.day(p.day)}`,
  lotNotKnown: 'lot not known',
  signed: (value: number) => (value > 0 ? `+${en.number(value)}` : `−${en.number(-value)}`),
}
