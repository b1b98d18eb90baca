// On Mondays somebody builds the kits that the next rounds will need.
import { starterRecipes } from '#src/catalog/starter-recipes.ts'
import { type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { buildKits } from '#src/kits/build-kits.ts'
import { kits } from '#src/kits/queries.ts'
import { itemOf, placeOf, recordingAt, type Scene } from './scene.ts'

/** Builds what the kits page suggests, one kit after the other, when it is worth the trouble. */
export async function kitsOf(tx: Tx, scene: Scene, day: Day) {
  if (weekdayOf(day) !== 1) return
  for (const { kit: code } of starterRecipes) {
    const kitId = itemOf(scene, code).id
    // Read again each time: kits share components.
    const found = (await kits(tx, day)).kits.find(({ kit }) => kit.id === kitId)
    if (!found || found.suggested < 4) continue
    const recording = recordingAt(scene, { day, time: '13:30', by: 'Sam' })
    const { requestId } = recording
    const form = { requestId, placeId: placeOf(scene, 'central'), quantity: found.suggested }
    await buildKits(tx, kitId, form, recording)
  }
}
