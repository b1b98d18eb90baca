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
  small: '<5',
  withheld: 'n.\u00a0d.',
  howSmall:
    '<5\u00a0: de 1 à 4. n.\u00a0d.\u00a0: non diffusé, parce qu’il trahirait un petit nombre. Personne ne peut ainsi être reconnu dans ces chiffres.',
  pages: {
    '/reports.csv': 'Rapport, tableur',
    '/reports/sheet': 'Rapport, à imprimer',
    '/distribution.csv': 'Distribution, tableur',
    '/drop-in/nights.csv': 'Soirées du site fixe, tableur',
    '/sharps/ratio.csv': 'Taux de récupération, tableur',
  },
}
