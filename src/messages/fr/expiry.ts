import type { expiry as english } from '../en/expiry.ts'
import { fr } from '../format.ts'

const days = (count: number) => fr.plural(count, `${count} jour`, `${fr.number(count)} jours`)

export const expiry: typeof english = {
  title: 'À donner d’abord',
  link: (p) => (p.count > 0 ? `À donner d’abord (${fr.number(p.count)})` : 'À donner d’abord'),
  lead: (p) =>
    `Au rythme prévu, ${fr.plural(p.count, `${p.count} lot ne sera pas utilisé`, `${fr.number(p.count)} lots ne seront pas utilisés`)} à temps. Le premier à finir est en haut : remettez-le d’abord, où qu’il soit.`,
  caption: 'Lots qui ne seront pas utilisés à temps, le premier à finir d’abord',
  itemAndLot: 'Article, lot et lieu',
  lot: (p) => `Lot ${p.name}`,
  inPlace: (p) => `${p.place} ${fr.number(p.quantity)}`,
  giveBy: 'À donner au plus tard',
  inDays: (p) => (p.days === 0 ? 'aujourd’hui, dernier jour' : `dans ${days(p.days)}`),
  onHand: 'En main',
  unused: 'De reste',
  share: 'Remis, de reste',
  shareOf: (p) =>
    `Sur ${fr.units(p.quantity, p.item)}, ${fr.number(p.quantity - p.unused)} à remettre à temps et ${fr.number(p.unused)} de reste`,
  pace: 'Pour tout utiliser',
  paceOf: (p) => `${fr.decimal(p.needed)} par jour, et non ${fr.decimal(p.expected)}`,
  noForecast: 'trop peu de données pour un rythme : tout peut rester',
  daysAreOpen: 'Un jour est un jour ouvert.',
  empty: 'Tout sera utilisé à temps',
  emptyHint: 'Au rythme prévu, chaque lot daté sera remis avant son dernier jour.',
  board: 'À commander',
  file: 'a-donner-d-abord',
  columns: {
    code: 'Code',
    unit: 'Unité',
    lot: 'Lot',
    expiresOn: 'Périme le',
    giveBy: 'À donner au plus tard le',
    places: 'Lieux',
    onHand: 'En main',
    unused: 'De reste',
    needed: 'Par jour pour tout utiliser',
    expected: 'Par jour prévu',
  },
}
