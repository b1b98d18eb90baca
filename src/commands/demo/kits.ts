// Twice a week somebody builds the kits that the next rounds will need.
import { type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { buildKits } from '#src/kits/build-kits.ts'
import { kits } from '#src/kits/queries.ts'
import { placeOf, recordingAt, type Scene } from './scene.ts'

const buildingDays = [1, 4]

/** Builds what the kits page suggests, when it is worth the trouble. */
export async function kitsOf(tx: Tx, scene: Scene, day: Day) {
  if (!buildingDays.includes(weekdayOf(day))) return
  for (const { kit, suggested } of await kits(tx, day)) {
    if (suggested < 4) continue
    const recording = recordingAt(scene, { day, time: '13:30', by: 'Sam' })
    const { requestId } = recording
    const form = { requestId, placeId: placeOf(scene, 'central'), quantity: suggested }
    await buildKits(tx, kit.id, form, recording)
  }
}
