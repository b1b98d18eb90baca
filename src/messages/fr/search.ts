import type { search as english } from '../en/search.ts'

export const search: typeof english = {
  title: 'Chercher',
  what: 'Nom, code ou numéro de lot',
  go: 'Chercher',
  begin: 'Cherchez tout ce qui a un nom',
  beginHint:
    'Articles, lots, sacs, points de service, réserves, donateurs et fournisseurs. Avec ou sans accents.',
  nothing: (p) => `Rien ne s’appelle «\u00a0${p.q}\u00a0»`,
  nothingHint:
    'Essayez moins de lettres, ou le code court. Les noms sont déjà cherchés dans les deux langues.',
  seeAll: 'Voir tout le catalogue',
  shortcut: 'ouvre la recherche depuis toute page.',
  groups: {
    items: 'Articles',
    lots: 'Lots',
    bags: 'Sacs',
    venues: 'Points de service',
    stockrooms: 'Réserves',
    donors: 'Donateurs',
    suppliers: 'Fournisseurs',
  },
}
