import { en } from '../format.ts'

export const imports = {
  title: 'Import',
  lead: 'From a spreadsheet saved as CSV. You see what it would add before anything is saved.',
  file: 'CSV file',
  paste: 'Or paste the rows, with their headings',
  mend: 'Or mend the rows here',
  look: 'Look at it first',
  kinds: { catalogue: 'Catalogue', opening: 'Opening stock', 'past-use': 'Past use' },
  kindHints: {
    catalogue:
      'Items and their packs: one row an item and pack. An item already there by its code is updated.',
    opening: 'What is on the shelves on the day the book begins.',
    'past-use':
      'What was handed out before the book began, so that forecasts start with a history. A month (2026-03) is spread over its open days. A venue that is not there yet is made.',
  },
  columns: 'Columns',
  required: 'needed',
  columnHints: {
    code: 'Short and unique; an item with this code is updated.',
    name_fr: 'One of the two names is enough.',
    name_en: 'One of the two names is enough.',
    unit_fr: 'What is counted, singular. One language is enough.',
    unit_en: 'What is counted, singular. One language is enough.',
    category:
      'prevention, injection, inhalation, sharps, naloxone, food, hygiene, clothing, print or other',
    lots: 'none, date (lots told apart by expiry) or number (lot number and expiry)',
    expiry: 'none, hard or best-before',
    pack_fr: 'Name of a pack; blank for none.',
    pack_en: 'Name of a pack; blank for none.',
    pack_size: 'Base units in it.',
    day: 'The day it was so.',
    dayUse: 'A day, or a whole month that is over.',
    place: 'A stockroom, by its name.',
    item: 'By its code or one of its names.',
    quantity: 'Base units, whole.',
    lot: 'Where the item is followed by lot number.',
    expires_on: 'Where the item expires.',
    venue: 'By its alias; made when it is new.',
    venue_kind:
      'street, bar, hotel, peep-show, strip-club, home, neighbour, online or drop-in-floor',
  },
  sample: 'Example',
  preview: 'Before it is saved',
  wouldAdd: (p: { rows: number; kind: string }) =>
    `${en.plural(p.rows, '1 row', `${en.number(p.rows)} rows`)} of ${p.kind.toLowerCase()}, nothing wrong.`,
  newVenues: (p: { count: number }) =>
    en.plural(
      p.count,
      'One new venue will be made:',
      `${en.number(p.count)} new venues will be made:`,
    ),
  problems: (p: { count: number }) =>
    en.plural(p.count, 'One thing needs a change', `${en.number(p.count)} things need a change`),
  problemsHint: 'Nothing was saved. Correct the file and choose it again.',
  where: 'Where',
  column: 'Column',
  problem: 'What to change',
  moreProblems: (p: { count: number }) => `And ${en.number(p.count)} more.`,
  importIt: 'Import',
  importedBefore: (p: { day: string }) =>
    `This very file was imported on ${en.day(p.day)}: importing it again adds nothing.`,
  chooseAgain: 'Choose another file',
  unreadable: {
    notCsv:
      'This is not a CSV file that can be read. Save the sheet as “CSV UTF-8” and choose it again.',
    empty:
      'There is no row in this file. The first line holds the headings, the next ones the data.',
    unknownKind:
      'The headings fit none of the three kinds of file. Compare them with the list of columns.',
    tooManyRows: 'This file has more than 100,000 rows. Split it, by year for example.',
  },
  firstRows: 'First rows',
  done: (p: { rows: number; kind: string }) => `${p.kind}: ${en.number(p.rows)} rows imported.`,
  /** The line of the file and its column; the row as a whole has none. */
  at: (p: { row: number; column: string }) =>
    p.column === '' ? `Row ${p.row}` : `Row ${p.row}, ${p.column}`,
}
