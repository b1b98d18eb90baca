// One simulated day, in the order of its hours.
import { type Day, weekdayOf } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { afternoonOf } from './afternoon.ts'
import { besideShifts } from './beside.ts'
import { beginCount, countsOf } from './counts.ts'
import { donationsOf } from './donations.ts'
import { eveningOf } from './evening.ts'
import { kitsOf } from './kits.ts'
import { lossesOf } from './losses.ts'
import { ordersOf } from './orders.ts'
import { roughGoodsOf } from './rough.ts'
import { busyness, type Scene } from './scene.ts'
import type { Span } from './settle.ts'
import { sharpsOf } from './sharps.ts'

export async function playDay(tx: Tx, scene: Scene, span: Span & { readonly day: Day }) {
  const { day } = span
  const isOfficeOpen = weekdayOf(day) <= 5 && busyness(scene, 'outreach', day) > 0
  if (isOfficeOpen) {
    for (const task of scene.agenda.due(day)) await task(tx, day)
    await donationsOf(tx, scene, day)
    await ordersOf(tx, scene, span)
    await kitsOf(tx, scene, day)
    await countsOf(tx, scene, day)
    await lossesOf(tx, scene, day)
    await afternoonOf(tx, scene, span)
  }
  await besideShifts(tx, scene, span)
  await sharpsOf(tx, scene, span)
  if (day === span.last) await beginCount(tx, scene, day)
  if (busyness(scene, 'drop-in', day) > 0) {
    await eveningOf(tx, scene, day)
    await roughGoodsOf(tx, scene, day)
  }
}
