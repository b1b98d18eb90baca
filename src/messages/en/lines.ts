import { en } from '../format.ts'

// What every form with lines says: donations, transfers, losses, orders, counts.
export const lines = {
  caption: 'Lines',
  itemPlaceholder: 'Name or code',
  in: 'In',
  makes: 'Makes',
  lotNumber: 'Lot number',
  expires: 'Date on pack',
  price: 'Price, $',
  /** What the price is for: a unit, a pack. */
  priceFor: 'For',
  unit: 'unit',
  packOf: (p: { name: string; size: number }) => `${p.name} of ${en.number(p.size)}`,
  /** What it makes one unit cost. */
  priced: (p: { what: string; price: string; equals: '=' | '≈'; each: string }) =>
    `${p.what} at ${p.price} ${p.equals} ${p.each} each`,
  each: (p: { each: string }) => `${p.each} each`,
  noDate: 'No date',
  lot: 'Lot',
  anyLot: 'The only one there',
  units: 'base units',
  enterKey: 'Enter',
  enterHint: 'goes to the next field and adds a line at the end.',
  problem: (p: { line: number; problem: string }) => `Line ${p.line}: ${p.problem}`,
}
