import type { whatIf as english } from '../en/what-if.ts'
import { fr, type Named, type Unit } from '../format.ts'

type Counted = { readonly pack: Named | null; readonly item: Unit }

const counted = (count: number, { pack, item }: Counted) =>
  pack ? `${fr.number(count)} ${fr.agreed(count, fr.name(pack))}` : fr.units(count, item)

export const whatIf: typeof english = {
  link: 'Et si?',
  title: (p) => `Et si? ${fr.name(p.item)}`,
  lead: 'Changez un nombre et voyez l’effet. Rien n’est enregistré.',
  suppose: 'Supposer',
  service: 'Suffit, fois sur 100',
  serviceHint: 'de 50 à 99',
  leadTime: 'Délai de livraison, en jours',
  review: 'Jours entre commandes',
  extra: 'Ouvert un jour de plus',
  noExtra: 'Non',
  opening: (p) => `${p.service}, ${p.weekday}`,
  cut: 'Arrivages en moins, %',
  cutHint: 'des commandes, de ce qui est en route et des dons',
  reckon: 'Recalculer',
  asItIs: 'Tel quel',
  answer: 'Réponse',
  same: (p) => `Commander autant : ${counted(p.after, p)}.`,
  stillNothing: 'Toujours rien à commander.',
  more: (p) =>
    `Commander ${counted(p.after - p.before, p)} de plus : ${fr.number(p.after)} au lieu de ${fr.number(p.before)}.`,
  fewer: (p) =>
    p.after === 0
      ? `Ne rien commander, au lieu de ${counted(p.before, p)}.`
      : `Commander ${counted(p.before - p.after, p)} de moins : ${fr.number(p.after)} au lieu de ${fr.number(p.before)}.`,
  chance: (p) =>
    p.supposed === p.saved
      ? `Ça dure jusqu’à la commande suivante ${fr.number(p.supposed)} fois sur 100, comme maintenant.`
      : `Ça dure jusqu’à la commande suivante ${fr.number(p.supposed)} fois sur 100, au lieu de ${fr.number(p.saved)}.`,
  comparedLine: 'Ligne mince : tel quel.',
  asNow: 'Tel quel',
  caption: 'Tel quel, et comme supposé',
  what: 'Quoi',
  now: 'Tel quel',
  supposed: 'Supposé',
  expected: 'Usage prévu jusqu’à la commande suivante',
  orderUpTo: 'Commander jusqu’à',
  needed: 'Il faut',
  order: 'Commander',
  arriving: 'Dont devrait arriver',
  lasts: 'Dure jusque vers, avec la commande',
  overAYear: 'plus d’un an',
  enough: 'Dure jusqu’à la commande suivante',
}
