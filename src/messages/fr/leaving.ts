import type { leaving as english } from '../en/leaving.ts'

export const leaving: typeof english = {
  title: 'Ce qui est sorti',
  lead: 'Les tableurs et les rapports imprimés disent ce que des gens ont reçu. Qui en prend un est noté ici.',
  empty: 'Rien n’est encore sorti',
  emptyHint: 'Le premier tableur ou rapport imprimé paraîtra ici.',
  when: 'Quand',
  who: 'Qui',
  what: 'Quoi',
  asked: 'Demandé',
  pages: {
    '/reports.csv': 'Rapport, tableur',
    '/reports/sheet': 'Rapport, à imprimer',
    '/distribution.csv': 'Distribution, tableur',
    '/drop-in/nights.csv': 'Soirées du site fixe, tableur',
    '/sharps/ratio.csv': 'Taux de récupération, tableur',
  },
}
