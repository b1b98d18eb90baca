import type { rationing as english } from '../en/rationing.ts'
import { fr } from '../format.ts'

const days = (count: number) => fr.plural(count, `${count} jour`, `${fr.number(count)} jours`)

type Line = Parameters<typeof english.posted.line>[0]

const doing = ({ there, moves, isBag }: Line) => {
  if (there === 0) return ''
  if (moves === 0) return ` (${fr.number(there)} sur place : laisser)`
  const act = moves < 0 ? 'rapporter' : isBag ? 'charger' : 'apporter'
  return ` (${fr.number(there)} sur place : ${act} ${fr.number(Math.abs(moves))})`
}

export const rationing: typeof english = {
  link: 'Partager ce qui manque',
  title: 'Partager ce qui manque',
  lead: 'Pour que chaque sac et chaque lieu ait autant de jours de ce qu’il lui faut. Rien n’est déplacé ni enregistré.',
  item: 'Article',
  choose: 'Choisir un article',
  shortNow: 'Ce qui manque',
  noneShort: 'Rien ne manque',
  noneShortHint: 'Choisissez un article pour voir comment il se partagerait.',
  available: 'Unités à partager',
  inStock: (p) => `${fr.number(p.units)} dans les réserves et sur les étagères`,
  until: 'Jusqu’au',
  untilHint: 'jour où il en arrive',
  share: 'Partager',
  enough: (p) =>
    `Il y en a assez : d’ici ${fr.weekday(p.until)}, il faut ${fr.units(p.units, p.item)}.`,
  short: (p) =>
    `${fr.units(p.available, p.item)} pour ${fr.number(p.lacking)} qu’il faudrait d’ici ${fr.weekday(p.until)}, en plus de ce qui est dans les sacs.`,
  noUse: 'Aucun usage prévu d’ici là',
  noUseHint: 'Choisissez un jour plus lointain, ou partagez à la main.',
  caption: 'Ce que chaque sac et chaque lieu reçoit',
  who: 'Sac ou lieu',
  need: 'Il faut',
  there: 'Sur place',
  gets: 'À avoir',
  moves: 'Déplacer',
  load: (p) => `charger ${fr.number(p.units)}`,
  bring: (p) => `apporter ${fr.number(p.units)}`,
  takeBack: (p) => `rapporter ${fr.number(p.units)}`,
  leave: 'rien',
  lasts: 'Dure',
  lastsDays: (p) =>
    `${fr.number(p.days)} jour${p.days < 2 ? '' : 's'} sur ${days(p.of).split(' ')[0]}`,
  left: 'Il en reste :',
  kits: (p) => `À assembler : ${fr.name(p.kit)}`,
  post: 'À afficher',
  postHint: 'Dans les deux langues : copiez, ou imprimez cette page.',
  posted: {
    heading: (p) =>
      `${fr.name(p.item)} : ${fr.number(p.available)} à partager d’ici ${fr.weekday(p.until)}.`,
    line: (p) => `${p.name} : ${fr.number(p.gets)}${doing(p)}`,
    foot: 'Tout le monde en a pour à peu près autant de jours.',
  },
}
