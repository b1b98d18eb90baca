import type { venues as english } from '../en/venues.ts'
import { fr } from '../format.ts'

const days = (count: number) => fr.plural(count, `${count} jour`, `${fr.number(count)} jours`)

export const venues: typeof english = {
  title: 'Points de service',
  lead: 'Les plus en retard d’abord. Une visite sans remise compte aussi.',
  add: 'Ajouter un point de service',
  filter: 'Filtrer',
  kind: 'Genre de lieu',
  allKinds: 'Tous les genres',
  empty: 'Aucun point de service ici',
  emptyHint: 'La coordination les ajoute par un alias et un genre : jamais une adresse.',
  venue: 'Point de service',
  lastVisit: 'Dernière visite',
  never: 'Pas encore visité',
  daysAgo: (p) =>
    p.days === 0 ? 'aujourd’hui' : p.days === 1 ? 'hier' : `il y a ${fr.number(p.days)} jours`,
  due: 'À visiter',
  neverDue: 'Sans rythme fixé',
  overdue: (p) => `${days(p.days)} de retard`,
  dueToday: 'Aujourd’hui',
  dueIn: (p) => `dans ${days(p.days)}`,
  lastGiven: 'Ce qui a été remis',
  nothingGiven: 'Rien remis',
  given: (p) => `${fr.number(p.quantity)}\u00a0× ${fr.name(p.item)}`,
  every: (p) => `à visiter tous les ${p.days < 2 ? 'jours' : days(p.days)}`,
  startVisit: 'Noter une visite',
  byMonth: 'Ce qui a été remis, par mois',
  drawn: '12 mois',
  drawnLabel: (p) => `${fr.name(p.item)}, mois par mois : ${fr.units(p.total, p.item)} en tout`,
  nothingYet: 'Rien remis en 12 mois',
  nothingYetHint: 'Ce qui est remis ici sera additionné par mois.',
  visits: 'Visites',
  noVisit: 'Aucune visite',
  noVisitHint: 'Une visite se note à partir d’un sac sorti.',
  contacts: 'Personnes rencontrées',
}
