import type { Day } from '#src/day.ts'
import { en, type Named, type Unit } from '../format.ts'

const days = (count: number) => en.plural(count, '1 day', `${en.number(count)} days`)

type Line = {
  readonly gets: number
  readonly there: number
  readonly moves: number
  isBag: boolean
}

/** What is to be done with what is there. */
const doing = ({ there, moves, isBag }: Line) => {
  if (there === 0) return ''
  if (moves === 0) return ` (${en.number(there)} there: leave it)`
  const act = moves < 0 ? 'take back' : isBag ? 'load' : 'bring'
  return ` (${en.number(there)} there: ${act} ${en.number(Math.abs(moves))})`
}

export const rationing = {
  link: 'Share what is short',
  title: 'Share what is short',
  lead: 'So that every bag and every site has as many days of what it needs. Nothing is moved or saved.',
  item: 'Item',
  choose: 'Choose an item',
  shortNow: 'Short now',
  noneShort: 'Nothing is short',
  noneShortHint: 'Choose an item to see how it would be shared.',
  available: 'Units to share',
  inStock: (p: { units: number }) => `${en.number(p.units)} in the stockrooms and on shelves`,
  until: 'Until',
  untilHint: 'when more comes',
  share: 'Share',
  enough: (p: { item: Unit; units: number; until: Day }) =>
    `There is enough: until ${en.weekday(p.until)}, ${en.units(p.units, p.item)} are needed.`,
  short: (p: { item: Unit; available: number; lacking: number; until: Day }) =>
    `${en.units(p.available, p.item)} for ${en.number(p.lacking)} that are needed until ${en.weekday(p.until)}, besides what bags hold.`,
  noUse: 'Nobody is expected to use any until then',
  noUseHint: 'Choose a later day, or share it by hand.',
  caption: 'What each bag and site gets',
  who: 'Bag or site',
  need: 'Needs',
  there: 'There',
  gets: 'To have',
  moves: 'Move',
  load: (p: { units: number }) => `load ${en.number(p.units)}`,
  bring: (p: { units: number }) => `bring ${en.number(p.units)}`,
  takeBack: (p: { units: number }) => `take back ${en.number(p.units)}`,
  leave: 'nothing',
  lasts: 'Lasts',
  lastsDays: (p: { days: number; of: number }) => `${en.number(p.days)} of ${days(p.of)}`,
  left: 'Left over:',
  kits: (p: { kit: Named }) => `To build: ${en.name(p.kit)}`,
  post: 'To post',
  postHint: 'In both languages: copy it, or print this page.',
  posted: {
    heading: (p: { item: Named & Unit; available: number; until: Day }) =>
      `${en.name(p.item)}: ${en.number(p.available)} to share until ${en.weekday(p.until)}.`,
    line: (p: Line & { name: string }) => `${p.name}: ${en.number(p.gets)}${doing(p)}`,
    foot: 'Everybody has about as many days of it.',
  },
}
