import type { transfers as english } from '../en/transfers.ts'
import { fr } from '../format.ts'

const lossReasons: typeof english.lossReasons = {
  expired: 'Périmé',
  damaged: 'Abîmé',
  lost: 'Perdu',
}

export const transfers: typeof english = {
  title: 'Transferts et pertes',
  moveStock: 'Déplacer du stock',
  recordLoss: 'Noter une perte',
  empty: 'Rien n’a bougé pour l’instant',
  emptyHint: 'Déplacez du stock d’un lieu à l’autre, ou retirez ce qui est périmé, abîmé ou perdu.',
  fill: (p) => `Remplir : ${fr.name(p.place)}`,
  fromTo: 'De et vers',
  what: 'Quoi',
  happenedOn: 'Jour',
  route: (p) => `${p.from} → ${p.to}`,
  loss: 'Perte',
  isReversal: 'Annulation',
  takenBack: 'Annulé',
  recorded: (p) => `noté le ${fr.shortDay(p.day)}`,
  andMore: (p) => `et ${fr.plural(p.count, '1 autre', `${p.count} autres`)}`,
  from: 'De',
  to: 'Vers',
  movedOn: 'Déplacé le',
  fefoHint: 'Ce qui expire d’abord part d’abord; les lots périmés ou retenus restent.',
  moveIt: 'Déplacer',
  fillTitle: (p) => `Remplir : ${fr.name(p.place)}`,
  fillLead: (p) =>
    `Ce qui manque à la liste de base, dans la mesure de ce que ${fr.name(p.feeder)} peut donner.`,
  full: (p) => `${fr.name(p.place)} : rien ne manque à la liste de base.`,
  short: (p) => `Il manque dans ${fr.name(p.feeder)} : ${fr.list(p.items)}.`,
  lossTitle: 'Noter une perte',
  lossFrom: 'Parti de',
  reason: 'Raison',
  lossReasons,
  lostOn: 'Constaté le',
  lossHint: 'Choisissez le lot quand le lieu en a plusieurs : les périmés sont en premier.',
  writeOff: 'Retirer du stock',
  expiredHere: 'Périmé et encore en stock : tout retirer',
  noneExpired: 'Rien de ce qui est en stock n’a dépassé sa date.',
  noneExpiredIn: (p) => `${fr.name(p.place)} : rien n’a dépassé sa date.`,
  writeOffExpired: (p) => `${fr.name(p.place)} : ${fr.plural(p.lots, '1 lot', `${p.lots} lots`)}`,
  lotExpired: 'périmé',
  lotNoDate: 'sans date',
}
