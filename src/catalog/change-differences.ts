// What a logged change changed: one difference a field, or a line of a list. Pure.
import type { Change } from '#src/db/change-log.ts'

export type Json = string | number | boolean | null

/** One field, or one line of a list, before and after; null where it was not there. */
export type Difference = {
  /** A column, or the list's own word: 'line', 'supply', 'week', 'order'. */
  readonly field: string
  /** Lines of lists: the item or the supplier the line is about. */
  readonly refersTo: number | null
  readonly before: Json | Row
  readonly after: Json | Row
}

export type Row = { readonly [field: string]: Json | readonly number[] }
type List = { readonly rows: readonly Row[] }

// Neither says anything of what the row is; a line's place is told as one difference of the list.
const silent = new Set(['id', 'version', 'removed', 'kind', 'position', 'snoozedBy'])

export function differences({ tableName, before, after }: Change): Difference[] {
  if (!('rows' in after)) {
    const row = after as Row
    return fieldDifferences(before as Row | null, 'removed' in row ? null : row)
  }
  const [from, to] = [(before as List | null)?.rows ?? [], (after as List).rows]
  switch (tableName) {
    case 'par_line':
    case 'first_visit_line':
      return [
        ...lineDifferences('line', 'itemId', from, to),
        ...orderDifference('itemId', from, to),
      ]
    case 'route_stop':
      return [
        ...lineDifferences('stop', 'venueId', from, to),
        ...orderDifference('venueId', from, to),
      ]
    case 'order_line':
      return lineDifferences('line', 'itemId', from, to)
    case 'item_supply':
      return lineDifferences('supply', 'supplierId', from, to)
    case 'service_pattern':
      return weekDifferences(from, to)
    default:
      return fieldDifferences(from[0] ?? null, to[0] ?? null)
  }
}

function fieldDifferences(before: Row | null, after: Row | null): Difference[] {
  const fields = Object.keys({ ...before, ...after }).filter((field) => !silent.has(field))
  return fields
    .map((field) => ({
      ...{ field, refersTo: null },
      before: (before?.[field] ?? null) as Json,
      after: (after?.[field] ?? null) as Json,
    }))
    .filter((each) => each.before !== each.after)
}

function lineDifferences(
  field: string,
  key: string,
  before: readonly Row[],
  after: readonly Row[],
): Difference[] {
  const keys = [...new Set([...before, ...after].map((row) => Number(row[key])))]
  const find = (rows: readonly Row[], id: number) => rows.find((row) => row[key] === id) ?? null
  return keys
    .map((id) => ({ field, refersTo: id, before: find(before, id), after: find(after, id) }))
    .filter((each) => fieldDifferences(each.before, each.after).length > 0)
}

/** Told only when the same lines stand in another order. */
function orderDifference(
  key: 'itemId' | 'venueId',
  before: readonly Row[],
  after: readonly Row[],
): Difference[] {
  const order = (rows: readonly Row[]) =>
    [...rows].sort((a, b) => Number(a.position) - Number(b.position)).map((row) => row[key])
  const stayed = (rows: readonly Row[], others: readonly Row[]) =>
    order(rows).filter((id) => others.some((row) => row[key] === id))
  const isSame = stayed(before, after).join() === stayed(after, before).join()
  return isSame ? [] : [{ field: 'order', refersTo: null, before: null, after: null }]
}

/** A week of one service from a day on, as the days it opens. */
function weekDifferences(before: readonly Row[], after: readonly Row[]): Difference[] {
  const [from, to] = [weeks(before), weeks(after)]
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((key) => ({
      ...{ field: 'week', refersTo: null },
      before: from.get(key) ?? null,
      after: to.get(key) ?? null,
    }))
    .filter((each) => `${each.before?.weekdays}` !== `${each.after?.weekdays}`)
}

function weeks(rows: readonly Row[]): Map<string, Row & { readonly weekdays: readonly number[] }> {
  const found = new Map<string, Row & { weekdays: number[] }>()
  for (const { stream, startsOn, weekday, open } of rows) {
    const key = `${stream} ${startsOn}`
    const week = found.get(key) ?? {
      stream: stream ?? null,
      startsOn: startsOn ?? null,
      weekdays: [],
    }
    found.set(key, week as Row & { weekdays: number[] })
    if (open) (week.weekdays as number[]).push(Number(weekday))
  }
  for (const week of found.values()) week.weekdays.sort()
  return found
}
