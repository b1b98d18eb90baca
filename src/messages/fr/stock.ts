import type { stock as english } from '../en/stock.ts'
import { fr } from '../format.ts'

const levels: typeof english.levels = { 3: 'Plein', 2: 'À moitié', 1: 'Bas', 0: 'Vide' }

const openDays = (days: number) =>
  fr.plural(
    Math.round(days),
    `${Math.round(days)}\u00a0jour`,
    `${fr.number(Math.round(days))}\u00a0jours`,
  )

export const stock: typeof english = {
  title: 'Stock par lieu',
  lead: 'Unités utilisables : ni périmées, ni retenues. Les sacs sortis sont compris.',
  caption: 'Unités utilisables de chaque article dans chaque lieu',
  filter: 'Filtrer',
  search: 'Article',
  searchHint: 'Nom ou code',
  category: 'Genre',
  allCategories: 'Tous les genres',
  allPlaces: 'Tous les lieux',
  expiring: 'À donner d’ici 90 jours',
  count: 'Faire l’inventaire',
  allBags: 'Tous les sacs',
  total: 'Total',
  lasts: 'Dure',
  lastsDays: (p) =>
    p.days >= 365
      ? 'plus d’un an'
      : p.days < 1
        ? 'moins d’un jour'
        : `environ\u00a0${openDays(p.days)}`,
  rate: (p) => `${fr.decimal(p.rate)} par jour`,
  aside: 'Mis de côté',
  asideNote: 'Est mis de côté ce qui est périmé, retenu ou en quarantaine.',
  nextToExpire: 'Prochaine échéance',
  daysLeft: (p) =>
    p.days === 0
      ? 'dernier jour'
      : fr.plural(p.days, `${p.days} jour`, `${fr.number(p.days)} jours`),
  noDate: 'sans date',
  dropInOnly: 'au site fixe seulement',
  notAtDropIn: 'pas au site fixe',
  inStock: (p) => `Articles en stock, sur ${fr.number(p.items)}`,
  value: 'Valeur',
  valueOf: (p) =>
    p.items === 1
      ? 'Valeur de l’article qui a un prix'
      : `Valeur des ${fr.number(p.items)} articles qui ont un prix`,
  openDays:
    'Les jours sont ceux où un service qui utilise l’article est ouvert, au rythme des 8 dernières semaines.',
  none: 'Rien ne correspond',
  noneHint: 'Retirez un filtre, ou cherchez un autre mot.',
  everything: 'Tout afficher',
  empty: 'Aucun article',
  emptyHint:
    'Les articles se créent dans le catalogue; ce qui entre et sort s’affiche ensuite ici.',
  catalogue: 'Ouvrir le catalogue',
  levels,
  notSeen: 'Pas encore noté',
  file: 'stock',
  code: 'Code',

  coverLead: (p) =>
    p.days >= 365
      ? 'Il en reste pour plus d’un an'
      : `Il en reste pour environ ${Math.round(p.days) < 2 ? `${Math.round(p.days)} jour ouvert` : `${fr.number(Math.round(p.days))} jours ouverts`}`,
  atRate: (p) => `à ${fr.decimal(p.rate)} par jour ouvert, selon les 8 dernières semaines`,
  usableNow: (p) =>
    `${fr.units(p.quantity, p.item)} ${fr.plural(p.quantity, 'utilisable', 'utilisables')}`,
  noRate:
    'Trop peu de jours ouverts avec de l’usage en 8 semaines pour dire combien de temps il en reste.',
  noneLeft: 'Il n’en reste plus.',
  edit: 'Modifier l’article',
  onHandByDay: 'En main, jour après jour',
  weeks: (p) => fr.plural(p.weeks, `${p.weeks} semaine`, `${p.weeks} semaines`),
  lots: 'Lots',
  whereItIs: 'Où il est',
  noLots: 'Rien en main',
  noLotsHint: 'Un don, une livraison ou un inventaire en mettra ici.',
  giveFirst: 'À remettre d’abord',
  expires: (p) => `expire le ${fr.day(p.day)}`,
  giveBy: (p) => `à remettre d’ici le ${fr.day(p.day)}`,
  inPlace: (p) => `${p.place} ${fr.number(p.quantity)}`,
  usable: 'Utilisable',
  reasons: {
    held: 'Retenu',
    quarantine: 'En quarantaine',
    expired: 'Périmé',
    demonstration: 'Démonstration seulement',
  },
  notCounted: 'mis de côté, non compté',
  rules: 'Comment on s’en sert',
  packs: 'Emballages',
  packOf: (p) => `${p.pack} = ${fr.units(p.size, p.item)}`,
  noPacks: 'Compté à l’unité',
  mayGo: 'Peut aller',
  everywhere: 'dans les sacs et au site fixe',
  bagsOnly: 'dans les sacs, pas au site fixe',
  dropInAlone: 'au site fixe, pas dans les sacs',
  nowhere: 'ni dans les sacs ni au site fixe',
  life: 'Durée de vie',
  minimumLife: (p) => `remis s’il reste au moins ${fr.number(p.days)} jours`,
  grace: (p) => `bon ${fr.number(p.days)} jours après la date de l’emballage`,
  hardExpiry: 'jamais remis après la date de l’emballage',
  noExpiry: 'ne périme pas',
  followed: 'Suivi par',
  followedBy: { none: 'quantité', date: 'date d’expiration', number: 'numéro de lot' },
  recent: 'Dernières écritures',
  allEntries: 'Toutes les écritures',
  entriesOf: (p) => `Écritures : ${p.item}`,
  noEntries: 'Aucune écriture',
  noEntriesHint: 'Ce qui entre, se déplace, est remis ou compté sera inscrit ici.',
  who: 'Qui',
  what: 'Quoi',
  fromTo: 'De, vers',
  lot: 'Lot',
  recordedOn: (p) => `noté le ${fr.shortDay(p.day)}`,

  rough: 'Suivi en gros : on note son niveau, on ne compte pas ses unités.',
  level: 'Ce qu’il en reste',
  seen: (p) => `vu le ${fr.weekday(p.day)}`,
  observe: 'Noter ce que vous voyez',
  observed: 'Ce qui a été noté',
  whatIsIt: 'Quoi',
  amount: (p) => `Combien (${p.unit})`,
  amountHint: 'Seulement pour ce qui est entré ou a servi.',
  leftOver: (p) => `Reste : ${levels[p.level]?.toLowerCase()}`,
  intake: 'Entré',
  use: 'Utilisé',
  saveObservation: 'Enregistrer',
  takeBack: 'Annuler',
  takenBack: 'Annulé',
  nothingSeen: 'Rien de noté',
  nothingSeenHint: 'Notez son niveau en passant : une alerte suit quand il est bas.',
}
