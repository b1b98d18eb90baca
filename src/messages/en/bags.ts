import { en } from '../format.ts'

export const bags = {
  title: 'Bags',
  lead: 'Take one, record what you hand out, bring it back.',
  empty: 'No bag yet',
  emptyHint: 'Make the first one, then say what it should hold when it leaves.',
  newBag: 'Make a bag',
  take: 'Take',
  takeBag: (p: { bag: string }) => `Take ${p.bag}`,
  usual: 'Your usual bag.',
  isIn: 'In',
  isOut: 'Out',
  overnight: 'Not back yet',
  away: (p: { count: number }) =>
    en.plural(p.count, 'A bag did not come back', `${p.count} bags did not come back`),
  awayDays: (p: { days: number }) => en.plural(p.days, '1 day', `${en.number(p.days)} days`),
  open: 'Open',
  openShift: (p: { bag: string }) => `Open the shift of ${p.bag}`,
  withPeople: (p: { people: readonly string[] }) => `with ${en.list(p.people)}`,
  sinceTime: (p: { time: string }) => `since ${p.time}`,
  sinceDay: (p: { day: string }) => `since ${en.weekday(p.day)}`,

  // a bag
  contents: 'In the bag',
  contentsEmpty: 'This bag is empty.',
  par: 'Par',
  held: 'In the bag',
  notOnPar: 'not on the list',
  parList: 'Change the par list',
  noPar: 'This bag has no par list',
  noParHint: 'Say what it should hold when it leaves; the check-out then fills it.',
  shifts: 'Its shifts',
  noShift: 'This bag has not been out yet.',
  stops: (p: { count: number }) => en.plural(p.count, '1 stop', `${en.number(p.count)} stops`),
  lot: (p: { code: string }) => `lot ${p.code}`,
  past: (p: { day: string }) => `past its date since ${en.day(p.day)}`,
  dated: (p: { day: string }) => `dated ${en.day(p.day)}`,
  lotHeld: 'held',
  lotUnknown: 'lot not known',
  beyond: (p: { count: number }) => `${en.number(p.count)} more given than it held`,

  // check-out
  changes: (p: { count: number }) =>
    p.count === 0
      ? 'Nothing to change before you go'
      : en.plural(p.count, 'One change before you go', `${p.count} changes before you go`),
  putIn: (p: { par: number }) => `put in, to make ${en.number(p.par)}`,
  putInMore: 'put in',
  short: (p: { short: number }) => `${en.number(p.short)} short: the stockroom has no more`,
  fromLots: (p: { lots: readonly { quantity: number; code: string }[] }) =>
    en.list(p.lots.map(({ quantity, code }) => `${en.number(quantity)} of lot ${code}`)),
  takeOutPast: (p: { day: string }) => `take out: good until ${en.day(p.day)}`,
  takeOutHeld: 'take out: this lot is held',
  matching: (p: { count: number }) =>
    en.plural(p.count, '1 item already matches', `${p.count} items already match`),
  putInTitle: 'Put in',
  amountHint: (p: { held: number; par: number | null }) =>
    p.par === null
      ? `${en.number(p.held)} in the bag, not on its list`
      : `${en.number(p.held)} in the bag, ${en.number(p.par)} on its list`,
  who: 'Who goes',
  you: (p: { name: string }) => `${p.name} (you)`,
  somebodyElse: 'Somebody comes along',
  confirm: 'Confirm and take the bag',
  changeAmount: 'Change an amount',
  outAlready: (p: { bag: string }) => `${p.bag} is out`,

  // a shift
  bar: 'Shift',
  visit: 'Visit',
  stopsTab: 'Stops',
  bag: 'Bag',
  hide: 'Hide',
  outSince: (p: { since: string }) => `Out ${p.since}`,
  returnedShift: (p: { day: string }) => `${en.weekday(p.day)}, returned`,
  takenBack: 'The check-out was taken back.',
  fromPaper: (p: { day: string }) =>
    `${en.weekday(p.day)}. Typed in later, while the bag was out with others: what was given came out of it then`,
  reopened: 'More was recorded after the bag came back than could be explained: count it again.',
  nextStop: 'Next stop',
  lateStop: 'Add what was not recorded',
  lateStopHint:
    'It is kept on the day of the shift, and comes first out of what was not explained.',
  due: (p: { days: number }) => (p.days === 0 ? 'due today' : `due ${en.number(p.days)} d ago`),
  lastVisit: (p: { day: string }) => `last visit ${en.shortDay(p.day)}`,
  neverVisited: 'no visit yet',
  noVenue: 'No place to stop at yet',
  noVenueHint: 'Add the places where you hand things out.',
  newVenue: 'Add a place',
  stopHere: (p: { venue: string }) => `Start a visit at ${p.venue}`,
  stopsDone: 'Stops so far',
  nothingGiven: 'nothing given',
  given: 'Given',
  left: 'Left',
  bringBack: 'Bring the bag back',
  account: 'The account of this shift',
  equation: (p: { left: string; right: string }) => `For each item: ${p.left} = ${p.right}.`,
  terms: {
    carriedIn: 'Carried in',
    putIn: 'Put in',
    toppedUp: 'Topped up',
    found: 'Found',
    given: 'Given',
    unlogged: 'Not recorded',
    lost: 'Lost or damaged',
    otherwise: 'Used otherwise',
    putBack: 'Back to stock',
    left: 'Left in the bag',
  },

  // a visit
  stopNumber: (p: { number: number }) => `stop ${p.number}`,
  addOne: 'Add 1',
  less: (p: { item: string }) => `Remove 1 ${p.item}`,
  leftCount: (p: { count: number }) => `${en.number(p.count)} left`,
  askedCount: (p: { count: number }) => `asked ${en.number(p.count)}`,
  overCount: (p: { count: number }) => `${en.number(p.count)} over`,
  tiles: 'Given this visit',
  last: 'Last:',
  lastNone: 'Tap what you give.',
  makeIt: (p: { count: number }) => `Make it ${p.count}`,
  undo: 'Undo',
  undoThis: (p: { what: string }) => `Undo ${p.what}`,
  asked: 'Asked for, none left',
  askedFor: (p: { item: string }) => `Asked for ${p.item}, none left`,
  askedLine: (p: { item: string }) => `asked for, none left: ${p.item}`,
  moreItems: 'Something else',
  lines: (p: { count: number }) => en.plural(p.count, '1 line', `${p.count} lines`),
  pastGiven: 'past its date',
  heldGiven: 'held lot',
  beyondGiven: 'lot not known',
  people: 'People met',
  personLess: 'One person less',
  personMore: 'One person more',
  people_: (p: { count: number }) => en.plural(p.count, '1 person', `${en.number(p.count)} people`),
  emptyBag: 'The bag is empty and has no par list: there is nothing to tap.',

  // the return
  returnTitle: (p: { bag: string }) => `Bring ${p.bag} back`,
  returned: 'This bag is back',
  changeWhatDiffers: 'Count what is in the bag.',
  allMatch: 'All match',
  expectedLot: (p: { expected: number }) => `${en.number(p.expected)} expected`,
  counted: (p: { item: string }) => `Counted, ${p.item}`,
  oneLess: (p: { item: string }) => `Remove one, ${p.item}`,
  oneMore: (p: { item: string }) => `Add one, ${p.item}`,
  matches: 'Matches',
  notCounted: 'Not counted',
  difference: (p: { count: number }) => `Difference of ${en.number(p.count)}`,
  reasonOf: (p: { item: string }) => `Reason for the difference, ${p.item}`,
  reasonChoose: 'What happened?',
  reasons: {
    unlogged: 'Given, not recorded',
    damaged: 'Damaged',
    lost: 'Lost on the way',
    packed: 'Packed differently',
    unknown: 'Not known',
  },
  whatIsLeft: 'What is left',
  leave: 'Leave it in the bag',
  empty_: 'Empty the bag into the stockroom',
  summary: (p: { matching: number; differing: number; uncounted: number }) =>
    `${[
      en.plural(p.matching, '1 item matches', `${p.matching} items match`),
      p.differing > 0 &&
        en.plural(p.differing, '1 has a difference', `${p.differing} have a difference`),
      p.uncounted > 0 &&
        en.plural(p.uncounted, '1 is not counted', `${p.uncounted} are not counted`),
    ]
      .filter(Boolean)
      .join(', ')}.`,
  keptWithReason: 'Differences are kept with their reason.',
  corrected: (p: { count: number }) =>
    `${en.plural(p.count, '1 unit', `${en.number(p.count)} units`)} given without a known lot: the count says which lot they came from.`,
  close: 'Close the bag',
  closeWith: (p: { count: number }) =>
    en.plural(
      p.count,
      'Close the bag with 1 difference',
      `Close the bag with ${p.count} differences`,
    ),
  emptyReturn: 'Nothing was in this bag and nothing was given: it can be closed.',
}
