import type { dropin as english } from '../en/dropin.ts'
import { fr } from '../format.ts'

export const dropin: typeof english = {
  title: 'Le site fixe ce soir',
  headcount: 'Personnes présentes',
  closed: (p) => `Fermé ce soir selon le calendrier${p.reason === null ? '' : ` (${p.reason})`}.`,
  opensOn: (p) => `Prochain soir : ${fr.weekday(p.day)}.`,
  counts: 'On peut noter quand même.',
  busier: (p) =>
    `Le calendrier prévoit × ${fr.decimal(p.factor)} ce soir${p.reason === null ? '' : ` (${p.reason})`}.`,
  toCalendar: 'Calendrier',
  empty:
    'Il n’y a rien sur les étagères : apportez du matériel de la réserve, ou faites une liste.',
  earlier: 'Soirées précédentes',
  backTo: (p) => `Annuler\u00a0: revenir à ${fr.number(p.count)}`,

  kitchen: 'Cuisine et vrac',
  levels: ['Vide', 'Bas', 'Moitié', 'Plein'],
  noteLevel: (p) => `${p.item}\u00a0: ${p.level}`,
  used: (p) => `utilisé\u00a0: ${fr.units(p.quantity, p.item)}`,
  useOne: (p) => `Utilisé\u00a0: ${fr.units(1, p.item)}`,
  useOneOf: (p) => `${p.item}, utilisé\u00a0: ${fr.units(1, p.unit)}`,
  undoRough: (p) => `Annuler ce qui vient d’être noté\u00a0: ${p.item}`,

  open: 'Ouvrir la soirée',
  openTitle: 'Ouvrir la soirée sur cet appareil',
  openLead: 'Pour l’appareil partagé, près de la porte.',
  openFacts: [
    'Il montre le décompte de ce soir et rien d’autre\u00a0: ni listes de stock, ni historique, ni noms.',
    'Votre session s’y termine. Ce qu’on y note est noté par la soirée, et non par une personne.',
    'Il s’arrête quand la soirée est fermée, quand la journée de travail se termine, ou quand vous y mettez fin depuis un autre appareil.',
  ],
  extra: (p) => `Le calendrier ferme ce soir${p.reason === null ? '' : ` (${p.reason})`}.`,
  reason: 'Pourquoi on ouvre quand même',
  reasonHint: 'La raison va au calendrier des services, et ce soir compte comme un soir ouvert.',
  openHere: 'L’ouvrir sur cet appareil',
  wasClosed: 'La soirée a été fermée. L’ouvrir ici la rouvre.',
  devices: 'Ouverte sur',
  device: (p) => `depuis ${p.time}, par ${p.name}`,
  openAnother: 'L’ouvrir aussi sur cet appareil',
  endDevice: 'Mettre fin',
  endThis: (p) => `Y mettre fin sur ${p.device}`,

  close: 'Fermer la soirée',
  closeHint:
    'On ne note alors plus rien ce soir, sur aucun appareil. On peut la rouvrir jusqu’à la fin de la journée de travail.',
  notBegun: 'Rien n’est encore noté ce soir',
  notBegunHint:
    'La soirée commence avec la première chose notée, ou quand on l’ouvre sur l’appareil partagé.',
  closedTitle: 'La soirée est fermée',
  night: (p) => `Soirée du ${fr.weekday(p.day)}`,
  isClosed: 'Fermée',
  isOpen: 'Ouverte',
  moved: 'Ce qui est sorti',
  nothingMoved: 'Rien n’a été remis, et rien n’a été demandé en vain.',
  given: 'Remis',
  count: 'Compter ce qui reste',
  printHint: 'Cette page s’imprime\u00a0: c’est la feuille de la soirée.',

  earlierLead: 'Les personnes par soirée, et les soirs qui ne se sont pas passés comme prévu.',
  noNight: 'Aucun soir encore',
  noNightHint:
    'Un soir paraît ici quand il est prévu au calendrier des services, ou qu’il a eu lieu.',
  evenEarlier: 'Soirs plus anciens',
  evening: 'Soir',
  asPlanned: 'Comme prévu?',
  states: {
    coming: 'Ce soir',
    held: 'Ouvert',
    extra: 'Ouvert, non prévu',
    missed: 'Prévu, rien de noté',
    closed: 'Pas ouvert',
  },
  say: { closed: 'On n’a pas ouvert', open: 'Compter comme ouvert' },
  sayFor: (p) => `${fr.weekday(p.day)}\u00a0: ${p.what}`,
  headcountTitle: 'Personnes par soirée',
  headcountText: (p) =>
    `${fr.plural(p.nights, '1 soirée', `${fr.number(p.nights)} soirées`)}, ${fr.number(p.mean)} personnes en moyenne, de ${fr.number(p.least)} à ${fr.number(p.most)}.`,
  file: 'soirees',
  columns: {
    day: 'Jour',
    people: 'Personnes',
    state: 'Comme prévu',
    planned: 'Prévu',
    reason: 'Raison',
  },

  lateTitle: 'Saisir une feuille de soirée',
  lateLead: 'Une soirée notée sur papier, ou ce qu’on a oublié d’une soirée.',
  lateDay: 'Soirée du',
  lateNothing: 'Rien n’est encore noté de cette soirée.',
  lateSoFar: (p) =>
    `Déjà noté\u00a0: ${fr.plural(p.count, '1 personne', `${fr.number(p.count)} personnes`)}. Ce que vous saisissez s’y ajoute.`,
  already: (p) =>
    `Déjà noté\u00a0: ${[p.given > 0 && `remis ${fr.number(p.given)}`, p.asked > 0 && `manque ${fr.number(p.asked)}`].filter(Boolean).join(', ')}`,
  givenOf: (p) => `Remis\u00a0: ${p.item}`,
  lateLevel: 'Ce qui restait',
  lateSave: 'Enregistrer cette soirée',
  lateMissing: 'Ajouter ce qui manque',
  typeIn: 'Saisir sa feuille',
  recordedLater: 'Noté plus tard',

  sheet: 'Feuille de soirée',
  sheetHint:
    'Imprimez cette page\u00a0: une feuille, avec les cases des étagères, pour une soirée à la main.',
  sheetEmpty: 'Aucune case encore',
  headsHint: 'Rayez une case par personne.',
  askedShort: 'Il n’en reste plus',
  usedHowMuch: 'Utilisé',
  reopen: 'La rouvrir',
  done: 'On ne note plus rien sur cet appareil. Merci.',
  doneHint:
    'Fermée par erreur? Une coordonnatrice ou un coordonnateur peut la rouvrir depuis un autre appareil; continuez ensuite ici.',
  backToTally: 'Revenir à ce soir',
}
