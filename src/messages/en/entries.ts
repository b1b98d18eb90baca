import { en } from '../format.ts'

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
        ? `, ${en.number(p.units)} units on ${en.plural(p.lines, '1 line', `${p.lines} lines`)}`
        : ''
    }`,
  lastFact: 'Done and saved',
  lastChange: 'Done: change saved',
}
