// What every form with lines says: donations, transfers, losses, orders, counts.
export const lines = {
  caption: 'Lines',
  itemPlaceholder: 'Name or code',
  in: 'In',
  makes: 'Makes',
  lotNumber: 'Lot number',
  expires: 'Date on pack',
  unitPrice: 'Unit price, $',
  noDate: 'No date',
  lot: 'Lot',
  anyLot: 'The only one there',
  units: 'base units',
  enterKey: 'Enter',
  enterHint: 'goes to the next field and adds a line at the end.',
  problem: (p: { line: number; problem: string }) => `Line ${p.line}: ${p.problem}`,
}
