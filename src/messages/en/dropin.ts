import type { Day } from '#src/day.ts'
import { en, type Unit } from '../format.ts'

export const dropin = {
  title: 'Drop-in tonight',
  headcount: 'People here',
  closed: (p: { reason: string | null }) =>
    `Closed tonight by the calendar${p.reason === null ? '' : ` (${p.reason})`}.`,
  opensOn: (p: { day: string }) => `Next: ${en.weekday(p.day)}.`,
  counts: 'You can record all the same.',
  busier: (p: { factor: number; reason: string | null }) =>
    `The calendar expects × ${en.decimal(p.factor)} tonight${p.reason === null ? '' : ` (${p.reason})`}.`,
  toCalendar: 'Calendar',
  empty: 'Nothing is on the shelves yet: bring things over from the stockroom, or make a par list.',
  earlier: 'Earlier nights',
  backTo: (p: { count: number }) => `Undo: back to ${en.number(p.count)}`,

  // what is not counted
  kitchen: 'Kitchen and loose goods',
  levels: ['Empty', 'Low', 'Half', 'Full'],
  noteLevel: (p: { item: string; level: string }) => `${p.item}: ${p.level}`,
  used: (p: { quantity: number; item: Unit }) => `used ${en.units(p.quantity, p.item)}`,
  useOne: (p: { item: Unit }) => `Used ${en.units(1, p.item)}`,
  useOneOf: (p: { item: string; unit: Unit }) => `${p.item}: used ${en.units(1, p.unit)}`,
  undoRough: (p: { item: string }) => `Undo what was noted last of ${p.item}`,

  // opening
  open: 'Open the night',
  openTitle: 'Open the night on this device',
  openLead: 'For the shared device by the door.',
  openFacts: [
    'It shows tonight’s tally and nothing else: no stock lists, no history, no names.',
    'You are signed out on it. What is recorded there is recorded by the night, not by a person.',
    'It stops when the night is closed, when the business day ends, or when you end it from another device.',
  ],
  extra: (p: { reason: string | null }) =>
    `The calendar has tonight closed${p.reason === null ? '' : ` (${p.reason})`}.`,
  reason: 'Why it opens all the same',
  reasonHint: 'It goes into the service calendar, and tonight counts as an open evening.',
  openHere: 'Open it on this device',
  wasClosed: 'The night was closed. Opening it here opens it again.',
  devices: 'Open on',
  device: (p: { time: string; name: string }) => `since ${p.time}, by ${p.name}`,
  openAnother: 'Open it on this device too',
  endDevice: 'End',
  endThis: (p: { device: string }) => `End it on ${p.device}`,

  // closing
  close: 'Close the night',
  closeHint:
    'Nothing more is recorded tonight then, on any device. It can be opened again until the business day ends.',
  notBegun: 'Nothing is recorded tonight yet',
  notBegunHint:
    'The night begins with the first thing recorded, or when it is opened on the shared device.',
  closedTitle: 'The night is closed',
  night: (p: { day: Day }) => `Night of ${en.weekday(p.day)}`,
  isClosed: 'Closed',
  isOpen: 'Open',
  moved: 'What moved',
  nothingMoved: 'Nothing was handed out, and nothing was asked for in vain.',
  given: 'Given',
  count: 'Count what is left',
  printHint: 'This page prints as the sheet of the night.',

  // earlier nights
  earlierLead: 'People a night, and the evenings that were not as planned.',
  noNight: 'No evening yet',
  noNightHint: 'An evening is here once it was planned in the service calendar, or held.',
  evenEarlier: 'Earlier evenings',
  evening: 'Evening',
  asPlanned: 'As planned?',
  states: {
    coming: 'Tonight',
    held: 'Held',
    extra: 'Held, not planned',
    missed: 'Planned, nothing recorded',
    closed: 'Did not open',
  },
  say: { closed: 'It did not open', open: 'Count it as open' },
  sayFor: (p: { day: Day; what: string }) => `${en.weekday(p.day)}: ${p.what}`,
  headcountTitle: 'People a night',
  headcountText: (p: { nights: number; mean: number; least: number; most: number }) =>
    `${en.plural(p.nights, '1 night', `${en.number(p.nights)} nights`)}, ${en.number(p.mean)} people on average, from ${en.number(p.least)} to ${en.number(p.most)}.`,
  file: 'nights',
  columns: {
    day: 'Day',
    people: 'People',
    state: 'As planned',
    planned: 'Planned',
    reason: 'Reason',
  },

  // typed in afterwards
  lateTitle: 'Type in a night sheet',
  lateLead: 'An evening that was kept on paper, or what was forgotten of one.',
  lateDay: 'Evening of',
  lateNothing: 'Nothing is recorded of this evening yet.',
  lateSoFar: (p: { count: number }) =>
    `Recorded so far: ${en.plural(p.count, '1 person', `${en.number(p.count)} people`)}. What you type is added to what is there.`,
  already: (p: { given: number; asked: number }) =>
    `So far: ${[p.given > 0 && `${en.number(p.given)} given`, p.asked > 0 && `asked ${en.number(p.asked)}`].filter(Boolean).join(', ')}`,
  givenOf: (p: { item: string }) => `Given: ${p.item}`,
  lateLevel: 'How much was left',
  lateSave: 'Save this evening',
  lateMissing: 'Add what is missing',
  typeIn: 'Type in its sheet',
  recordedLater: 'Recorded later',

  // by hand
  sheet: 'Night sheet',
  sheetHint:
    'Print this page: it is one sheet, with the tiles of the shelves, for a night by hand.',
  sheetEmpty: 'No tile yet',
  headsHint: 'Cross out one box a person.',
  askedShort: 'None left',
  usedHowMuch: 'Used',
  reopen: 'Open it again',
  done: 'Nothing more is recorded on this device. Thank you.',
  doneHint:
    'Closed by mistake? A coordinator can open it again from another device; then go on here.',
  backToTally: 'Back to tonight',
}
