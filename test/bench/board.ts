// The board reckoned from nothing, as after a night or an edit: how long, and for how long at a stretch
// nobody else is answered.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { advisedAnew } from '#src/advice/advised-items.ts'
import { alertsOf } from '#src/alerts/queries.ts'
import { businessDay } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import { startOfTime, timeZone } from '#test/support/world.ts'

export type Reckoning = { readonly items: number; readonly ms: number; readonly blockMs: number }

export async function reckoning(database: Database): Promise<Reckoning> {
  const today = businessDay(startOfTime, { timeZone, endsAtHour: 5 })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  const alerts = alertsOf(await advisedAnew(database, { today }))
  const ms = performance.now() - start
  // The delay is seen when the loop turns next.
  await new Promise((turn) => setTimeout(turn, 10))
  delay.disable()
  return { items: alerts.length, ms, blockMs: delay.max / 1e6 }
}
