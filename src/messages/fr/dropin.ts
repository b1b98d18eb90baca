import type { dropin as english } from '../en/dropin.ts'
import { fr } from '../format.ts'

export const dropin: typeof english = {
  title: 'Le site fixe ce soir',
  headcount: 'Personnes présentes',
  closed: (p) => `Fermé ce soir selon le calendrier${p.reason === null ? '' : ` (${p.reason})`}.`,
  opensOn: (p) => `Prochain soir : ${fr.weekday(p.day)}.`,
  counts: 'On peut noter quand même.',
  busier: (p) =>
    `Le calendrier prévoit × ${fr.decimal(p.factor)} ce soir${p.reason === null ? '' : ` (${p.reason})`}.`,
  toCalendar: 'Calendrier',
  empty:
    'Il n’y a rien sur les étagères : apportez du matériel de la réserve, ou faites une liste.',
  earlier: 'Soirées précédentes',
}
