import type { distribution as english } from '../en/distribution.ts'
import { fr } from '../format.ts'

export const distribution: typeof english = {
  title: 'Distribution',
  caption: 'Unités de chaque article remises dans chaque lieu',
  filter: 'Filtrer',
  period: 'Période',
  from: 'Du',
  to: 'Au',
  fromTo: (p) => `du ${fr.day(p.from)} au ${fr.day(p.to)}`,
  twelveMonths: '12 mois',
  by: 'Colonnes',
  byKind: 'Genres de lieu',
  byVenue: 'Chaque point de service',
  stream: 'Service',
  allStreams: 'Tous les services',
  byMonth: 'Par mois',
  empty: 'Rien n’a été remis pendant cette période',
  emptyHint: 'Choisissez une autre période ou un autre service. Ce qui est remis s’additionne ici.',
  entriesOf: (p) => `${fr.name(p.item)} : les écritures`,
  addUpTo: (p) => `Leur somme : ${fr.units(p.units, p.item)}.`,
  noEntries: 'Aucune écriture ne compose ce chiffre',
  what: 'Quoi',
  way: 'De, vers',
  file: 'distribution',
}
