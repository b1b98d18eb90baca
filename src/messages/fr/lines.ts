import type { lines as english } from '../en/lines.ts'
import { fr } from '../format.ts'

export const lines: typeof english = {
  caption: 'Lignes',
  itemPlaceholder: 'Nom ou code',
  in: 'En',
  makes: 'Donne',
  lotNumber: 'Numéro de lot',
  expires: 'Date sur l’emballage',
  price: 'Prix, $',
  priceFor: 'Pour',
  unit: 'unité',
  packOf: (p) => `${p.name} de ${fr.number(p.size)}`,
  priced: (p) => `${p.what} à ${p.price} ${p.equals} ${p.each} l’unité`,
  each: (p) => `${p.each} l’unité`,
  noDate: 'Sans date',
  lot: 'Lot',
  anyLot: 'Le seul présent',
  units: 'unités',
  enterKey: 'Entrée',
  enterHint: 'passe au champ suivant et ajoute une ligne à la fin.',
  problem: (p) => `Ligne ${p.line} : ${p.problem}`,
}
