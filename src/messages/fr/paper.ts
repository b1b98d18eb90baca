import type { paper as english } from '../en/paper.ts'

export const paper: typeof english = {
  title: (p) => `Feuille de décompte, ${p.bag}`,
  link: 'Feuille de décompte à imprimer',
  hint: 'Une page format lettre, pour un soir sans téléphone. Saisissez-la ensuite sous Saisie après coup.',
  day: 'Jour',
  who: 'Initiales',
  from: 'De – à',
  howTo:
    'Un trait par unité. N’écrivez jamais qui sont les gens\u00a0: des endroits et des nombres seulement.',
  place: 'Endroit',
  otherPlace: 'Un autre endroit',
  people: 'Pers.',
  table: 'Endroits et articles',
  notes: 'Autre chose\u00a0:',
  notesHint: 'endroit, combien, de quoi.',
  qr: (p) => `Saisie après coup, à ${p.address}`,
}
