import type { dropin as english } from '../en/dropin.ts'

export const dropin: typeof english = {
  title: 'Le site fixe ce soir',
  headcount: 'Personnes présentes',
  empty:
    'Il n’y a rien sur les étagères : apportez du matériel de la réserve, ou faites une liste.',
  earlier: 'Soirées précédentes',
}
