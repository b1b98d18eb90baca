// What people ask for: means a visit and a night, with the year's seasons and the month's rhythm.
import type { Day } from '#src/day.ts'
import type { Venue } from './cast.ts'

type Means = Readonly<Record<string, number>>

/** Units asked for in one visit, on average, by the kind of venue. */
export const askedAtVenue: Readonly<Record<Venue['role'], Means>> = {
  street: {
    ...{ cond: 8, lube: 4, '1cc': 5, water: 3, crack: 1.3, inj: 0.4, nalox: 0.25 },
    ...{ juice: 3.5, bar: 3, card: 2, pamph: 1, bin14: 0.1, sock: 0.8 },
  },
  bar: { cond: 20, lube: 12, card: 4, pamph: 2, juice: 1 },
  hotel: {
    ...{ cond: 14, lube: 8, '1cc': 6, water: 3, crack: 1.5, bin14: 0.3, juice: 2, nalox: 0.3 },
  },
  'peep-show': { cond: 12, lube: 10, card: 2, energy: 1 },
  'strip-club': { cond: 10, lube: 5, juice: 2, energy: 2, card: 3 },
  home: { cond: 10, lube: 6, '1cc': 8, water: 6, nalox: 0.4, bin14: 0.5, juice: 1 },
}

/** Units that a neighbour puts on the counter in one go, on average. */
export const leftAtNeighbour: Means = { pamph: 14, card: 7 }

/** Units asked for by one person at the drop-in, on average. */
export const askedAtDropIn: Means = {
  ...{ cond: 2.2, lube: 1.3, '1cc': 1.2, crack: 0.12, nalox: 0.03, juice: 0.9, bottle: 0.5 },
  ...{ bar: 0.7, groc: 0.35, sock: 0.2, undm: 0.08, undl: 0.08, tee: 0.05, deo: 0.06, soap: 0.08 },
  ...{ shave: 0.04, razor: 0.1, tooth: 0.06, bin14: 0.02, pamph: 0.1, water: 0.3 },
}

/** Men at the drop-in on an ordinary night. */
export const ordinaryHeadcount = 25

/** Streets are busier in summer, the drop-in in winter. */
export function season(day: Day, stream: 'outreach' | 'drop-in'): number {
  const dayOfYear = (Number(day.slice(5, 7)) - 1) * 30.4 + Number(day.slice(8, 10))
  const summer = Math.cos(((dayOfYear - 197) / 365) * 2 * Math.PI)
  return stream === 'outreach' ? 1 + 0.22 * summer : 1 - 0.14 * summer
}

/** Cheques come on the first: the drop-in is quiet then and full at the end of the month. */
export function monthRhythm(day: Day): number {
  const dayOfMonth = Number(day.slice(8, 10))
  if (dayOfMonth <= 4) return 0.75
  return dayOfMonth >= 24 ? 1.2 : 1
}

/** Afternoons differ: Fridays are long, Mondays short. */
export const weekdayRhythm: Readonly<Record<number, number>> = {
  ...{ 1: 0.8, 2: 0.95, 3: 1, 4: 1.05, 5: 1.25, 6: 1.15, 7: 1 },
}
