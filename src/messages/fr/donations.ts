import type { donations as english } from '../en/donations.ts'
import { fr } from '../format.ts'

export const donations: typeof english = {
  title: 'Dons en nature',
  log: 'Noter un don',
  empty: 'Aucun don pour l’instant',
  emptyHint: 'Notez le premier : ce qui est arrivé, de qui, et où vous l’avez rangé.',
  donor: 'Donateur',
  donorHint: 'Vide : don anonyme. Un nouveau nom crée un donateur.',
  receivedOn: 'Reçu le',
  putAwayIn: 'Rangé dans',
  value: 'Valeur en dollars',
  valueHead: 'Valeur',
  lines: 'Lignes du don',
  saveIt: 'Enregistrer le don',
  thanks: 'Merci',
  thanksLine: (p) => `${p.donor}, merci de votre don du ${fr.day(p.day)}.`,
  thanksAnonymous: (p) => `Merci de votre don du ${fr.day(p.day)}.`,
  thanksFrom: (p) => `L’équipe de ${p.programme}`,
  logAnother: 'Noter un autre don',
  seeEntry: 'Voir l’écriture',
  takeBack: 'Annuler ce don',
  worth: (p) => `Valeur que vous avez indiquée : ${fr.money(p.cents)}`,
  late: (p) => `Reçu le ${fr.weekday(p.day)}, noté le ${fr.weekday(p.recordedOn)}.`,
  recordedOn: (p) => `noté le ${fr.shortDay(p.day)}`,
  takenBackPill: 'Annulé',
  takenBack: 'Un don annulé',
  takenBackLine: (p) =>
    `${p.donor}, reçu le ${fr.day(p.day)}, annulé le ${fr.day(p.takenBackOn)}. Il ne compte plus.`,
  putBack: 'Rétablir ce don',
}
