import type { Day, Period } from '#src/day.ts'
import { en, type Named, type Unit } from '../format.ts'
import { common } from './common.ts'

type Kind =
  | 'opening'
  | 'past-use'
  | 'donation'
  | 'receipt'
  | 'transfer'
  | 'check-out'
  | 'hand-out'
  | 'return'
  | 'lot-correction'
  | 'build'
  | 'count'
  | 'loss'

const kinds: Record<Kind, string> = {
  opening: 'Opening stock',
  'past-use': 'Past use',
  donation: 'Donation',
  receipt: 'Delivery',
  transfer: 'Transfer',
  'check-out': 'Check-out',
  'hand-out': 'Hand-out',
  return: 'Return',
  'lot-correction': 'Lot correction',
  build: 'Kits built',
  count: 'Count',
  loss: 'Loss',
}

export const entries = {
  kinds,
  last: (p: { kind: Kind; isReversal: boolean; units: number; lines: number }) =>
    `${p.isReversal ? 'Taken back' : 'Done'}: ${kinds[p.kind].toLowerCase()}${
      p.lines > 0
        ? `, ${en.number(p.units)} ${en.plural(p.units, 'unit', 'units')} on ${en.plural(p.lines, '1 line', `${p.lines} lines`)}`
        : ''
    }`,
  title: (p: { id: number }) => `Entry ${p.id}`,
  heading: (p: { kind: Kind; sign: number; reversesId?: number | null }) =>
    p.sign === -1
      ? `Taken back: ${kinds[p.kind].toLowerCase()}`
      : p.reversesId
        ? `Put back: ${kinds[p.kind].toLowerCase()}`
        : kinds[p.kind],
  takenBack: 'Taken back',
  happened: (p: { day: Day; period: Period | null }) =>
    `${en.weekday(p.day)}, ${p.day.slice(0, 4)}${p.period ? `, ${common.periods[p.period]}` : ''}`,
  recordedOn: (p: { day: Day }) => `Recorded ${en.weekday(p.day)}`,
  recordedBy: (p: { name: string | null; at: string }) =>
    `Recorded ${p.name ? `by ${p.name}, ` : ''}${p.at}`,
  moved: 'What moved',
  nothingMoved: 'Nothing moved: this only marks that it happened.',
  fromTo: 'From, to',
  lot: 'Lot',
  belongsTo: 'Belongs to',
  documents: {
    donation: (p: { id: number }) => `Donation ${p.id}`,
    order: (p: { id: number }) => `Order ${p.id}`,
    shift: (p: { id: number }) => `Shift ${p.id}`,
    visit: (p: { id: number }) => `Visit ${p.id}`,
    stocktake: (p: { id: number }) => `Count ${p.id}`,
  },
  reverses: (p: { id: number }) => `Takes back entry ${p.id}`,
  restores: (p: { id: number }) => `Puts back what entry ${p.id} took back`,
  reversedBy: (p: { id: number; day: Day }) => `Taken back on ${en.day(p.day)}, by entry ${p.id}`,
  together: 'Recorded together',
  togetherHint: 'Taking one of them back takes back all of them.',
  takeBack: 'Take this back',
  putBack: 'Put it back',
  takeBackHint: 'The opposite is recorded for the same day; both stay readable.',
  balances: 'The balance now',
  balance: (p: { place: Named; quantity: number; item: Named & Unit }) =>
    `${en.name(p.place)} now has ${en.units(p.quantity, p.item)} (${en.name(p.item)}).`,
  lastFact: 'Done and saved',
  lastChange: 'Done: change saved',
}
