import { en } from '../format.ts'
import { common } from './common.ts'

/** How often, and until when, a supplier takes orders. */
type Taken = { readonly hour: number } & (
  | { readonly every: 'week' | 'two-weeks'; readonly weekday: number }
  | { readonly every: 'month'; readonly dayOfMonth: number }
)

export const places = {
  title: 'Places',
  lead: 'Where things come from, where they are kept, and where they are handed out.',
  groups: {
    stockroom: 'Stockrooms',
    bag: 'Bags',
    venue: 'Venues',
    donor: 'Donors',
    supplier: 'Suppliers',
  },
  empty: {
    stockroom: 'No stockroom in use.',
    bag: 'No bag yet. Add one for each bag that goes out, then say what it carries.',
    venue: 'No venue yet. Add the places you visit, by an alias.',
    donor: 'No donor yet. Donors are also made when a donation is logged.',
    supplier: 'No supplier yet. Add those you order from, with how long they take.',
  },
  add: {
    stockroom: 'New stockroom',
    bag: 'New bag',
    venue: 'New venue',
    donor: 'New donor',
    supplier: 'New supplier',
  },
  save: 'Save',
  withRetired: 'Show the retired ones too',
  withoutRetired: 'Hide the retired ones',
  name: 'Name',
  kind: 'Kind',
  service: 'Service',
  noService: 'No service of its own',
  serviceHint: 'Whose demand is counted here. It cannot change once something has moved here.',
  aliasFr: 'Alias in French',
  aliasEn: 'Alias in English',
  aliasHint:
    'An alias the team knows is enough. There is no field for an address: a list that is lost should lead nobody there.',
  visitEvery: 'Visit again after, in days',
  visitEveryHint: 'Blank: never due. Once a week is 7.',
  visits: 'Visits',
  termsHead: 'Terms',
  every: (p: { days: number }) => en.plural(p.days, 'every day', `every ${p.days} days`),
  neverDue: 'never due',
  feeder: 'Filled from',
  noFeeder: 'From nowhere in particular',
  anonymous: 'Anonymous: the name is not printed and not reported',
  anonymousShort: 'anonymous',
  leadTime: 'Delivery takes, in days',
  leadTimeHint: 'Calendar days from the order to the shelf.',
  review: 'Days between orders',
  reviewHint: 'How often you order from them: 7 every week, 30 every month.',
  deadlines: 'When they take orders',
  deadlinesHint:
    'Ordering on time is reckoned from here: the board and the orders say by when, and how long an order has to last.',
  taken: 'Orders are taken',
  takenWords: {
    request: 'on any day',
    week: 'once a week',
    'two-weeks': 'every two weeks',
    month: 'once a month',
  },
  deadlineWeekday: 'Weekday',
  deadlineFrom: 'One of the days',
  deadlineFromHint:
    'Any day on which they take orders, past or to come. The others follow from it.',
  deadlineDay: 'Day of the month',
  deadlineDayHint: '31 is the last day of every month.',
  deadlineHour: 'Until',
  takenUntil: (p: Taken) => {
    const hour = en.hourWord(p.hour)
    if (p.every === 'month') {
      const orLast = p.dayOfMonth > 28 ? ', or its last' : ''
      return `orders by ${hour} on day ${p.dayOfMonth} of the month${orLast}`
    }
    const weekday = common.weekdays[p.weekday - 1] ?? ''
    return `orders by ${hour} every ${p.every === 'week' ? '' : 'second '}${weekday}`
  },
  terms: (p: { leadTimeDays: number; reviewDays: number }) =>
    `${en.plural(p.leadTimeDays, '1 day', `${p.leadTimeDays} days`)} to deliver, an order every ${en.plural(p.reviewDays, 'day', `${p.reviewDays} days`)}`,
  termsUntil: (p: { leadTimeDays: number; taken: string }) =>
    `${en.plural(p.leadTimeDays, '1 day', `${p.leadTimeDays} days`)} to deliver, ${p.taken}`,
  par: 'What it carries',
  parShelves: 'What it should hold',
  parLines: (p: { count: number }) =>
    p.count === 0 ? 'no list yet' : en.plural(p.count, '1 item', `${p.count} items`),
  parTitle: (p: { place: string }) => `What ${p.place} carries`,
  parTitleShelves: (p: { place: string }) => `What ${p.place} should hold`,
  parLead: 'What it holds when it leaves, in the order of the tiles.',
  parLeadShelves: 'What it holds when the doors open, in the order of the tiles.',
  parOrderHint:
    'The order is what hands learn: change it rarely. To move a line, give it another number; 2.5 goes between 2 and 3. Clear a line to take it off.',
  parPosition: 'No.',
  parSave: 'Save the list',
  parEmpty: 'Nothing on the list yet',
  parEmptyHint: 'Write what it carries, or copy the list of another bag.',
  copyFrom: 'Copy the list of',
  copy: 'Copy',
  copied: (p: { place: string }) => `Copied from ${p.place}, not saved yet.`,
  retireHint: {
    stockroom: 'A stockroom can be retired when it is empty.',
    bag: 'A bag can be retired when it is in and empty.',
    venue: 'It leaves every form; its visits stay in the history.',
    donor: 'It leaves every form; its donations stay in the history.',
    supplier: 'It leaves every form; its orders stay in the history.',
  },
  retire: 'Retire',
  builtInHint: 'Part of how the book works: it can be renamed, not retired.',
  retiredHint: (p: { day: string }) => `Retired on ${en.day(p.day)}.`,
}
