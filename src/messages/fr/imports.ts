import type { imports as english } from '../en/imports.ts'
import { fr } from '../format.ts'

export const imports: typeof english = {
  title: 'Importer',
  lead: 'À partir d’un tableur enregistré en CSV. Vous voyez ce qui serait ajouté avant que rien ne soit enregistré.',
  file: 'Fichier CSV',
  paste: 'Ou collez les lignes, avec leurs titres',
  mend: 'Ou corrigez les lignes ici',
  look: 'Regarder d’abord',
  kinds: { catalogue: 'Catalogue', opening: 'Stock de départ', 'past-use': 'Usage passé' },
  kindHints: {
    catalogue:
      'Les articles et leurs emballages : une ligne par article et emballage. Un article déjà là par son code est mis à jour.',
    opening: 'Ce qui est sur les tablettes le jour où le registre commence.',
    'past-use':
      'Ce qui a été remis avant le registre, pour que les prévisions partent d’un historique. Un mois (2026-03) est réparti sur ses jours d’ouverture. Un point de service absent est créé.',
  },
  columns: 'Colonnes',
  required: 'nécessaire',
  columnHints: {
    code: 'Court et unique; un article qui a ce code est mis à jour.',
    name_fr: 'Un des deux noms suffit.',
    name_en: 'Un des deux noms suffit.',
    unit_fr: 'Ce qui est compté, au singulier. Une langue suffit.',
    unit_en: 'Ce qui est compté, au singulier. Une langue suffit.',
    category:
      'prevention, injection, inhalation, sharps, naloxone, food, hygiene, clothing, print ou other',
    lots: 'none (sans lot), date (lots distingués par la date) ou number (numéro de lot et date)',
    expiry: 'none (aucune), hard (stricte) ou best-before (meilleur avant)',
    pack_fr: 'Nom d’un emballage; vide s’il n’y en a pas.',
    pack_en: 'Nom d’un emballage; vide s’il n’y en a pas.',
    pack_size: 'Unités dans l’emballage.',
    day: 'Le jour où c’était ainsi.',
    dayUse: 'Un jour, ou un mois entier qui est terminé.',
    place: 'Une réserve, par son nom.',
    item: 'Par son code ou un de ses noms.',
    quantity: 'En unités, entières.',
    lot: 'Si l’article est suivi par numéro de lot.',
    expires_on: 'Si l’article a une date limite.',
    venue: 'Par son alias; créé s’il est nouveau.',
    venue_kind:
      'street, bar, hotel, peep-show, strip-club, home, neighbour, online ou drop-in-floor',
  },
  sample: 'Exemple',
  preview: 'Avant d’enregistrer',
  wouldAdd: (p) =>
    `${fr.plural(p.rows, '1 ligne', `${fr.number(p.rows)} lignes`)} de ${p.kind.toLowerCase()}, rien à corriger.`,
  newVenues: (p) =>
    fr.plural(
      p.count,
      'Un nouveau point de service sera créé :',
      `${fr.number(p.count)} nouveaux points de service seront créés :`,
    ),
  problems: (p) =>
    fr.plural(p.count, 'Une chose est à corriger', `${fr.number(p.count)} choses sont à corriger`),
  problemsHint: 'Rien n’a été enregistré. Corrigez le fichier et choisissez-le de nouveau.',
  where: 'Où',
  column: 'Colonne',
  problem: 'À corriger',
  moreProblems: (p) => `Et ${fr.number(p.count)} de plus.`,
  importIt: 'Importer',
  importedBefore: (p) =>
    `Ce fichier même a été importé le ${fr.day(p.day)} : l’importer de nouveau n’ajoute rien.`,
  chooseAgain: 'Choisir un autre fichier',
  unreadable: {
    notCsv:
      'Ce n’est pas un fichier CSV lisible. Enregistrez la feuille en « CSV UTF-8 » et choisissez-la de nouveau.',
    empty:
      'Il n’y a aucune ligne dans ce fichier. La première ligne porte les titres, les suivantes les données.',
    unknownKind:
      'Les titres ne correspondent à aucune des trois sortes de fichier. Comparez-les à la liste des colonnes.',
    tooManyRows: 'Ce fichier a plus de 100 000 lignes. Séparez-le, par année par exemple.',
  },
  firstRows: 'Premières lignes',
  done: (p) => `${p.kind} : ${fr.number(p.rows)} lignes importées.`,
  /** The line of the file and its column; the row as a whole has none. */
  at: (p) => (p.column === '' ? `Ligne ${p.row}` : `Ligne ${p.row}, ${p.column}`),
}
