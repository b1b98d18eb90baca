import { advisedItems } from '#src/advice/advised-items.ts'
import { remembered } from '#src/db/remembered.ts'
import type { BoardFilter } from './form.ts'
import { type Alert, alertsOf } from './queries.ts'

/** Every item that is ordered, most pressing first: the same list while nothing was written. */
export const board = remembered(async (db, asOf) => alertsOf(await advisedItems(db, asOf)))

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
