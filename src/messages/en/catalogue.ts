import { en } from '../format.ts'

export const catalogue = {
  title: 'Catalogue',
  lead: 'Everything you hand out, with its unit, its packs and how long it keeps.',
  newItem: 'New item',
  newTitle: 'New item',
  saveNew: 'Add the item',
  save: 'Save the item',
  card: 'Stock and history',
  editItem: (p: { name: string }) => `Edit ${p.name}`,
  search: 'Name or code',
  withRetired: 'With retired items',
  empty: 'Nothing here yet',
  emptyHint: 'Add the first item you hand out: its name, and what you count it in.',
  noneFound: 'No item matches',
  noneFoundHint: 'Try another word, or look among the retired items.',
  code: 'Code',
  codeHint: 'Short, for quick entry and imports: cond, 1cc.',
  shortFr: 'Tile in French',
  shortEn: 'Tile in English',
  shortHint: 'What the tile says at a visit; the code when blank.',
  unit: 'Counted in',
  unitFr: 'Unit in French',
  unitEn: 'Unit in English',
  unitHint: 'Singular: condom, syringe, pair. Every quantity of this item counts these.',
  unitFixedHint: 'Stock is already counted in this. Another word here converts nothing.',
  category: 'Category',
  family: 'Family',
  familyHint: 'For one thing in several sizes: Socks. A new name makes a new family.',
  size: 'Size',
  sizeHint: 'M, L, 42 …',
  packs: 'Packs',
  noPacks: 'by the unit',
  editPacks: 'Packs',
  supplies: 'Who supplies it',
  retireHint:
    'It leaves every form and stays in the history. If there is still stock, it stays visible in the stock until that is gone.',
  retiredHint: (p: { day: string }) =>
    `Retired on ${en.day(p.day)}. It is in the history, and in the stock as long as there is some.`,
  retiredWithStock: (p: { units: string }) =>
    `There are still ${p.units} in stock: they stay visible.`,
  sections: {
    what: 'What it is',
    tracking: 'How it is followed',
    where: 'Where it may go',
    planning: 'How orders are worked out',
  },
  tracking: 'Counted',
  trackings: {
    exact: 'Exactly, every unit',
    rough: 'Roughly, by level (full, half, low, empty)',
  },
  trackingHint: 'Rough is for loose donated clothes and kitchen food: no bag, no recipe.',
  rough: 'Rough',
  lots: 'Lots',
  lotKinds: {
    none: 'Without lots',
    date: 'Told apart by date',
    number: 'Lot number and date',
  },
  expiry: 'Expiry',
  expiryKinds: {
    hard: 'Never after the date',
    'best-before': 'Best before, with days of grace',
    none: 'Does not expire',
  },
  graceDays: 'Days of grace',
  graceHint: 'How long it is still good after a best-before date.',
  minimumLifeDays: 'Days left to be handed out',
  minimumLifeHint: 'With less, a lot is for demonstration only. Condoms: 365.',
  expiryRule: (p: {
    expiry: 'hard' | 'best-before' | 'none'
    graceDays: number
    minimumLifeDays: number
  }) =>
    [
      { hard: 'never after the date', 'best-before': 'best before', none: 'does not expire' }[
        p.expiry
      ],
      p.expiry === 'best-before' && p.graceDays > 0
        ? `+ ${en.plural(p.graceDays, '1 day', `${p.graceDays} days`)}`
        : '',
      p.expiry !== 'none' && p.minimumLifeDays > 0
        ? `, ${p.minimumLifeDays} days left to be handed out`
        : '',
    ]
      .filter(Boolean)
      .join(' ')
      .replace(' ,', ','),
  allowedInBags: 'In outreach bags',
  allowedAtDropIn: 'At the drop-in',
  dropInOnly: 'Drop-in only',
  outreachOnly: 'Outreach only',
  storedOnly: 'Handed out nowhere',
  serviceLevelPercent: 'Chance of not running out, in percent',
  serviceLevelHint: 'What orders aim for. 95 suits most; 99 for naloxone and syringes.',
  minimumStock: 'Minimum in stock',
  maximumStock: 'Maximum in stock',
  minimumHint: 'Used while there are too few days of use for a forecast.',
  packsTitle: (p: { name: string }) => `Packs of ${p.name}`,
  packsLead: (p: { unit: string }) =>
    `A pack is a way to type a quantity: 2 boxes × 100. Stock is always counted in ${p.unit}.`,
  noPackYet: 'No pack yet',
  noPackHint: 'Quantities are typed by the unit. Add the box or the case it comes in.',
  packNameHint: 'Singular: box, case, gross.',
  packSize: 'Units in one',
  addPack: 'Add a pack',
  savePack: 'Save the pack',
  pack: (p: { name: string; size: number }) => `${p.name} × ${en.number(p.size)}`,
  editPack: 'Edit this pack',
  packRetireHint: 'It leaves the forms. What was entered with it stays as it is.',
  suppliesTitle: (p: { name: string }) => `Who supplies ${p.name}`,
  suppliesLead: 'The first in the list is the usual one. Leave a row blank to take it off.',
  supplier: 'Supplier',
  noSupplier: 'No supplier yet',
  noSupplierHint: 'Add the suppliers first, with how long they take to deliver.',
  addSupplier: 'Add a supplier',
  supplyPack: 'Ordered by',
  minimumOrder: 'At least',
  maximumOrder: 'At most',
  orderHint: 'What one order may hold, in units.',
  saveSupplies: 'Save the suppliers',
  lot: {
    title: (p: { code: string; item: string }) =>
      p.code ? `Lot ${p.code}, ${p.item}` : `Lot of ${p.item}`,
    kinds: {
      untracked: 'The one lot of an item without lots.',
      unknown:
        'What was handed out in the field without looking at the lot. It is put right when the bag comes back.',
    },
    item: 'Item',
    number: 'Lot number',
    expiresOn: 'Date on pack',
    noDate: 'no date',
    lastUsable: 'Last day to hand it out',
    pastUse: 'May not be handed out any more',
    held: 'Held',
    heldSince: (p: { day: string; reason: string }) => `Held since ${en.day(p.day)}: ${p.reason}`,
    hold: 'Hold this lot',
    holdHint: 'A held lot is never proposed for a bag, a kit or a hand-out. It stays in stock.',
    reason: 'Why',
    reasonHint: 'A recall, a doubt, a wet box.',
    withKits: (p: { count: number }) =>
      en.plural(
        p.count,
        'Hold the kit lot built from it too',
        `Hold the ${p.count} kit lots built from it too`,
      ),
    release: 'Release this lot',
    correct: 'Correct the number or the date',
    correctHint: 'For a slip of the pen on the same lot. Its past keeps pointing here.',
    saveCorrection: 'Save the correction',
    components: 'Built from',
    kits: 'Kits built from it',
    laterThanThis: 'Its date is later than this one',
    component: (p: { quantity: number }) => `${en.number(p.quantity)} used`,
    whereNow: 'Where it is',
    nowhere: 'None left anywhere in the book.',
    whereWent: 'What happened to it',
    noEntries: 'Nothing has happened to this lot yet',
    noEntriesHint: 'Its entries will be listed here, each with its day and its document.',
    day: 'Day',
    entry: 'Entry',
    from: 'From',
    to: 'To',
    takenBack: 'taken back',
  },
}
