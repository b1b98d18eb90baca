import type { refusals as english } from '../en/refusals.ts'
import { fr } from '../format.ts'

export const refusals: typeof english = {
  savedAlready: () =>
    'Ce formulaire a déjà été enregistré, puis modifié. Ouvrez-en un nouveau, ou annulez ce qui est enregistré et recommencez.',
  stale: () =>
    'Quelqu’un d’autre vient de modifier ceci. Sa version est affichée ci-dessous; refaites votre changement.',
  notFound: () => 'Ceci n’existe plus. Revenez en arrière et choisissez de nouveau.',
  overdraft: () => 'Il en sortirait plus qu’il n’y en a. Vérifiez le stock et réessayez.',
  short: (p) =>
    `${fr.name(p.place)} a ${fr.units(p.available, p.item)} de ${fr.name(p.item)}, pas ${fr.number(p.wanted)}. Entrez au plus ${fr.number(p.available)}, ou faites d’abord l’inventaire du lieu.`,
  notAllowedThere: () =>
    'Un de ces articles ne peut pas aller là. La fiche de l’article dit où il peut aller.',
  bagIsOut: () => 'Ce sac est déjà sorti. Rapportez-le d’abord, ou choisissez-en un autre.',
  bagIsIn: () => 'Ce sac n’est plus sorti. Sa dernière sortie est fermée.',
  bagOwes: () =>
    'Il a été remis plus que le sac ne contenait. Dites au comptage d’où venaient ces unités.',
  noSuchEntry: () => 'Cette écriture n’existe pas. Revenez à la liste et choisissez de nouveau.',
  reversedAlready: (p) => `Ceci a déjà été annulé le ${fr.day(p.day)}.`,
  reversalShort: (p) =>
    `Impossible d’annuler : ${fr.name(p.place)} n’a plus que ${fr.units(p.available, p.item)} de ${fr.name(p.item)} sur ces ${fr.number(p.wanted)}.${
      p.use
        ? ` Le reste est sorti le ${fr.day(p.use.happenedOn)} (écriture ${p.use.id}) : annulez d’abord celle-là.`
        : ''
    }`,
}
