import type { charts as english } from '../en/charts.ts'
import { fr } from '../format.ts'

export const charts: typeof english = {
  title: (p) => `${p.title}, du ${fr.shortDay(p.from)} au ${fr.day(p.to)}`,
  story: (p) =>
    `Le stock ${
      p.to === p.from
        ? `est resté à ${fr.units(p.to, p.item)}`
        : `est passé de ${fr.number(p.from)} à ${fr.units(p.to, p.item)}`
    }${p.deliveries.length > 0 ? `, avec ${arrivals(p)}` : ', sans arrivage'}.`,
  likelyEmpty: (p) =>
    p.isToday
      ? 'Vide probablement d’ici ce soir.'
      : `Vide probablement vers le ${fr.weekday(p.day)}.`,
  emptyBetween: (p) =>
    `Bande pâle : du ${fr.shortDay(p.from)} au ${fr.shortDay(p.to)}, neuf fois sur dix.`,
  emptyNotBefore: (p) => `Bande pâle : pas avant le ${fr.shortDay(p.from)}, neuf fois sur dix.`,
  emptySince: (p) => `Vide depuis le ${fr.weekday(p.day)}.`,
  emptyAllAlong: () => 'Vide tout du long.',
  noneUsable: () => 'Rien de ce qui est en main ne peut être remis.',
  notEmptyBy: (p) => `Ne devrait pas être vide avant le ${fr.weekday(p.day)}.`,
  orderUpTo: { word: 'commander', level: (p) => `jusqu’à ${fr.number(p.quantity)}` },
  goal: (p) => `Le niveau jusqu’où commander est ${fr.number(p.quantity)}.`,
  closing: 'À la fin du jour',
  cameIn: 'Arrivé',
  likely: 'Probable',
  lowHigh: 'Neuf fois sur dix',
  range: (p) => `de ${fr.number(p.low)} à ${fr.number(p.high)}`,
  spark: (p) =>
    `Stock des ${p.days} derniers jours ouverts; reste ${fr.number(p.left)}${
      p.ahead === 0
        ? ''
        : p.left <= 0
          ? ', vide'
          : p.emptyIn === null
            ? `, ne devrait pas être vide d’ici ${p.ahead} jours ouverts`
            : `, vide dans environ ${fr.plural(p.emptyIn, `${p.emptyIn} jour ouvert`, `${p.emptyIn} jours ouverts`)}`
    }`,
}

function arrivals({
  deliveries,
  hidden,
}: {
  deliveries: readonly { day: string; quantity: number }[]
  hidden: number
}) {
  const largest = deliveries.map(({ day, quantity }) => `${fr.number(quantity)} le ${fr.day(day)}`)
  const others = hidden > 0 ? [`${fr.number(hidden)} plus petits`] : []
  const one = deliveries.length + hidden === 1
  return `${one ? 'un arrivage de' : 'des arrivages de'} ${fr.list([...largest, ...others])}`
}
