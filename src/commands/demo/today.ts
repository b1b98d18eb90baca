// Now: a bag is out since an hour and a half, on its route; the office has put an alert aside; the drop-in is
// open where the calendar says so.

import { longestWaitDays } from '#src/alerts/snooze/form.ts'
import { snoozeAlert } from '#src/alerts/snooze/snooze-alert.ts'
import { addDays, businessDay, type Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { openNight } from '#src/dropin/nights/open-night.ts'
import { reorderFacts } from '#src/ledger/reorder-facts.ts'
import { skipStopAt } from '#src/ledger/skip-stop.ts'
import { itemAdvice } from '#src/planning/item-advice.ts'
import { goRound } from './afternoon.ts'
import { fillShelves, serve } from './evening.ts'
import { longRoute } from './rounds.ts'
import {
  busyness,
  instantOf,
  itemOf,
  onShelves,
  placeOf,
  recordingOf,
  type Scene,
} from './scene.ts'

const minute = 60_000
const outSince = 95 * minute

export async function playToday(tx: Tx, scene: Scene, now: number) {
  const today = businessDay(now, { timeZone: scene.timeZone, endsAtHour: 5 })
  await putAside(tx, scene, now)
  if (busyness(scene, 'drop-in', today) > 0) await openTonight(tx, scene, { today, now })
  await goOut(tx, scene, { today, now })
}

type Now = { readonly today: Day; readonly now: number }

/** Three stops are made, one is passed by, and others are to come. */
async function goOut(tx: Tx, scene: Scene, { today, now }: Now) {
  const leavesAt = Math.max(now - outSince, instantOf(today, '05:00', scene.timeZone))
  const stops = leavesAt === now - outSince ? longRoute.stops.slice(0, 3) : []
  const team = { bag: 'Sac bleu', people: ['Omar', 'Béa'], route: longRoute.name }
  const { shiftId } = await goRound(tx, scene, { ...team, leavesAt, stops })
  const passedBy = longRoute.stops[4]
  if (stops.length === 0 || !passedBy) return
  const skipping = { shiftId, venueId: placeOf(scene, passedBy.name), skipped: true }
  await skipStopAt(tx, skipping, recordingOf(scene, { at: now - 5 * minute, by: 'Omar' }))
}

/** What a donor brought far too much of is no news to anybody: until it gets worse. */
async function putAside(tx: Tx, scene: Scene, now: number) {
  const recording = recordingOf(scene, { at: now - 180 * minute, by: 'Chloé' })
  const { requestId, today } = recording
  const { id } = itemOf(scene, 'deo')
  const [facts] = await reorderFacts(tx, { today, itemIds: [id] })
  if (!facts) throw new Error('nobody orders deodorants')
  const { level } = itemAdvice(facts)
  const standing = { level, runsOutOn: null, usable: facts.usable }
  const untilOn = addDays(today, longestWaitDays)
  const form = { requestId, version: 0, wait: 'worse' as const, untilOn, ...standing }
  await snoozeAlert(tx, id, form, recording)
}

/** Once the doors are open, some have come and gone already. */
async function openTonight(tx: Tx, scene: Scene, { today, now }: Now) {
  const shelf = await onShelves(tx, scene, today)
  const filled = await fillShelves(tx, scene, { shelf, day: today })
  const at = now - 20 * minute
  await openNight(tx, { reason: null }, recordingOf(scene, { at, by: 'Chloé' }))
  if (at < instantOf(today, '18:30', scene.timeZone)) return
  await serve(tx, scene, { heads: 11, shelf, filled, at: now - 10 * minute })
}
