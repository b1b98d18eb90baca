import { en, type Named, type Unit } from '../format.ts'

export const venues = {
  title: 'Venues',
  lead: 'The most overdue first. A visit with nothing given counts too.',
  add: 'Add a venue',
  filter: 'Filter',
  kind: 'Kind of venue',
  allKinds: 'All kinds',
  empty: 'No venue here yet',
  emptyHint: 'A coordinator adds venues by an alias and a kind: never an address.',
  venue: 'Venue',
  lastVisit: 'Last visit',
  never: 'Not visited yet',
  daysAgo: (p: { days: number }) =>
    p.days === 0 ? 'today' : en.plural(p.days, 'yesterday', `${en.number(p.days)} days ago`),
  due: 'Due',
  neverDue: 'No rhythm set',
  overdue: (p: { days: number }) =>
    `${en.plural(p.days, '1 day', `${en.number(p.days)} days`)} overdue`,
  dueToday: 'Due today',
  dueIn: (p: { days: number }) => `in ${en.plural(p.days, '1 day', `${en.number(p.days)} days`)}`,
  lastGiven: 'What was given',
  nothingGiven: 'Nothing given',
  given: (p: { item: Named; quantity: number }) =>
    `${en.number(p.quantity)}\u00a0× ${en.name(p.item)}`,
  othersGiven: (p: { count: number }) => en.plural(p.count, '1 other', `${p.count} others`),
  every: (p: { days: number }) =>
    `to be visited every ${en.plural(p.days, 'day', `${en.number(p.days)} days`)}`,
  startVisit: 'Record a visit',
  startAt: (p: { venue: string }) => `Record a visit at ${p.venue}`,
  firstVisit: 'First visit',
  firstVisitLead:
    'What is offered to whoever runs a place when it is visited for the first time. The visit proposes it; it can be changed there.',
  firstVisitSave: 'Save the list',
  firstOffer: (p: { goods: string }) => `For a first visit: ${p.goods}`,
  usual: (p: { goods: string }) => `The usual here: ${p.goods}`,
  giveThese: 'Hand these out',
  agreement: 'Agreement',
  agreementSigned: 'Service agreement signed on',
  agreementReview: 'Service agreement to review on',
  agreementsDue: (p: { count: number }) =>
    en.plural(p.count, '1 agreement to review', `${p.count} agreements to review`),
  agreementDue: 'To review',
  agreementSince: (p: { day: string }) => `signed ${en.day(p.day)}`,
  agreementOn: (p: { day: string }) => `review ${en.day(p.day)}`,
  byMonth: 'What was given, by month',
  drawn: '12 months',
  drawnLabel: (p: { item: Named & Unit; total: number }) =>
    `${en.name(p.item)}, month by month: ${en.units(p.total, p.item)} in all`,
  nothingYet: 'Nothing given in these 12 months',
  nothingYetHint: 'What is handed out here will be added up by month.',
  visits: 'Visits',
  noVisit: 'No visit yet',
  noVisitHint: 'A visit is recorded from a bag that is out.',
  contacts: 'People met',
}
