import { en, type Named } from '../format.ts'

export const lateEntry = {
  title: 'Late entry',
  lead: 'Type in the paper pile: a stop a line. The day, the bag, the people and the place stay for the next one.',
  link: 'Type in paper',
  day: 'Day on the sheet',
  bag: 'Bag',
  noBag: 'No bag yet',
  noBagHint: 'Paper is of a bag that was out: make one first.',
  who: 'Who was out',
  whoHint: 'Needed where the bag was out without being recorded.',
  lines: 'Lines',
  linesHint:
    'The place, then how many of what: “sky 6 cond 2 juice”. A line without a place is of the one before.',
  peopleHint: 'People met: “3 people”. A place alone is a stop where nothing was given.',
  preview: 'Preview',
  previewTitle: 'As it is read',
  save: 'Save these lines',
  nothing: 'Nothing typed yet.',
  unseen: 'This is how it is read. Save once more if it is right.',
  unread: 'A line could not be read. Each says below what to change.',
  sameVenue: (p: { venue: Named }) =>
    `The next line is of ${en.name(p.venue)} unless it says another place.`,
  nothingGiven: 'nothing given',
  met: (p: { count: number }) =>
    en.plural(p.count, '1 person met', `${en.number(p.count)} people met`),
  already: (p: { given: string }) =>
    `Already recorded there that day: ${p.given}. This is added to it.`,
  alreadyNothing: 'This stop is already recorded, with nothing given.',
  shift: (p: { bag: string; people: readonly string[]; day: string }) =>
    `Shift of ${p.bag} of ${en.weekday(p.day)}, with ${en.list(p.people)}.`,
  newShift: (p: { bag: string; day: string }) =>
    `The book has no such shift of ${p.bag} on ${en.weekday(p.day)}: one is made.`,
  newShiftCount:
    'What went into the bag was not recorded, so it is to be counted once the pile is typed in.',
  newShiftOut:
    'The bag is out with others: what is typed comes out of it and shows when they bring it back.',
  others: (p: { people: readonly string[] }) => `That day it was out with ${en.list(p.people)}.`,
  bothDays: (p: { day: string; recordedOn: string }) =>
    `Happened ${en.weekday(p.day)}, recorded ${en.weekday(p.recordedOn)}: both are kept.`,
  problems: {
    venueUnknown: (p: { typed: string; near: string }) =>
      `No place is called “${p.typed}”.${p.near && ` Did you mean ${p.near}?`}`,
    venueSeveral: (p: { typed: string; near: string }) =>
      `Several places begin with “${p.typed}”: ${p.near}. Write more of it.`,
    venueMissing: () => 'Begin with the place.',
    itemUnknown: (p: { typed: string; near: string }) =>
      `No item is called “${p.typed}”.${p.near && ` Did you mean ${p.near}?`}`,
    itemSeveral: (p: { typed: string; near: string }) =>
      `Several items begin with “${p.typed}”: ${p.near}. Write more of it.`,
    quantityMissing: (p: { typed: string }) =>
      `How many of “${p.typed}”? Write the number before it.`,
    itemMissing: (p: { typed: string }) => `${p.typed} of what? Write the item after the number.`,
    unclear: (p: { typed: string }) =>
      `“${p.typed}” can be read in two ways. Put a space after the number.`,
    quantityWhole: (p: { typed: string }) => `“${p.typed}”: quantities are whole numbers.`,
    quantityZero: (p: { typed: string }) => `Zero of “${p.typed}”: leave it out.`,
    quantityNumber: (p: { typed: string }) =>
      `“${p.typed}”: a quantity has no sign. To take something back, undo it.`,
    quantityMuch: (p: { typed: string }) =>
      `“${p.typed}” is more than one line can be. Check the number.`,
  },
  or: (p: { words: readonly string[] }) =>
    new Intl.ListFormat('en-CA', { type: 'disjunction' }).format(p.words),
  codes: 'Places and items',
  places: 'Places',
  items: 'Items',
  toCount: (p: { bag: string }) => `${p.bag} is to be counted`,
  toCountHint: 'What went into it that day is not in the book. Count it when the pile is typed in.',
  count: 'Count the bag',
  list: 'Recorded late',
  listEmpty: 'Nothing was recorded late',
  listEmptyHint: 'What is recorded on a later day than it happened is listed here, with both days.',
  happened: 'Happened',
  recorded: 'Recorded',
  where: 'Where',
  what: 'What',
  takenBack: 'taken back',
}
