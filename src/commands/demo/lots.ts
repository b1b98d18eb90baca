// The lots that goods come in: numbers and dates as they stand on real packs.
import type { ItemChoice } from '#src/catalog/items.ts'
import type { IncomingLine } from '#src/catalog/line-form.ts'
import { addDays, type Day } from '#src/day.ts'
import { itemOf, type Scene } from './scene.ts'

/** Days of life left when goods arrive; the others do not expire. */
const lifeDays: Readonly<Record<string, number>> = {
  ...{ cond: 1500, lube: 1000, '1cc': 1500, '3cc': 1500, water: 900, swab: 1000, nalox: 660 },
  ...{ juice: 270, energy: 330, bottle: 400, bar: 190, crack: 400, inj: 400 },
}

type Coming = {
  readonly code: string
  readonly quantity: number
  readonly day: Day
  /** Days it has left, where they are fewer than usual. */
  readonly life?: number
}

/** A line of goods that come in on a day. */
export function incoming(scene: Scene, { code, quantity, day, life }: Coming): IncomingLine {
  const item = itemOf(scene, code)
  const lot = lotOf(scene, item, day)
  return { item, quantity, ...lot, ...(life && { expiresOn: addDays(day, life) }) }
}

/** A new lot of an item: a fresh number, and the last day of a month. */
export function lotOf({ random }: Scene, item: ItemChoice, day: Day) {
  const life = lifeDays[item.code]
  const expiresOn = life && item.lots !== 'none' ? monthEnd(addDays(day, life)) : null
  const lotCode =
    item.lots === 'number'
      ? `${random.pick(letters)}${day.slice(2, 4)}-${random.between(100, 999)}`
      : ''
  return { lotCode, expiresOn }
}

const letters = ['A', 'B', 'K', 'N', 'T'] as const

function monthEnd(day: Day): Day {
  return addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1)
}
