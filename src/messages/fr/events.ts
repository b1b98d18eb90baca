import type { events as english } from '../en/events.ts'
import { fr } from '../format.ts'

export const events: typeof english = {
  title: 'Événements et autres',
  lead: 'Ce qui est remis sans sac\u00a0: une soirée de clinique, un atelier, le voisinage, les contacts en ligne. Des nombres, jamais qui.',
  add: 'Nouvel événement',
  empty: 'Aucun événement pour l’instant',
  emptyHint:
    'Une soirée dentaire, un atelier, une vaccination en coulisses\u00a0: donnez-lui ses jours, puis notez ce qui est remis.',
  current: 'Événements',
  past: 'Événements passés',
  besides: 'À côté des sorties',
  besidesHint:
    'Le voisinage, les contacts en ligne et les domiciles sont des lieux de leur genre\u00a0: la coordination les ajoute par un alias.',
  record: 'Noter',
  recordAt: (p) => `Noter à ${p.place}`,
  last: (p) => `dernier ${fr.shortDay(p.day)}`,
  anyDay: 'aucun jour fixé',
  days: (p) => `du ${fr.shortDay(p.from)} au ${fr.shortDay(p.until)}`,
  from: (p) => `depuis ${p.stockroom}`,
  notYet: 'Cet événement n’a pas commencé\u00a0: ce qu’on y remet se note son jour.',
  over: (p) =>
    `Cet événement est passé\u00a0: ce qui est noté maintenant est gardé au ${fr.weekday(p.day)}.`,
  noStock: 'La réserve d’où vient le matériel est vide\u00a0: il n’y a rien à toucher.',
  startsOn: 'Premier jour de l’événement',
  endsOn: 'Dernier jour de l’événement',
}
