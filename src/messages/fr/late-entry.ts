import type { lateEntry as english } from '../en/late-entry.ts'
import { fr } from '../format.ts'

export const lateEntry: typeof english = {
  title: 'Saisie après coup',
  lead: 'Saisissez la pile de feuilles\u00a0: un arrêt par ligne. Le jour, le sac, les gens et l’endroit restent pour la suivante.',
  link: 'Saisir du papier',
  day: 'Jour écrit sur la feuille',
  bag: 'Sac',
  noBag: 'Aucun sac pour l’instant',
  noBagHint: 'Une feuille est celle d’un sac qui est sorti\u00a0: créez-en un d’abord.',
  who: 'Qui était sorti',
  whoHint: 'Nécessaire quand le sac est sorti sans que ce soit noté.',
  lines: 'Lignes',
  linesHint:
    'L’endroit, puis combien de quoi\u00a0: «\u00a0sky 6 cond 2 jus\u00a0». Une ligne sans endroit est du même que la précédente.',
  peopleHint:
    'Personnes rencontrées\u00a0: «\u00a03 pers\u00a0». Un endroit seul est un arrêt où rien n’a été remis.',
  preview: 'Aperçu',
  previewTitle: 'Ce qui est lu',
  save: 'Enregistrer ces lignes',
  nothing: 'Rien de saisi encore.',
  unseen: 'Voici ce qui est lu. Enregistrez de nouveau si c’est juste.',
  unread: 'Une ligne n’a pas pu être lue. Chacune dit ci-dessous quoi changer.',
  sameVenue: (p) =>
    `La prochaine ligne est de ${fr.name(p.venue)}, à moins qu’elle nomme un autre endroit.`,
  nothingGiven: 'rien remis',
  met: (p) =>
    fr.plural(
      p.count,
      `${fr.number(p.count)} personne rencontrée`,
      `${fr.number(p.count)} personnes rencontrées`,
    ),
  already: (p) => `Déjà noté là ce jour-là\u00a0: ${p.given}. Ceci s’y ajoute.`,
  alreadyNothing: 'Cet arrêt est déjà noté, sans rien de remis.',
  shift: (p) => `Sortie de ${p.bag} du ${fr.weekday(p.day)}, avec ${fr.list(p.people)}.`,
  newShift: (p) =>
    `Le registre n’a pas cette sortie de ${p.bag} le ${fr.weekday(p.day)}\u00a0: elle est créée.`,
  newShiftCount:
    'Ce qui a été mis dans le sac n’a pas été noté\u00a0: il faudra le compter une fois la pile saisie.',
  newShiftOut:
    'Le sac est sorti avec d’autres\u00a0: ce qui est saisi en est retiré et paraîtra à leur retour.',
  others: (p) => `Ce jour-là, il était sorti avec ${fr.list(p.people)}.`,
  bothDays: (p) =>
    `Arrivé le ${fr.weekday(p.day)}, noté le ${fr.weekday(p.recordedOn)}\u00a0: les deux sont gardés.`,
  problems: {
    venueUnknown: (p) =>
      `Aucun endroit ne s’appelle «\u00a0${p.typed}\u00a0».${p.near && ` Vouliez-vous dire ${p.near}?`}`,
    venueSeveral: (p) =>
      `Plusieurs endroits commencent par «\u00a0${p.typed}\u00a0»\u00a0: ${p.near}. Écrivez-en plus.`,
    venueMissing: () => 'Commencez par l’endroit.',
    itemUnknown: (p) =>
      `Aucun article ne s’appelle «\u00a0${p.typed}\u00a0».${p.near && ` Vouliez-vous dire ${p.near}?`}`,
    itemSeveral: (p) =>
      `Plusieurs articles commencent par «\u00a0${p.typed}\u00a0»\u00a0: ${p.near}. Écrivez-en plus.`,
    quantityMissing: (p) => `Combien de «\u00a0${p.typed}\u00a0»? Écrivez le nombre avant.`,
    itemMissing: (p) => `${p.typed} de quoi? Écrivez l’article après le nombre.`,
    unclear: (p) =>
      `«\u00a0${p.typed}\u00a0» peut se lire de deux façons. Mettez une espace après le nombre.`,
    quantityWhole: (p) => `«\u00a0${p.typed}\u00a0»\u00a0: les quantités sont des nombres entiers.`,
    quantityZero: (p) => `Zéro «\u00a0${p.typed}\u00a0»\u00a0: ne l’écrivez pas.`,
    quantityNumber: (p) =>
      `«\u00a0${p.typed}\u00a0»\u00a0: une quantité n’a pas de signe. Pour reprendre quelque chose, annulez-le.`,
    quantityMuch: (p) =>
      `«\u00a0${p.typed}\u00a0» est plus qu’une ligne ne peut être. Vérifiez le nombre.`,
  },
  or: (p) => new Intl.ListFormat('fr-CA', { type: 'disjunction' }).format(p.words),
  codes: 'Endroits et articles',
  places: 'Endroits',
  items: 'Articles',
  toCount: (p) => `${p.bag} est à compter`,
  toCountHint:
    'Le registre ignore ce qu’on y avait mis ce jour-là. Comptez-le une fois la pile saisie.',
  count: 'Compter le sac',
  list: 'Noté après coup',
  listEmpty: 'Rien n’a été noté après coup',
  listEmptyHint:
    'Ce qui est noté un autre jour que celui où c’est arrivé paraît ici, avec les deux jours.',
  happened: 'Arrivé',
  recorded: 'Noté',
  where: 'Où',
  what: 'Quoi',
  takenBack: 'annulé',
}
