import { en } from '../format.ts'

type Counts = {
  readonly items: number
  readonly stockrooms: number
  readonly bags: number
  readonly venues: number
  readonly suppliers: number
  readonly people: number
}

export const start = {
  title: 'Getting started',
  lead: 'About 40 minutes in all. Stop anywhere: everything is kept.',
  allDone: 'Everything is in place. Each of these pages stays where it is, under More.',
  progress: (p: { done: number; of: number }) => `${p.done} of ${p.of} done`,
  groups: { programme: 'Your programme', stock: 'Your stock', team: 'Your team' },
  states: { done: 'Done', ready: 'Ready', later: 'Not yet' },
  steps: {
    programme: 'Name, year and end of the day',
    calendar: 'Opening days',
    places: 'Places',
    items: 'Items and packs',
    count: 'First count',
    suppliers: 'Suppliers and order days',
    people: 'People',
    bag: 'First bag',
  },
  hints: {
    programme: () => 'What reports say, and when a night ends',
    calendar: () => 'Outreach Monday to Friday, drop-in four evenings: change what differs',
    places: (p: Counts) =>
      en.list([
        en.plural(p.stockrooms, 'one stockroom', `${p.stockrooms} stockrooms`),
        p.bags === 0 ? 'no bag yet' : en.plural(p.bags, 'one bag', `${p.bags} bags`),
        p.venues === 0 ? 'no venue yet' : en.plural(p.venues, 'one venue', `${p.venues} venues`),
      ]),
    items: (p: Counts) => `${en.number(p.items)} items are ready: check what a box holds`,
    count: () => 'Or log a donation. Zero is a fine answer; blank means not counted yet.',
    suppliers: (p: Counts) =>
      p.suppliers === 0
        ? 'When to order, and how long delivery takes'
        : en.plural(p.suppliers, 'One supplier', `${p.suppliers} suppliers`),
    people: (p: Counts) =>
      p.people === 1 ? 'Only you so far: invite your colleagues' : `${p.people} people may sign in`,
    bag: () => 'Opens after the first count, once there is a bag',
  } satisfies Record<string, (p: Counts) => string>,
  adminsOnly: 'For an administrator',
  fromSpreadsheet: 'Coming from spreadsheets?',
  fromSpreadsheetHint:
    'Import items, stock and past use: the forecast then knows your programme from the first day.',
  menu: 'All pages',
  menuGroups: {
    daily: 'Every day',
    stock: 'Moving and counting',
    look: 'Looking back',
    setUp: 'Setting up',
  },
  pages: {
    calendar: 'Opening days',
    places: 'Places',
    changes: 'Changes',
    expiry: 'Give first',
    rationing: 'Share what is short',
    held: 'From phones, to decide',
    late: 'Late entry',
    rounds: 'Routes',
    events: 'Events and other work',
    cleanUps: 'Clean-ups',
    exports: 'What has left',
    returnRatio: 'Return ratio',
    recoveries: 'What came back',
    binTypes: 'Container types',
  },
}
