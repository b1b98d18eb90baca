// Now: a bag is out since an hour and a half, three stops are made and others are to come.
import { businessDay } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { goRound } from './afternoon.ts'
import { venues } from './cast.ts'
import { instantOf, type Scene } from './scene.ts'

const outSince = 95 * 60_000

export async function playToday(tx: Tx, scene: Scene, now: number) {
  const { timeZone, random } = scene
  const today = businessDay(now, { timeZone, endsAtHour: 5 })
  const leavesAt = Math.max(now - outSince, instantOf(today, '05:00', timeZone))
  const stops = random.some(
    venues.filter(({ role }) => role === 'street' || role === 'bar'),
    leavesAt === now - outSince ? 3 : 0,
  )
  await goRound(tx, scene, { bag: 'Sac bleu', people: ['Omar', 'Béa'], leavesAt, stops })
}
