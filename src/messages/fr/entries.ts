import type { entries as english } from '../en/entries.ts'
import { fr } from '../format.ts'

const kinds: typeof english.kinds = {
  opening: 'Stock de départ',
  'past-use': 'Usage passé',
  donation: 'Don en nature',
  receipt: 'Livraison',
  transfer: 'Transfert',
  'check-out': 'Sortie de sac',
  'hand-out': 'Remise',
  return: 'Retour',
  'lot-correction': 'Correction de lot',
  build: 'Trousses montées',
  count: 'Inventaire',
  loss: 'Perte',
}

export const entries: typeof english = {
  kinds,
  last: (p) =>
    `${p.isReversal ? 'Annulé' : 'Fait'} : ${kinds[p.kind].toLowerCase()}${
      p.lines > 0
        ? `, ${fr.number(p.units)} unités sur ${fr.plural(p.lines, '1 ligne', `${p.lines} lignes`)}`
        : ''
    }`,
  lastFact: 'Fait et enregistré',
  lastChange: 'Fait : changement enregistré',
}
