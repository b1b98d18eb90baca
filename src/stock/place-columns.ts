// Which places get a column: those that hold something, all of them while they fit. Pure.
import type { Place } from '#src/catalog/places.ts'
import type { StockRow } from './stock-list.ts'

export type PlaceColumn = {
  /** Null for all bags in one column. */
  readonly place: Place | null
  readonly kind: 'stockroom' | 'bag'
  readonly ids: readonly number[]
}

const mostColumns = 6

/** A column a place that holds something; one for all bags when there would be too many. */
export function placeColumns(
  places: readonly Place[],
  rows: readonly StockRow[],
  only: number | undefined,
): PlaceColumn[] {
  const asked = places.filter(({ id }) => id === only)
  if (asked.length > 0) return asked.map(columnOf)
  const holding = places.filter(({ id }) => rows.some(({ usable }) => usable.has(id)))
  const [rooms, bags] = [holding.filter(isRoom), holding.filter((place) => !isRoom(place))]
  if (rooms.length + bags.length <= mostColumns) return [...rooms, ...bags].map(columnOf)
  const allBags = { place: null, kind: 'bag' as const, ids: bags.map(({ id }) => id) }
  return bags.length > 1 ? [...rooms.map(columnOf), allBags] : [...rooms, ...bags].map(columnOf)
}

/** Usable base units of a row in a column. */
export function inColumn({ usable }: StockRow, { ids }: PlaceColumn): number {
  return ids.reduce((sum, id) => sum + (usable.get(id) ?? 0), 0)
}

function columnOf(place: Place): PlaceColumn {
  return { place, kind: isRoom(place) ? 'stockroom' : 'bag', ids: [place.id] }
}

function isRoom({ kind }: Place): boolean {
  return kind === 'stockroom'
}
