import { and, asc, between, desc, eq, exists, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { monthOf } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import {
  categories,
  consumptionByDay,
  entry,
  item,
  location,
  lot,
  movement,
  streams,
} from '#src/db/schema/index.ts'
import { monthlyUse } from '#src/ledger/consumption.ts'
import { monthsFrom } from '#src/report-period.ts'
import type { CellFilter, DistributionFilter } from './form.ts'
import { useRows } from './use-table.ts'

/** Items as reports list them, retired ones too: what they gave stays true. */
export async function itemsByCategory(db: Db) {
  const items = await db
    .select({
      id: item.id,
      code: item.code,
      nameFr: item.nameFr,
      nameEn: item.nameEn,
      unitFr: item.unitFr,
      unitEn: item.unitEn,
      category: item.category,
    })
    .from(item)
    .orderBy(asc(item.id))
  return items.sort((a, b) => categories.indexOf(a.category) - categories.indexOf(b.category))
}

async function venuesOf(db: Db) {
  return db
    .select({
      id: location.id,
      nameFr: location.nameFr,
      nameEn: location.nameEn,
      role: location.role,
      stream: location.stream,
    })
    .from(location)
    .where(eq(location.kind, 'venue'))
    .orderBy(asc(location.role), asc(location.id))
}

export type VenueName = Awaited<ReturnType<typeof venuesOf>>[number]

/** A column of the distribution: one venue, or all venues of a kind. */
export type VenueColumn = { readonly key: string; readonly venue: VenueName }

/** Items by venues, or by kinds of venue, over a span: three statements, whatever the history. */
export async function distribution(db: Db, { by, stream, from, to }: DistributionFilter) {
  const uses = await monthlyUse(db, { from, to, stream })
  const venues = await venuesOf(db)
  const known = new Map(venues.map((venue) => [venue.id, venue]))
  const keyOf = (venueId: number) =>
    by === 'venue' ? `${venueId}` : (known.get(venueId)?.role ?? '')
  const used = new Set(
    uses.filter(({ quantity }) => quantity !== 0).map(({ venueId }) => keyOf(venueId)),
  )
  const columns = new Map(venues.map((venue) => [keyOf(venue.id), { key: keyOf(venue.id), venue }]))
  const shown: VenueColumn[] = [...columns.values()].filter(({ key }) => used.has(key))
  const months = monthsFrom(monthOf(from), monthOf(to))
  const rows = useRows(uses, {
    items: await itemsByCategory(db),
    columns: shown.map(({ key }) => key),
    months,
    columnOf: ({ venueId }) => keyOf(venueId),
  })
  return { columns: shown, months, rows }
}

export type Distribution = Awaited<ReturnType<typeof distribution>>

const source = alias(location, 'from_place')
const target = alias(location, 'to_place')

/**
 * The entries behind one cell, latest recorded first, a page of `size`. Only the days on which the
 * item reached such a venue are looked at.
 */
export async function entriesOfCell(db: Db, cell: CellFilter, size: number) {
  const { itemId, from, to, before } = cell
  const isThere = venueCondition(cell)
  return db
    .select({
      id: movement.id,
      entryId: entry.id,
      kind: entry.kind,
      sign: entry.sign,
      reversesId: entry.reversesId,
      happenedOn: entry.happenedOn,
      recordedOn: entry.recordedOn,
      /** Base units; below zero where it came back from the venue. */
      quantity: sql<number>`case when ${target.kind} = 'venue' then ${movement.quantity} else -${movement.quantity} end`,
      from: { nameFr: source.nameFr, nameEn: source.nameEn },
      to: { nameFr: target.nameFr, nameEn: target.nameEn },
      lot: { kind: lot.kind, code: lot.code, expiresOn: lot.expiresOn },
    })
    .from(entry)
    .innerJoin(movement, eq(movement.entryId, entry.id))
    .innerJoin(lot, eq(lot.id, movement.lotId))
    .innerJoin(source, eq(source.id, movement.fromId))
    .innerJoin(target, eq(target.id, movement.toId))
    .where(
      and(
        between(entry.happenedOn, from, to),
        exists(daysOfCell(db, cell)),
        eq(movement.itemId, itemId),
        or(isThere(source), isThere(target)),
        before === null ? undefined : lt(movement.id, before),
      ),
    )
    .orderBy(desc(movement.id))
    .limit(size)
}

/** What they add up to, whatever the page: from the days, as every report has it. Base units. */
export async function unitsOfCell(db: Db, cell: CellFilter): Promise<number> {
  const [found] = await db
    .select({ units: sql<number>`coalesce(sum(${consumptionByDay.quantity}), 0)` })
    .from(consumptionByDay)
    .innerJoin(location, eq(location.id, consumptionByDay.venueId))
    .where(
      and(
        eq(consumptionByDay.itemId, cell.itemId),
        inArray(consumptionByDay.stream, [...streams]),
        between(consumptionByDay.day, cell.from, cell.to),
        venueCondition(cell)(location),
      ),
    )
  return found?.units ?? 0
}

/** The item reached such a venue on the day of the entry. */
function daysOfCell(db: Db, cell: CellFilter) {
  return db
    .select({ one: sql`1` })
    .from(consumptionByDay)
    .innerJoin(location, eq(location.id, consumptionByDay.venueId))
    .where(
      and(
        eq(consumptionByDay.itemId, cell.itemId),
        eq(consumptionByDay.day, entry.happenedOn),
        venueCondition(cell)(location),
      ),
    )
}

export type EntryOfCell = Awaited<ReturnType<typeof entriesOfCell>>[number]

type Place = typeof location | typeof source | typeof target

function venueCondition({ venueId, kind, stream }: CellFilter) {
  return (place: Place): SQL | undefined =>
    and(
      eq(place.kind, 'venue'),
      venueId === null ? undefined : eq(place.id, venueId),
      kind === null ? undefined : eq(place.role, kind),
      stream === null ? undefined : eq(place.stream, stream),
    )
}
