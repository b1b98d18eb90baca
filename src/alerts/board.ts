import { advisedItems } from '#src/advice/advised-items.ts'
import { rememberedAnswer } from '#src/db/remembered.ts'
import type { BoardFilter } from './form.ts'
import { type Alert, alertsOf, isAsleep } from './queries.ts'
import { type Snooze, snoozes } from './snooze/queries.ts'
import { type Standing, worsened } from './snooze/worsened.ts'

/** Every item that is ordered, most pressing first: the same list while nothing was written. */
export const board = rememberedAnswer(async (asOf) => {
  const alerts = alertsOf(await advisedItems(asOf))
  return withSnoozes(alerts, await asOf.database.read((db) => snoozes(db, asOf.today)))
})

/** With who put what aside, and whether it has become worse since. */
export function withSnoozes(
  alerts: readonly Alert[],
  asleep: ReadonlyMap<number, Snooze>,
): readonly Alert[] {
  return alerts.map((alert) => {
    const snooze = asleep.get(alert.item.id)
    if (!snooze) return alert
    return { ...alert, snooze: { ...snooze, worse: worsened(snooze, standingOf(alert)) } }
  })
}

/** How it stands, to be compared with later. */
export function standingOf({ level, counted }: Alert): Standing {
  return {
    level,
    runsOutOn: counted?.runsOut?.on ?? null,
    usable: counted ? counted.usable : null,
  }
}

/** The items of a category and a service. What no known service asks for could be anybody's. */
export function filtered(
  alerts: readonly Alert[],
  { category, stream }: Pick<BoardFilter, 'category' | 'stream'>,
): readonly Alert[] {
  if (category === null && stream === null) return alerts
  return alerts.filter(
    ({ item, streams: known }) =>
      (category === null || item.category === category) &&
      (stream === null || known.length === 0 || known.includes(stream)),
  )
}

/** Those that are listed: what is put aside only where it is asked for. */
export function listed(alerts: readonly Alert[], level: BoardFilter['level']): readonly Alert[] {
  if (level === 'snoozed') return alerts.filter(isAsleep)
  return alerts.filter((alert) => !isAsleep(alert) && (level === null || alert.level === level))
}
