import type { reorder as english } from '../en/reorder.ts'
import { fr } from '../format.ts'

const perDay = (rate: number) =>
  rate >= 10 ? `${fr.number(rate)} par jour` : `${fr.decimal(rate)} par jour`

const days = (count: number) => fr.plural(count, `${count} jour`, `${fr.number(count)} jours`)

const seen: Record<number, string> = {
  3: 'Vu plein',
  2: 'Vu à moitié',
  1: 'Vu presque vide',
  0: 'Vu vide',
}

const by: (typeof english)['card']['by'] = ({ day, deadline, isToday }) => {
  if (isToday) return deadline ? `aujourd’hui, avant ${fr.hourWord(deadline.hour)}` : 'aujourd’hui'
  return `avant ${deadline ? fr.deadline(deadline) : fr.weekday(day)}`
}

export const reorder: typeof english = {
  title: 'À commander',
  deadline: (p) => `À commander ${by(p)}.`,
  missed: (p) =>
    `${fr.name(p.supplier)} prenait les commandes jusqu’à ${fr.hourWord(p.missed.hour)} aujourd’hui : demandez si une commande passe encore, ou commandez avant ${fr.deadline(p.next)}.`,
  noDeadline: 'Rien à commander pour l’instant.',
  daysAreOpen: 'Les jours sont des jours ouverts.',
  underWay: 'Commandes en cours',
  levelsLabel: 'Articles par niveau',
  everyLevel: 'Afficher tous les niveaux',
  levels: {
    now: 'À commander',
    soon: 'Bientôt',
    surplus: 'Surplus',
    coming: 'En route',
    enough: 'Suffisant',
    few: 'Peu de données',
  },
  caption: 'Articles, les plus pressants d’abord',
  tick: 'Cocher',
  itemAndWhy: 'Article, et pourquoi',
  lasts: 'Dure',
  spark: '30 passés, 20 à venir',
  usable: 'Utilisable',
  inKits: (p) => `+ ${fr.number(p.units)} en trousses`,
  order: 'Commander',
  level: 'Niveau',
  orderItem: (p) => `Commander ${fr.name(p.item)}`,
  aboutDays: (p) => `environ ${days(p.days)}`,
  between: (p) => (p.high === null ? `(${p.low} ou plus)` : `(${p.low}–${p.high})`),
  noneLeft: 'épuisé',
  overAYear: 'plus d’un an',
  noForecast: 'pas de prévision',
  notCounted: 'non compté',
  runsOut: (p) => {
    const day = (on: string) => fr.shortDayFrom(on, p.today)
    if (p.until === null) return `au ${day(p.on)} (${day(p.from)} ou plus)`
    return p.from === p.until
      ? `au ${day(p.on)}`
      : `au ${day(p.on)} (${fr.shortSpan(p.from, p.until)})`
  },
  sayHowMany: 'Dire combien',
  snooze: {
    title: (p) => `Mettre de côté : ${fr.name(p.item)}`,
    lead: 'L’article quitte le tableau, et rien d’autre ne change : il est prévu, commandé et compté comme avant.',
    link: 'Mettre de côté',
    linkOf: (p) => `Mettre de côté ${fr.name(p.item)}`,
    change: 'Modifier',
    changeOf: (p) => `De côté, modifier : ${fr.name(p.item)}`,
    wait: 'Jusqu’à quand',
    worse: 'Jusqu’à ce que ça empire',
    worseHint: (p) => `Au plus tard, il revient ${fr.weekday(p.last)}.`,
    day: 'Jusqu’à un jour',
    back: 'Retour le',
    save: 'Mettre de côté',
    again: 'Mettre de côté à nouveau',
    wake: 'Faire revenir',
    level: 'De côté',
    sooner: (p) =>
      `Il revient aussitôt si son niveau devient plus pressant, s’il n’en reste plus, ou s’il doit être épuisé ${fr.weekday(p.on)} ou avant.`,
    soonerByLevel: 'Il revient aussitôt si son niveau devient plus pressant.',
    until: (p) =>
      `De côté jusqu’au ${fr.weekday(p.untilOn)}, ${p.by ? `par ${p.by} ` : ''}depuis ${fr.weekday(p.snoozedOn)}.`,
    because: {
      level: 'C’est plus pressant qu’alors : on le montre.',
      empty: 'Il n’en reste plus : on le montre.',
      sooner: 'Il sera épuisé plus tôt que prévu : on le montre.',
    },
    aside: (p) => `${fr.number(p.count)} de côté`,
    named: (p) => `${fr.name(p.item)} jusqu’au ${fr.shortDay(p.untilOn)}`,
  },
  track: {
    title: 'Ce que la prévision disait avant',
    summary: (p) =>
      `À ${days(p.days)} d’avance, ${p.compared} fois à une semaine d’intervalle : ${fr.number(Math.round(p.expected))} prévus, ${fr.number(Math.round(p.used))} demandés, en moyenne.${
        p.typicalMiss === null ? '' : ` Écart habituel ${fr.percent(p.typicalMiss)}.`
      }`,
    lean: (p) => {
      const lean = p.used > 0 ? p.expected / p.used - 1 : 0
      if (Math.abs(lean) < 0.03) return 'Elle ne penche d’aucun côté.'
      return lean < 0
        ? `Elle prévoyait ${fr.percent(-lean)} de moins.`
        : `Elle prévoyait ${fr.percent(lean)} de plus.`
    },
    range: (p) =>
      `${p.withinRange} sur ${p.compared} étaient dans la fourchette; quatre sur cinq devraient l’être.`,
    tooFew: (p) =>
      p.compared === 0
        ? 'Trop peu de données pour comparer une prévision à ce qui s’est passé.'
        : `Trop peu de données pour juger : ${fr.plural(p.compared, 'une prévision se compare', `${p.compared} prévisions se comparent`)} à ce qui s’est passé, et il en faut quatre.`,
    leftOut: (p) =>
      `${fr.plural(p.count, 'Une est laissée', `${p.count} sont laissées`)} de côté : quand il n’en reste plus, personne ne sait ce qui aurait été demandé.`,
    picture: (p) => `Prévisions de ${days(p.days)}, chacune faite à son jour.`,
    key: 'Ligne : ce qui a été demandé. Points : ce qui était prévu. Bande : quatre fois sur cinq.',
    span: 'Jours à venir',
    expected: 'Prévu',
    used: 'Demandé',
    between: 'Quatre fois sur cinq',
    miss: 'Écart',
    notKnown: 'épuisé un de ces jours',
  },
  asOf: (p) => `${p.programme}, en date du ${fr.day(p.day)}.`,
  filter: 'Par genre ou service',
  category: 'Genre',
  service: 'Service',
  services: 'Services',
  only: (p) => `Seulement : ${p.words.join(' · ')}.`,
  ofAllServices: 'Les chiffres sont ceux de tous les services ensemble.',
  everything: 'Tout afficher',
  nothingMatches: 'Aucun article ne correspond',
  packs: (p) =>
    `= ${fr.number(p.packs)} ${fr.agreed(p.packs, fr.name(p.pack))} × ${fr.number(p.pack.size)}`,
  aboveLastYear: 'Bien plus que l’an dernier : avisez d’abord le fournisseur.',
  nothingMore: 'Rien de plus',
  nothingYet: 'Rien encore',
  ticked: 'Cochés :',
  draft: 'Préparer la commande',
  empty: 'Aucun article pour l’instant',
  emptyHint: 'Les articles se créent au catalogue; ce qui va manquer s’affiche ensuite ici.',
  catalogue: 'Ouvrir le catalogue',
  file: 'a-commander',
  columns: {
    code: 'Code',
    unit: 'Unité',
    onOrder: 'En commande',
    low: 'Jours restants, au moins',
    median: 'Jours restants, probable',
    high: 'Jours restants, au plus',
    runsOut: 'Vide le, probable',
    from: 'Vide le, au plus tôt',
    until: 'Vide le, au plus tard',
    snoozedUntil: 'De côté jusqu’au',
    packs: 'Emballages',
    packSize: 'Unités par emballage',
    orderBy: 'Commander avant',
    supplier: 'Fournisseur',
    why: 'Pourquoi',
  },
  why: {
    seen: (p) => `${seen[p.level] ?? ''} ${fr.weekday(p.on)}.`,
    neverSeen: () => 'Personne n’a noté combien il en reste.',
    onOrder: (p) =>
      p.isLate
        ? `${fr.number(p.quantity)} en commande, attendus le ${fr.day(p.on)} et pas là : demandez, ou fermez la commande.`
        : `${fr.number(p.quantity)} en commande, attendus ${fr.weekday(p.on)}.`,
    belowMinimum: (p) =>
      `Trop peu de données pour prévoir; au minimum de ${fr.number(p.minimum)} ou en dessous.`,
    aboveMinimum: (p) =>
      `Trop peu de données pour prévoir; au-dessus du minimum de ${fr.number(p.minimum)}.`,
    neverUsed: () => 'Jamais remis jusqu’ici.',
    fewDays: (p) => `Remis ${days(p.days)} jusqu’ici : trop peu pour prévoir.`,
    noneLeft: (p) => `Il n’en reste plus; remis ${days(p.days)} jusqu’ici, trop peu pour prévoir.`,
    askedInVain: (p) => `Demandé ${fr.number(p.units)} fois ce mois-ci, plus rien.`,
    shortSupplier: (p) =>
      `${perDay(p.rate)}; seulement ${fr.percent(p.fillRate)} des commandes est arrivé.`,
    expiring: (p) =>
      `${fr.number(p.quantity)} ne seront pas utilisés d’ici au ${fr.day(p.on)} : à donner d’abord.`,
    uneven: (p) => `Usage inégal : de ${fr.number(p.low)} à ${fr.number(p.high)} par semaine.`,
    rate: (p) =>
      `${perDay(p.rate)}${p.withKits ? ', trousses comprises' : ''}; la livraison prend ${days(p.leadTimeDays)}.`,
    overAYear: () => 'Assez pour plus d’un an.',
    lastsPast: (p) => `Dure au-delà de la prochaine commande, ${fr.weekday(p.day)}.`,
  },
  card: {
    left: (p) =>
      `Reste environ ${fr.plural(p.days, `${p.days} jour ouvert`, `${fr.number(p.days)} jours ouverts`)}`,
    order: 'Commander',
    by,
    add: 'Ajouter à une commande',
    usableAhead: 'Stock utilisable',
    title: (p) => `Pourquoi ${fr.number(p.units)}`,
    titleNothing: 'Pourquoi rien à commander',
    handedOut: 'Remis',
    span: (p) => `du ${fr.day(p.from)} au ${fr.day(p.to)}`,
    handedOutAlone: 'Remis seul',
    inKits: (p) =>
      `${fr.plural(p.kits, `${p.kits} trousse`, `${fr.number(p.kits)} trousses`)} × ${fr.number(p.perKit)}`,
    leftOut: (p) =>
      `Dont, ${fr.plural(p.days, `${p.days} jour`, `${fr.number(p.days)} jours`)} où il s’est épuisé`,
    leftOutHint: 'on en aurait remis plus, alors le rythme vient des autres jours',
    unmet: 'Demandés, plus rien',
    unmetKits: (p) => `${fr.name(p.kit)} : demandées, plus rien`,
    daysInStock: 'Jours ouverts et en stock',
    aDay: 'Par jour',
    toCover: 'Jours ouverts à couvrir',
    until: (p) => `jusqu’à ce que la commande suivante puisse arriver, ${fr.weekday(p.day)}`,
    readyKits: (p) =>
      `${fr.units(p.units, p.item)} se trouvent dans des trousses prêtes, qui servent d’abord`,
    recentChange: 'Jours de semaine à venir, et jours récents qui comptent plus',
    expected: 'Usage prévu',
    donations: 'Dons attendus',
    donationsVary: (p) =>
      `Les dons ne se commandent pas : ${
        p.none > 0
          ? `sur les périodes passées de ${days(p.days)}, ${fr.percent(p.none)} n’ont rien apporté et la meilleure, ${fr.number(p.most)}`
          : `les périodes passées de ${days(p.days)} ont apporté de ${fr.number(p.fewest)} à ${fr.number(p.most)}`
      }. La marge couvre celles qui apportent peu.`,
    margin: 'Marge pour les semaines chargées',
    often: (p) => (p.percent === 95 ? 'suffit 19 fois sur 20' : `suffit ${p.percent} fois sur 100`),
    orderUpTo: 'Commander jusqu’à',
    damped: (p) => `À mi-chemin du niveau de la dernière commande, ${fr.number(p.last)}`,
    dampedHint: 'le stock ne se rend pas, alors le niveau change de moitié',
    minimum: 'Minimum fixé par une personne',
    maximum: 'Rempli jusqu’à',
    usable: 'Utilisable, sacs compris',
    expiring: 'Dont périmera d’ici là sans servir',
    expiringHint: 'ce qui périme ne sert à personne, donc se recommande',
    onOrder: 'En commande',
    counted: (p) =>
      `${fr.number(p.ordered)} en commande, dont ${fr.percent(p.fillRate)} sur quoi compter`,
    needed: 'Il faut',
    inPacks: (p) => `Commander, en ${fr.agreed(2, fr.name(p.pack))} de ${fr.number(p.pack.size)}`,
    inUnits: 'Commander',
    roundedUp: (p) => `Arrondi à ${fr.number(p.packs)} ${fr.agreed(p.packs, fr.name(p.pack))}.`,
    aboveLastYear: (p) =>
      `Avec cette commande, ${fr.number(p.ordered)} en cinq semaines contre ${fr.number(p.lastYear)} il y a un an : avisez le fournisseur avant l’envoi.`,
    limits: {
      'minimum-order': (p) => `Le fournisseur envoie au moins ${fr.number(p.minimumOrder)}.`,
      'maximum-order': (p) =>
        `Le fournisseur envoie au plus ${fr.number(p.maximumOrder)} à la fois.`,
      expiry: (p) =>
        `Ce qui est livré peut être remis pendant environ ${days(p.lifeDays)} : neuf fois sur dix, ${fr.number(p.usedBeforeExpiry)} seront utilisés d’ici là, donc au plus ${fr.number(p.allowed)} de plus.`,
    },
    terms: (p) =>
      `${fr.name(p.supplier)} livre en ${days(p.leadTimeDays)}; une commande tous les ${days(p.reviewDays)}.`,
    termsUntil: (p) =>
      `${fr.name(p.supplier)} livre en ${days(p.leadTimeDays)}, ${p.taken}. Une commande faite maintenant part avec celles de ${fr.deadline(p.next)}.`,
    usualTerms: (p) =>
      `Personne n’a noté comment c’est livré : on suppose une livraison en ${days(p.leadTimeDays)} et une commande tous les ${days(p.reviewDays)}.`,
    probabilities: 'Combien suffit',
    probabilitiesHint: (p) => `jusqu’au ${fr.weekday(p.day)}`,
    enoughIn: 'Fois sur 100',
    units: 'Unités',
    tooFew: 'Trop peu de données pour prévoir : il faut quatre semaines et huit jours d’usage.',
  },
}
