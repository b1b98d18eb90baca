// What is seen, not counted: bread and produce in the kitchen, loose clothes in the clothing bank.
import { type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { observe } from '#src/ledger/observe.ts'
import { itemOf, placeOf, recordingAt, type Scene } from './scene.ts'

/** Full 3, half 2, low 1, empty 0. */
type Level = 0 | 1 | 2 | 3

type Sighting =
  | { readonly kind: 'intake' | 'use'; readonly amount: number }
  | { readonly kind: 'level'; readonly amount: Level }

type Rough = {
  readonly code: string
  readonly place: string
  /** Weekdays on which some comes in: 1 Monday … 7 Sunday. */
  readonly comesOn: readonly number[]
  readonly brings: readonly [least: number, most: number]
  /** Weekdays on which somebody says how much is left, with the levels seen then. */
  readonly seenOn: Readonly<Record<number, readonly Level[]>>
}

const roughItems: readonly Rough[] = [
  {
    ...{ code: 'bread', place: 'kitchen', comesOn: [3, 5], brings: [2, 5] },
    seenOn: { 3: [3, 3, 2], 4: [2, 1], 5: [3, 2], 6: [1, 0] },
  },
  {
    ...{ code: 'produce', place: 'kitchen', comesOn: [3], brings: [3, 7] },
    seenOn: { 3: [3], 5: [2, 2, 1], 6: [1, 1, 0] },
  },
  {
    ...{ code: 'loose', place: 'clothing-bank', comesOn: [2], brings: [0, 4] },
    seenOn: { 6: [3, 2, 2, 1] },
  },
]

export async function roughGoodsOf(tx: Tx, scene: Scene, day: Day) {
  const weekday = weekdayOf(day)
  const { random } = scene
  for (const rough of roughItems) {
    const brought = rough.comesOn.includes(weekday) ? random.between(...rough.brings) : 0
    if (brought > 0) await see(tx, scene, { rough, day, kind: 'intake', amount: brought })
    const levels = rough.seenOn[weekday]
    if (levels) await see(tx, scene, { rough, day, kind: 'level', amount: random.pick(levels) })
    if (levels && random.chance(0.3)) {
      await see(tx, scene, { rough, day, kind: 'use', amount: random.between(1, 3) })
    }
  }
}

type Seeing = Sighting & { readonly rough: Rough; readonly day: Day }

async function see(tx: Tx, scene: Scene, { rough, day, ...sighting }: Seeing) {
  const time = sighting.kind === 'intake' ? '10:45' : '21:40'
  const recording = recordingAt(scene, { day, time, by: 'Sam' })
  const placeId = placeOf(scene, rough.place)
  const form = { requestId: recording.requestId, happenedOn: day, placeId, ...sighting }
  await observe(tx, itemOf(scene, rough.code).id, form, recording)
}
