import type { problems as english } from '../en/problems.ts'

export const problems: typeof english = {
  required: () => 'Remplissez ce champ.',
  quantityBlank: () => 'Entrez une quantité. Zéro est une réponse; vide n’en est pas une.',
  quantityWhole: () =>
    'Les quantités sont des nombres entiers. Pour deux caisses et demie de 24, entrez 60 unités.',
  quantityNumber: () => 'Entrez un nombre entier, en chiffres.',
  quantityLarge: () => 'C’est plus de dix millions. Vérifiez le nombre.',
  quantityZero: () => 'Entrez au moins 1, ou retirez la ligne.',
  numberRange: (p) => `Entrez un nombre entier de ${p.min} à ${p.max}.`,
  day: () => 'Entrez un jour qui existe, comme AAAA-MM-JJ.',
  dayFuture: () => 'Ce jour n’est pas encore arrivé. Vérifiez la date.',
  dayOld: () => 'Ce jour est trop ancien. Vérifiez l’année.',
  expiryFar: () => 'Vérifiez l’année : rien ne dure aussi longtemps.',
  choose: () => 'Choisissez dans la liste.',
  item: () => 'Aucun article n’a ce nom ou ce code. Choisissez dans la liste.',
  text: (p) => `Au plus ${p.max} caractères.`,
  characters: () => 'Utilisez des lettres, chiffres et signes ordinaires.',
  money: () => 'Entrez un montant en dollars, comme 410 ou 12,50.',
  unknownField: () =>
    'Ce formulaire n’est plus à jour. Rechargez la page; ce que vous avez écrit est gardé ci-dessous.',
  requestId: () => 'Ce formulaire n’est plus à jour. Rechargez la page et recommencez.',
  lines: () => 'Entrez au moins une ligne.',
  tooManyLines: (p) => `Au plus ${p.max} lignes à la fois.`,
  nameMissing: () => 'Donnez un nom dans une langue au moins.',
  taken: () => 'Un autre a déjà ceci. Choisissez autre chose.',
  roughItem: () => 'Cet article est suivi en gros, sans compte. Notez son niveau sur sa fiche.',
  lotNumber: () => 'Cet article est suivi par lot : copiez le numéro de l’emballage.',
  expiry: () => 'Cet article a une date limite : copiez la date de l’emballage.',
  packOfOther: () => 'Cet emballage est celui d’un autre article. Choisissez de nouveau.',
  expiringNeedsLots: () => 'Un article à date limite a besoin de lots : date ou number.',
  packRow: () =>
    'Donnez à l’emballage son nom et sa taille, deux unités ou plus; ou laissez les deux vides.',
  dayOrMonth: () => 'Entrez un jour passé, comme AAAA-MM-JJ, ou un mois passé, comme AAAA-MM.',
  monthNotOver: () => 'Entrez un mois terminé : une partie de mois aurait l’air d’un mois entier.',
  unknownColumn: (p) =>
    `Aucune colonne ne s’appelle « ${p.column} ». Les colonnes sont sur la page d’importation.`,
  place: () => 'Aucune réserve n’a ce nom. Créez-la d’abord sous Lieux, ou corrigez le nom.',
  passwordShort: (p) =>
    `Au moins ${p.min} caractères. Tous conviennent; quatre mots se retiennent bien.`,
  shiftPeople: () => 'Choisissez d’une à trois personnes pour ce sac.',
}
