import type { entries as english } from '../en/entries.ts'
import { fr } from '../format.ts'
import { common } from './common.ts'

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
    `${p.isReversal ? 'Annulé' : 'Fait'} : ${kinds[p.kind].toLowerCase()}${
      p.lines > 0
        ? `, ${fr.number(p.units)} ${fr.plural(p.units, 'unité', 'unités')} sur ${fr.plural(p.lines, '1 ligne', `${p.lines} lignes`)}`
        : ''
    }`,
  title: (p) => `Écriture ${p.id}`,
  heading: (p) =>
    p.sign === -1
      ? `Annulé : ${kinds[p.kind].toLowerCase()}`
      : p.reversesId
        ? `Rétabli : ${kinds[p.kind].toLowerCase()}`
        : kinds[p.kind],
  takenBack: 'Annulé',
  happened: (p) =>
    `${fr.weekday(p.day)} ${p.day.slice(0, 4)}${p.period ? `, ${common.periods[p.period]}` : ''}`,
  recordedOn: (p) => `Noté le ${fr.weekday(p.day)}`,
  recordedBy: (p) => `Noté ${p.name ? `par ${p.name}, ` : 'le '}${p.at}`,
  moved: 'Ce qui a bougé',
  nothingMoved: 'Rien n’a bougé : ceci marque seulement que c’est arrivé.',
  fromTo: 'De, vers',
  lot: 'Lot',
  belongsTo: 'Fait partie de',
  documents: {
    donation: (p) => `Don ${p.id}`,
    order: (p) => `Commande ${p.id}`,
    shift: (p) => `Sortie ${p.id}`,
    visit: (p) => `Visite ${p.id}`,
    stocktake: (p) => `Inventaire ${p.id}`,
  },
  reverses: (p) => `Annule l’écriture ${p.id}`,
  restores: (p) => `Rétablit ce que l’écriture ${p.id} avait annulé`,
  reversedBy: (p) => `Annulé le ${fr.day(p.day)}, par l’écriture ${p.id}`,
  together: 'Notées ensemble',
  togetherHint: 'En annuler une les annule toutes.',
  takeBack: 'Annuler ceci',
  putBack: 'Rétablir',
  takeBackHint: 'Le contraire est inscrit au même jour; les deux restent lisibles.',
  balances: 'Ce qu’il y a maintenant',
  balance: (p) =>
    `${fr.name(p.place)} : maintenant ${fr.units(p.quantity, p.item)} (${fr.name(p.item)}).`,
  lastFact: 'Fait et enregistré',
  lastChange: 'Fait : changement enregistré',
}
