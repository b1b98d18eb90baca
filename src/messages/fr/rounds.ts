import type { rounds as english } from '../en/rounds.ts'
import { fr } from '../format.ts'

export const rounds: typeof english = {
  title: 'Parcours',
  lead: 'Des endroits dans l’ordre où on les visite, à choisir en prenant un sac.',
  add: 'Nouveau parcours',
  save: 'Enregistrer le parcours',
  empty: 'Aucun parcours pour l’instant',
  emptyHint:
    'Écrivez dans l’ordre les endroits d’un après-midi habituel\u00a0: la sortie dira alors où aller ensuite.',
  stops: 'Endroits, un par ligne, dans l’ordre',
  stopsHint: 'Déplacez une ligne pour changer l’ordre. Les endroits\u00a0:',
  retire: 'Retirer ce parcours',
  retireHint:
    'Un parcours retiré n’est plus proposé. Les sorties qui l’ont pris gardent leurs arrêts.',
  choose: 'Parcours',
  none: 'Sans parcours',
  planned: 'Sur le parcours',
  states: { done: 'fait', skipped: 'passé', next: 'prochain', later: '' },
  skip: 'Passer',
  skipThis: (p) => `Passer ${p.venue}`,
  unskip: 'S’arrêter quand même',
  unskipThis: (p) => `S’arrêter quand même à ${p.venue}`,
  elsewhere: 'Ailleurs',
  toGo: (p) =>
    p.count === 0
      ? 'Plus aucun arrêt.'
      : fr.plural(p.count, 'Reste 1 arrêt.', `Reste ${p.count} arrêts.`),
  perStop: (p) => `${fr.number(p.count)} par arrêt`,
  metered: (p) =>
    `reste ${fr.number(p.left)}, encore ${fr.plural(p.stops, '1 arrêt', `${p.stops} arrêts`)}\u00a0: ${fr.number(p.perStop)} par arrêt`,
}
