import type { places as english } from '../en/places.ts'
import { fr } from '../format.ts'
import { common } from './common.ts'

export const places: typeof english = {
  title: 'Lieux',
  lead: 'D’où viennent les choses, où elles sont gardées et où elles sont remises.',
  groups: {
    stockroom: 'Réserves',
    bag: 'Sacs',
    venue: 'Points de service',
    donor: 'Donateurs',
    supplier: 'Fournisseurs',
  },
  empty: {
    stockroom: 'Aucune réserve en service.',
    bag: 'Aucun sac. Ajoutez-en un pour chaque sac qui sort, puis dites ce qu’il contient.',
    venue: 'Aucun point de service. Ajoutez les lieux que vous visitez, par un alias.',
    donor: 'Aucun donateur. Il s’en crée aussi quand on note un don.',
    supplier: 'Aucun fournisseur. Ajoutez ceux chez qui vous commandez, avec leur délai.',
  },
  add: {
    stockroom: 'Nouvelle réserve',
    bag: 'Nouveau sac',
    venue: 'Nouveau point de service',
    donor: 'Nouveau donateur',
    supplier: 'Nouveau fournisseur',
  },
  save: 'Enregistrer',
  withRetired: 'Montrer aussi ceux qui sont retirés',
  withoutRetired: 'Cacher ceux qui sont retirés',
  name: 'Nom',
  kind: 'Genre',
  service: 'Service',
  noService: 'Aucun service en particulier',
  serviceHint:
    'Le service dont la demande se compte ici. Il ne change plus une fois que quelque chose y a bougé.',
  aliasFr: 'Alias en français',
  aliasEn: 'Alias en anglais',
  aliasHint:
    'Un alias que l’équipe connaît suffit. Il n’y a pas de champ pour l’adresse : une liste perdue ne doit mener personne là.',
  visitEvery: 'À revoir après, en jours',
  visitEveryHint: 'Vide : jamais à revoir. Une fois par semaine, c’est 7.',
  visits: 'Visites',
  termsHead: 'Conditions',
  every: (p) => fr.plural(p.days, 'chaque jour', `tous les ${p.days} jours`),
  neverDue: 'jamais à revoir',
  feeder: 'Rempli depuis',
  noFeeder: 'Nulle part en particulier',
  anonymous: 'Anonyme : le nom n’est ni imprimé ni rapporté',
  anonymousShort: 'anonyme',
  leadTime: 'Délai de livraison, en jours',
  leadTimeHint: 'Jours de calendrier, de la commande à la tablette.',
  review: 'Jours entre deux commandes',
  reviewHint: 'À quel rythme vous y commandez : 7 chaque semaine, 30 chaque mois.',
  deadlines: 'Quand il prend les commandes',
  deadlinesHint:
    'Tout le calcul part de là : le tableau et les commandes disent avant quand commander, et combien de temps une commande doit durer.',
  taken: 'Les commandes se prennent',
  takenWords: {
    request: 'n’importe quel jour',
    week: 'une fois par semaine',
    'two-weeks': 'aux deux semaines',
    month: 'une fois par mois',
  },
  deadlineWeekday: 'Jour de la semaine',
  deadlineFrom: 'L’un des jours',
  deadlineFromHint:
    'Un jour quelconque où il prend les commandes, passé ou à venir. Les autres en découlent.',
  deadlineDay: 'Jour du mois',
  deadlineDayHint: '31 est le dernier jour de chaque mois.',
  deadlineHour: 'Avant',
  takenUntil: (p) => {
    const hour = fr.hourWord(p.hour)
    if (p.every === 'month') {
      const orLast = p.dayOfMonth > 28 ? ' ou le dernier' : ''
      return `commandes avant ${hour} le ${p.dayOfMonth === 1 ? '1er' : p.dayOfMonth}${orLast} du mois`
    }
    const weekday = common.weekdays[p.weekday - 1] ?? ''
    return p.every === 'week'
      ? `commandes avant ${hour} chaque ${weekday}`
      : `commandes avant ${hour} un ${weekday} sur deux`
  },
  termsUntil: (p) =>
    `livre en ${fr.plural(p.leadTimeDays, `${p.leadTimeDays} jour`, `${p.leadTimeDays} jours`)}, ${p.taken}`,
  terms: (p) =>
    `livre en ${fr.plural(p.leadTimeDays, `${p.leadTimeDays} jour`, `${p.leadTimeDays} jours`)}, une commande ${p.reviewDays === 1 ? 'par jour' : `tous les ${p.reviewDays} jours`}`,
  par: 'Ce qu’il contient',
  parShelves: 'Ce qu’il devrait y avoir',
  parLines: (p) =>
    p.count === 0 ? 'pas encore de liste' : fr.plural(p.count, '1 article', `${p.count} articles`),
  parTitle: (p) => `Ce que contient ${p.place}`,
  parTitleShelves: (p) => `Ce qu’il devrait y avoir : ${p.place}`,
  parLead: 'Ce qu’il contient quand il sort, dans l’ordre des tuiles.',
  parLeadShelves: 'Ce qu’il y a à l’ouverture des portes, dans l’ordre des tuiles.',
  parOrderHint:
    'L’ordre s’apprend avec les mains : changez-le rarement. Pour déplacer une ligne, donnez-lui un autre numéro; 2,5 va entre 2 et 3. Videz une ligne pour l’enlever.',
  parPosition: 'No',
  parSave: 'Enregistrer la liste',
  parEmpty: 'La liste est vide',
  parEmptyHint: 'Écrivez ce qu’il contient, ou copiez la liste d’un autre sac.',
  copyFrom: 'Copier la liste de',
  copy: 'Copier',
  copied: (p) => `Copié de ${p.place}, pas encore enregistré.`,
  retireHint: {
    stockroom: 'Une réserve peut être retirée quand elle est vide.',
    bag: 'Un sac peut être retiré quand il est rentré et vide.',
    venue: 'Il quitte les formulaires; ses visites restent dans l’historique.',
    donor: 'Il quitte les formulaires; ses dons restent dans l’historique.',
    supplier: 'Il quitte les formulaires; ses commandes restent dans l’historique.',
  },
  retire: 'Retirer',
  builtInHint: 'Il fait partie du registre : il peut changer de nom, pas être retiré.',
  retiredHint: (p) => `Retiré le ${fr.day(p.day)}.`,
}
