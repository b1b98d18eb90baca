import type { sharps as english } from '../en/sharps.ts'
import { fr, type Named } from '../format.ts'

const litres = (p: { capacityMl: number }) => `${fr.exact(p.capacityMl / 1000)}\u00a0L`

const part: Readonly<Record<number, string>> = {
  ...{ 0: 'vide', 25: 'au quart', 50: 'à moitié plein', 75: 'aux trois quarts', 100: 'plein' },
}

const of = (containers: number, type: Named) => `${fr.number(containers)}\u00a0× ${fr.name(type)}`

const bacs = (count: number) => fr.plural(count, `${count} bac`, `${fr.number(count)} bacs`)

const rounded = (ratio: number) => fr.number(Math.round(ratio * 100))

export const sharps: typeof english = {
  title: 'Récupération',
  lead: 'Ce qui revient est un déchet, compté à part\u00a0: il ne se mêle jamais au stock.',
  notDone: 'Rien n’est fait',
  elsewhere: 'Le reste de la récupération',
  recovered: 'Récupéré',
  about: (p) => `environ ${fr.number(p.likely)} (de ${fr.number(p.low)} à ${fr.number(p.high)})`,
  methods: {
    count: 'compté',
    container: (p) => `${of(p.containers, p.type)}, ${part[p.fillPercent]}`,
    weight: (p) => `${fr.number(p.grams)}\u00a0g dans ${of(p.containers, p.type)}`,
  },
  measures: {
    legend: 'Ce qu’il y avait dedans',
    what: [
      ['0', 'Vide'],
      ['25', 'Au quart'],
      ['50', 'À moitié'],
      ['75', 'Aux trois quarts'],
      ['100', 'Plein'],
      ['count', 'Compté'],
      ['weight', 'Pesé'],
    ],
    amount: 'Combien, ou combien de grammes',
    amountHint:
      'Si c’est compté ou pesé. Pesez avec les contenants; n’en ouvrez jamais un pour compter.',
    type: 'Contenant',
    typeHint: 'Sans objet pour ce qui a été compté.',
    noType: 'Aucun\u00a0: c’est compté',
    containers: 'Combien de contenants',
    containersHint: 'Tous remplis de même; sinon, notez-les un par un.',
  },
  recoveries: {
    title: 'Ce qui est revenu',
    record: 'Noter ce qui est revenu',
    recordLead:
      'Rapporté au site fixe, ou remis à vous. Les bacs et les corvées ont leurs propres pages.',
    saveIt: 'Enregistrer ce qui est revenu',
    source: 'Venu de',
    sources: {
      'drop-in': 'Site fixe',
      people: 'Rapporté par des personnes',
      bin: 'Bac',
      'clean-up': 'Corvée',
    },
    empty: 'Rien n’est encore revenu',
    emptyHint: 'Notez un contenant rapporté\u00a0: son remplissage suffit.',
  },
  cleanUps: {
    title: 'Corvées de nettoyage',
    lead: 'Des tournées pour ramasser ce qui traîne dehors\u00a0: un secteur par son code, des personnes par leur nombre.',
    begin: 'Commencer une corvée',
    beginLead:
      'Notez le matériel qui sort. Ce qui est ramassé, et ce qui rentre, se note sur sa page.',
    beginIt: 'Commencer la corvée',
    empty: 'Aucune corvée pour l’instant',
    emptyHint: 'Commencez-en une au départ, ou notez-en une qui est finie.',
    of: (p) => `Corvée ${p.sector.replaceAll('-', '\u2011')}, ${p.day}`,
    who: (p) => `${fr.plural(p.people, '1 personne', `${fr.number(p.people)} personnes`)}.`,
    sum: (p) => `Ramassé\u00a0: ${p.sum}.`,
    sector: 'Secteur',
    sectorHint: 'Votre code, comme C-3; jamais une adresse.',
    people: 'Personnes',
    peopleHint: 'Combien y sont allées; aucun nom.',
    gearHead: 'Matériel',
    gearOut: 'Matériel sorti',
    gear: { gloves: 'Paires de gants', tongs: 'Pinces', containers: 'Contenants' },
    gearBack: 'Matériel rentré',
    gearBackHint:
      'Les gants et contenants inutilisés, et chaque pince. Vide\u00a0: pas encore compté.',
    gearBackOf: {
      gloves: 'Paires de gants rentrées',
      tongs: 'Pinces rentrées',
      containers: 'Contenants rentrés, inutilisés',
    },
    back: 'Matériel rentré',
    out: 'Matériel sorti',
    collected: 'Ce qui a été ramassé',
    collectedSave: 'Enregistrer le ramassage',
    edit: 'Matériel et corrections',
    saveIt: 'Enregistrer la corvée',
    cancel: 'Rayer\u00a0: elle n’a pas eu lieu',
    cancelled: 'Rayée',
  },
  ratio: {
    title: 'Taux de récupération',
    promise:
      'Ce qui est revenu par rapport aux seringues remises. Un chiffre de la communauté, jamais une condition\u00a0: personne n’a à en rapporter pour en recevoir.',
    years: 'Années',
    yearOf: (p) => `${p.year}-${p.year + 1}`,
    fromTo: (p) => `${p.from} à ${p.to}`,
    empty: 'Rien de remis ni de revenu cette année-là',
    emptyHint: 'Les seringues remises, et ce qui est récupéré, seront additionnés ici par mois.',
    noNeedle: 'Aucun article n’est marqué comme une aiguille\u00a0: rien ne compte comme remis.',
    sentence: (p) =>
      p.ratio === null
        ? `${fr.number(p.likely)} sont revenues; aucune n’est notée comme remise.`
        : `Pour 100 seringues remises, environ ${rounded(p.ratio.likely)} sont revenues (de ${rounded(p.ratio.low)} à ${rounded(p.ratio.high)})${p.isCurrent ? ' depuis le début de l’année' : ''}.`,
    drawn: 'Récupérées pour cent seringues remises, par mois',
    story: (p) =>
      p.rows
        .map(
          ({ month, ratio }) =>
            `${fr.month(month)}\u00a0: environ ${fr.percent(ratio?.likely ?? 0)}.`,
        )
        .join(' '),
    key: 'Le trait est le plus probable, la bande dit de combien il peut s’en falloir; en pointillé, un mois qui n’est pas fini.',
    month: 'Mois',
    soFar: (p) => `${p.month}, jusqu’ici`,
    given: 'Remises',
    total: 'L’année',
    percent: (p) =>
      p.isExact
        ? fr.percent(p.likely)
        : `environ ${fr.percent(p.likely)} (de ${fr.percent(p.low)} à ${fr.percent(p.high)})`,
    how: 'Comment c’est calculé',
    howGiven:
      'Remises\u00a0: ce que les points de service ont reçu de ces articles, seuls ou dans des trousses, selon la recette de leur lot.',
    howBack:
      'Revenues\u00a0: ce qui a été compté, ou lu au remplissage ou au poids des contenants; la fourchette est celle du type de contenant ce jour-là. Il en revient aussi d’ailleurs, et des nôtres reviennent ailleurs\u00a0: un mois peut dépasser 100\u00a0%.',
    howSent:
      'Dans le tableur, les mois où un nombre va de 1 à 4 ne sont pas diffusés, ni ceux qui les laisseraient deviner.',
    file: 'taux-de-recuperation',
    columns: [
      'Mois',
      'Remises',
      'Récupérées, au moins',
      'Récupérées, probable',
      'Récupérées, au plus',
      'Taux %, au moins',
      'Taux %, probable',
      'Taux %, au plus',
    ],
  },
  bins: {
    title: 'Bacs aux points de service',
    place: 'Placer un bac',
    placeIt: 'Placer le bac',
    placeLead:
      'Un bac qui reste à un point de service. Le contenant vide quitte le stock; ce qui revient dedans n’y retourne pas.',
    empty: 'Aucun bac pour l’instant',
    emptyHint: 'Placez le premier\u00a0: où, de quel type, et à quel rythme on le change.',
    noTypeHint: 'Le bureau ajoute d’abord les types de contenant.',
    due: (p) =>
      p.due === 0
        ? `${bacs(p.bins)}, rien à changer aujourd’hui.`
        : `${fr.number(p.due)} à changer, sur ${bacs(p.bins)}.`,
    container: 'Contenant',
    emptySince: 'Vide le',
    swapDue: 'À changer',
    neverDue: 'Sans rythme fixé',
    here: (p) => (p.bins === 1 ? 'Bac' : 'Bacs'),
    emptyOn: (p) => `vide le ${p.day}`,
    toSwap: 'Bac à changer',
    swap: 'Changer',
    swapIt: 'Enregistrer le changement',
    swapOf: (p) => `Changer le bac\u00a0: ${p.venue}`,
    since: (p) => `${fr.name(p.type)}, là depuis le ${p.day}.`,
    binOf: (p) => `${p.venue}\u00a0: ${fr.name(p.type)}`,
    chooseVenue: 'Choisir un point de service',
    swapEvery: 'À changer tous les … jours',
    swapEveryHint: 'Vide\u00a0: jamais à changer.',
    rhythm: 'À quel rythme',
    from: 'Le bac vide vient de',
    fromHint: 'Un contenant en sort, si c’est un de vos articles.',
    fromNowhere: 'Pas de notre stock',
    fromStock: 'Un contenant sorti du stock',
    outcome: 'Ce qui reste sur place',
    outcomes: { swapped: 'Un bac vide', removed: 'Rien\u00a0: le bac est retiré' },
    kinds: { placed: 'Placé', swapped: 'Changé', removed: 'Retiré' },
    gone: 'N’est plus là',
    history: 'Ce qui en a été fait',
    done: 'Ce qui a été fait',
  },
  types: {
    title: 'Types de contenant',
    lead: 'Combien d’objets tient un contenant, pour le lire à son remplissage ou à son poids.',
    editLead: 'Ce qui a été récupéré avant reste calculé comme il l’a été.',
    add: 'Ajouter un type de contenant',
    save: 'Enregistrer le type',
    empty: 'Aucun type de contenant',
    emptyHint:
      'Ajoutez les contenants que vous remettez et ramassez\u00a0: leur volume, et ce que tient un litre.',
    container: 'Contenant',
    newOnes: (p) => `Les neufs viennent de la réserve\u00a0: ${fr.name(p.item)}`,
    holds: 'Plein, il tient',
    full: (p) =>
      `environ ${fr.number(Math.round((p.capacityMl * p.densityLikely) / 1000))} dans ${litres(p)}`,
    perLitre: (p) =>
      `de ${fr.number(p.densityLow)} à ${fr.number(p.densityHigh)} par litre, d’habitude ${fr.number(p.densityLikely)}`,
    weighs: 'Il pèse',
    tare: (p) => `${fr.number(p.tareGrams)}\u00a0g vide`,
    each: (p) =>
      `un objet, de ${fr.exact(p.milligramsLight / 1000)} à ${fr.exact(p.milligramsHeavy / 1000)}\u00a0g, d’habitude ${fr.exact(p.milligramsLikely / 1000)}`,
    item: 'En réserve, les neufs sont',
    itemHint: 'Un nouveau bac à un point de service en prend alors un dans la réserve.',
    noItem: 'Aucun de nos articles',
    byVolume: 'D’après son remplissage',
    byVolumeHint:
      'Comptez-en un plein de temps en temps\u00a0: votre chiffre vaut mieux que celui d’un guide.',
    capacity: 'Volume en litres',
    densityLow: 'Objets par litre, peu tassés',
    densityLikely: 'D’habitude',
    densityHigh: 'Bien tassés',
    byWeight: 'D’après son poids',
    byWeightHint: 'Pesez-en un vide, puis cent objets.',
    tareGrams: 'Vide, en grammes',
    gramsLight: 'Un objet léger, en grammes',
    gramsLikely: 'Un objet ordinaire',
    gramsHeavy: 'Un objet lourd',
    retireHint: 'Il quitte les formulaires; les bacs et ce qui a été récupéré restent tels quels.',
  },
}
