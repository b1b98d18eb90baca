import type { lines as english } from '../en/lines.ts'

export const lines: typeof english = {
  caption: 'Lignes',
  itemPlaceholder: 'Nom ou code',
  in: 'En',
  makes: 'Donne',
  lotNumber: 'Numéro de lot',
  expires: 'Date sur l’emballage',
  unitPrice: 'Prix à l’unité, $',
  noDate: 'Sans date',
  lot: 'Lot',
  anyLot: 'Le seul présent',
  units: 'unités',
  enterKey: 'Entrée',
  enterHint: 'passe au champ suivant et ajoute une ligne à la fin.',
  problem: (p) => `Ligne ${p.line} : ${p.problem}`,
}
