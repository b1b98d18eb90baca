// What donors bring: food every week, hygiene every month, clothes when students move.
import { addDays, type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { logDonation } from '#src/donations/log-donation.ts'
import { incoming } from './lots.ts'
import { placeOf, recordingAt, type Scene } from './scene.ts'

type Range = readonly [least: number, most: number]

export type Gift = {
  readonly donor: string
  readonly comes: (day: Day) => boolean
  readonly brings: Readonly<Record<string, Range>>
  /** Dollars it is said to be worth. */
  readonly worth: Range | null
  readonly place: string
  /** Days its goods have left, where they are fewer than usual. */
  readonly life?: number
  /** Chance that it is written down a day or more after. */
  readonly late: number
}

const firstOfMonth = (weekday: number) => (day: Day) =>
  weekdayOf(day) === weekday && Number(day.slice(8)) <= 7
const isIn = (months: readonly number[]) => (day: Day) => months.includes(Number(day.slice(5, 7)))

const gifts: readonly Gift[] = [
  {
    ...{ donor: 'Moisson du quartier', comes: (day) => weekdayOf(day) === 3, late: 0.05 },
    ...{ place: 'drop-in-shelves', worth: [320, 520], brings: { groc: [28, 44] } },
  },
  {
    ...{ donor: 'Moisson du quartier', comes: firstOfMonth(2), late: 0.1, place: 'central' },
    ...{ worth: [90, 200], brings: { juice: [48, 120], bar: [24, 96], bottle: [24, 72] } },
  },
  {
    ...{ donor: 'Pharmacie du Village', comes: firstOfMonth(5), late: 0.2, place: 'central' },
    worth: [60, 160],
    brings: { deo: [6, 18], tooth: [12, 36], razor: [20, 60], soap: [12, 36] },
  },
  {
    ...{ donor: 'Église Saint-Luc', late: 0.3, place: 'central', worth: null },
    comes: (day) => firstOfMonth(1)(day) && isIn([10, 11, 12, 1, 2])(day),
    brings: { sock: [24, 60], coat: [4, 12] },
  },
  {
    ...{ donor: 'Collecte des étudiants', late: 0.5, place: 'central', worth: null },
    comes: (day) => firstOfMonth(4)(day) && isIn([5, 9])(day),
    brings: { tee: [30, 70], undm: [12, 36], sock: [12, 48] },
  },
]

/** The donations of a morning; some are put on the pile and typed in days later. */
export async function donationsOf(tx: Tx, scene: Scene, day: Day) {
  for (const gift of gifts.filter(({ comes }) => comes(day))) {
    if (scene.random.chance(gift.late)) {
      const typedOn = addDays(day, scene.random.between(1, 4))
      scene.agenda.plan(typedOn, (later, today) => donate(later, scene, { gift, day, today }))
    } else await donate(tx, scene, { gift, day, today: day })
  }
}

type Donating = { readonly gift: Gift; readonly day: Day; readonly today: Day }

/** @returns the entry, for taking it back */
export async function donate(tx: Tx, scene: Scene, { gift, day, today }: Donating) {
  const { random } = scene
  const life = gift.life === undefined ? {} : { life: gift.life }
  const recording = recordingAt(scene, { day: today, time: '10:20', by: 'Sam' })
  const { entryId } = await logDonation(
    tx,
    {
      ...{ requestId: recording.requestId, donor: gift.donor, receivedOn: day },
      placeId: placeOf(scene, gift.place),
      value: gift.worth && random.between(...gift.worth) * 100,
      lines: Object.entries(gift.brings).map(([code, range], index) => ({
        row: incoming(scene, { code, quantity: random.between(...range), day, ...life }),
        index,
      })),
    },
    recording,
  )
  return entryId
}
