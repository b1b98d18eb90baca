import { en, type Named } from '../format.ts'

const lossReasons = { expired: 'Expired', damaged: 'Damaged', lost: 'Lost' }

export const transfers = {
  title: 'Transfers and losses',
  moveStock: 'Move stock',
  recordLoss: 'Record a loss',
  empty: 'Nothing moved yet',
  emptyHint: 'Move stock from one place to another, or write off what is expired, damaged or lost.',
  fill: (p: { place: Named }) => `Fill ${en.name(p.place)} to par`,
  fromTo: 'From and to',
  what: 'What',
  happenedOn: 'Day',
  route: (p: { from: string; to: string }) => `${p.from} → ${p.to}`,
  loss: 'Loss',
  isReversal: 'Reversal',
  takenBack: 'Taken back',
  recorded: (p: { day: string }) => `recorded ${en.shortDay(p.day)}`,
  andMore: (p: { count: number }) => `and ${p.count} more`,
  from: 'From',
  to: 'To',
  movedOn: 'Moved on',
  fefoHint: 'What expires first goes first; expired and held lots stay.',
  moveIt: 'Move it',
  fillTitle: (p: { place: Named }) => `Fill ${en.name(p.place)} to par`,
  fillLead: (p: { feeder: Named }) =>
    `What is missing to the par list, as far as ${en.name(p.feeder)} can give it.`,
  full: (p: { place: Named }) => `${en.name(p.place)} has all its par list asks for.`,
  short: (p: { feeder: Named; items: readonly string[] }) =>
    `${en.name(p.feeder)} is short of: ${en.list(p.items)}.`,
  lossTitle: 'Record a loss',
  lossFrom: 'Gone from',
  reason: 'Reason',
  lossReasons,
  lostOn: 'Noticed on',
  lossHint: 'Choose the lot where the place has several: expired ones come first.',
  writeOff: 'Write it off',
  expiredHere: 'Expired and still on hand: write it all off',
  noneExpired: 'Nothing on hand is past its date.',
  noneExpiredIn: (p: { place: Named }) => `Nothing in ${en.name(p.place)} is past its date.`,
  writeOffExpired: (p: { place: Named; lots: number }) =>
    `${en.name(p.place)}: ${en.plural(p.lots, '1 lot', `${p.lots} lots`)}`,
  lotExpired: 'expired',
  lotNoDate: 'no date',
}
