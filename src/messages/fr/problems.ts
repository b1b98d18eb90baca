import type { problems as english } from '../en/problems.ts'
import { fr } from '../format.ts'

export const problems: typeof english = {
  required: () => 'Remplissez ce champ.',
  quantityBlank: () => 'Entrez une quantité. Zéro est une réponse; vide n’en est pas une.',
  quantityWhole: () =>
    'Les quantités sont des nombres entiers. Pour deux caisses et demie de 24, entrez 60 unités.',
  quantityNumber: () => 'Entrez un nombre entier, en chiffres.',
  quantityLarge: () => 'C’est plus de dix millions. Vérifiez le nombre.',
  quantityZero: () => 'Entrez au moins 1, ou retirez la ligne.',
  numberRange: (p) => `Entrez un nombre entier de ${p.min} à ${p.max}.`,
  measure: (p) =>
    `Entrez un nombre de ${fr.exact(p.min)} à ${fr.exact(p.max)}, comme ${fr.exact(1.4)}.`,
  moreBack: () => 'Il en est rentré plus qu’il n’en est sorti. Changez l’un des deux.',
  sector: () =>
    'Entrez un code d’au plus 6 lettres, chiffres et traits d’union, comme C-3\u00a0: jamais une adresse.',
  amountUnused: () =>
    'Laissez ce champ vide, ou choisissez «\u00a0Compté\u00a0» ou «\u00a0Pesé\u00a0».',
  amountLarge: (p) => `Entrez au plus ${fr.number(p.max)}. Vérifiez le nombre.`,
  rangeOrder: () => 'Ces trois-là vont du plus petit au plus grand. Changez l’un des trois.',
  day: () => 'Entrez un jour qui existe, comme AAAA-MM-JJ.',
  dayFuture: () => 'Ce jour n’est pas encore arrivé. Vérifiez la date.',
  dayOld: () => 'Ce jour est trop ancien. Vérifiez l’année.',
  expiryFar: () => 'Vérifiez l’année : rien ne dure aussi longtemps.',
  choose: () => 'Choisissez dans la liste.',
  item: () => 'Aucun article n’a ce nom ou ce code. Choisissez dans la liste.',
  text: (p) => `Au plus ${p.max} caractères.`,
  characters: () => 'Utilisez des lettres, chiffres et signes ordinaires.',
  money: () => 'Entrez un montant en dollars, comme 410 ou 12,50.',
  price: () => 'Entrez un prix en dollars, avec au plus quatre décimales : 9,36 ou 0,065.',
  unknownField: () =>
    'Ce formulaire n’est plus à jour. Rechargez la page; ce que vous avez écrit est gardé ci-dessous.',
  requestId: () => 'Ce formulaire n’est plus à jour. Rechargez la page et recommencez.',
  lines: () => 'Entrez au moins une ligne.',
  tooManyLines: (p) => `Au plus ${p.max} lignes à la fois.`,
  nameMissing: () => 'Donnez un nom dans une langue au moins.',
  taken: () => 'Un autre a déjà ceci. Choisissez autre chose.',
  roughItem: () => 'Cet article est suivi en gros, sans compte. Notez son niveau sur sa fiche.',
  lotNumber: () => 'Cet article est suivi par lot : copiez le numéro de l’emballage.',
  expiry: () => 'Cet article a une date limite : copiez la date de l’emballage.',
  itemTwice: () => 'Cet article est déjà sur une autre ligne. Réunissez les deux quantités.',
  packOfOther: () => 'Cet emballage est celui d’un autre article. Choisissez de nouveau.',
  expiringNeedsLots: () => 'Un article à date limite a besoin de lots : date ou number.',
  packRow: () =>
    'Donnez à l’emballage son nom et sa taille, deux unités ou plus; ou laissez les deux vides.',
  dayOrMonth: () => 'Entrez un jour passé, comme AAAA-MM-JJ, ou un mois passé, comme AAAA-MM.',
  monthNotOver: () => 'Entrez un mois terminé : une partie de mois aurait l’air d’un mois entier.',
  unknownColumn: (p) =>
    `Aucune colonne ne s’appelle « ${p.column} ». Les colonnes sont sur la page d’importation.`,
  deadlineNever: () =>
    'Cette date limite ne viendrait jamais : dites quel jour les commandes sont prises.',
  venueUnknown: (p) => `Aucun endroit ne s’appelle «\u00a0${p.typed}\u00a0».`,
  venueNear: (p) =>
    `Aucun endroit ne s’appelle «\u00a0${p.typed}\u00a0». Vouliez-vous dire\u00a0: ${p.near}?`,
  place: () => 'Aucune réserve n’a ce nom. Créez-la d’abord sous Lieux, ou corrigez le nom.',
  passwordShort: (p) =>
    `Au moins ${p.min} caractères. Tous conviennent; quatre mots se retiennent bien.`,
  shiftPeople: () => 'Choisissez d’une à trois personnes pour ce sac.',
  code: () => 'Lettres, chiffres, point et trait d’union, sans espace : cond, 1cc, masque-2.',
  lotsForExpiry: () =>
    'Ce qui a une date limite est suivi par lot : choisissez par date, ou par numéro de lot.',
  roughHasNoLots: () => 'Ce qui est suivi en gros n’a ni lots ni date limite.',
  maximumBelow: () => 'Le maximum est sous le minimum. Changez l’un des deux.',
  familyForSize: () => 'Une taille va avec une famille : donnez aussi son nom.',
  twiceOnList: () => 'Ceci est deux fois sur la liste. Gardez une des deux lignes.',
  samePlace: () => 'Choisissez un autre lieu que celui d’où cela part.',
  notInBags: () => 'Cet article ne va pas dans les sacs. Sa fiche dit où il peut aller.',
  notAtDropIn: () => 'Cet article ne va pas au site fixe. Sa fiche dit où il peut aller.',
  position: () => 'Entrez un nombre, comme 3, ou 2,5 pour le mettre entre 2 et 3.',
  webAddress: () => 'Entrez une adresse qui commence par https://.',
  emailAddress: () => 'Écrivez une adresse courriel, comme nom@exemple.org.',
  snoozeDay: (p) => `Entrez un jour après aujourd’hui, au plus tard le ${fr.day(p.last)}.`,
  snoozeWorst: () => 'Cela ne peut pas empirer : choisissez un jour.',
  untilBefore: () => 'Le dernier jour est avant le premier. Changez l’un des deux.',
  daysMany: (p) => `Au plus ${p.max} jours à la fois.`,
}
