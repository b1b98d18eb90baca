import { en } from '../format.ts'

export const events = {
  title: 'Events and other work',
  lead: 'What is handed out without a bag: a clinic evening, a workshop, neighbours, contacts made online. Counts, and never who.',
  add: 'New event',
  empty: 'No event yet',
  emptyHint:
    'A dental evening, a workshop, a backstage vaccination: give it its days, then tally what is handed out.',
  current: 'Events',
  past: 'Past events',
  besides: 'Beside shifts',
  besidesHint:
    'Neighbours, contacts made online and homes are places of their kind: a coordinator adds them by an alias.',
  record: 'Record',
  recordAt: (p: { place: string }) => `Record at ${p.place}`,
  last: (p: { day: string }) => `last ${en.shortDay(p.day)}`,
  anyDay: 'no day set',
  days: (p: { from: string; until: string }) => `${en.shortDay(p.from)} – ${en.shortDay(p.until)}`,
  from: (p: { stockroom: string }) => `from ${p.stockroom}`,
  notYet: 'This event has not begun: what is handed out there is recorded on its day.',
  over: (p: { day: string }) =>
    `This event is over: what is recorded now is kept on ${en.weekday(p.day)}.`,
  noStock: 'The stockroom it is given from is empty: there is nothing to tap.',
  startsOn: 'First day of the event',
  endsOn: 'Last day of the event',
}
