// A night as its sheet shows it: how many people, what moved, what was asked for in vain, what was noted of
// the kitchen. From the rollup, so that what was taken back is out of it.
import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '#src/db/gate.ts'
import { jsonRows } from '#src/db/json-rows.ts'
import {
  consumptionByDay,
  entry,
  item,
  location,
  parLine,
  unmet,
  visit,
} from '#src/db/schema/index.ts'
import type { Named } from '#src/messages/index.ts'
import { roughItems } from '../kitchen.ts'

const shelves = alias(location, 'shelves')

export type NightSheet = NonNullable<Awaited<ReturnType<typeof nightSheet>>>
export type Moved = NightSheet['moved'][number]

/** The night of a visit, with everything on its sheet; null where there is no such night. */
export async function nightSheet(db: Db, visitId: number) {
  const [night] = await db
    .select({
      ...getTableColumns(visit),
      shelves: { id: shelves.id, nameFr: shelves.nameFr, nameEn: shelves.nameEn },
    })
    .from(visit)
    .innerJoin(location, and(eq(location.id, visit.venueId), eq(location.role, 'drop-in-floor')))
    .innerJoin(shelves, eq(shelves.id, location.feederId))
    .where(and(eq(visit.id, visitId), isNull(visit.shiftId), isNull(visit.takenBackOn)))
  if (!night) return null
  const rough = await roughItems(db, night.happenedOn)
  return {
    night,
    moved: await movedOn(db, night),
    late: await recordedLater(db, night.id),
    rough: rough.filter(({ seen }) => seen.length > 0),
  }
}

/** Hand-outs that were typed in on a later day and still count, latest first. */
async function recordedLater(db: Db, visitId: number) {
  return db
    .select({
      ...{ id: entry.id, recordedOn: entry.recordedOn },
      given: jsonRows<Named & { readonly quantity: number }>(sql`
        select json_object('nameFr', item.name_fr, 'nameEn', item.name_en,
          'quantity', sum(movement.quantity)) as row
        from movement join item on item.id = movement.item_id
        where movement.entry_id = entry.id group by item.id order by item.id`),
    })
    .from(entry)
    .where(
      and(
        ...[eq(entry.visitId, visitId), eq(entry.kind, 'hand-out'), isNull(entry.reversesId)],
        sql`${entry.recordedOn} > ${entry.happenedOn} and not exists (
          select 1 from entry as later where later.reverses_id = entry.id)`,
      ),
    )
    .orderBy(desc(entry.id))
}

type Night = {
  readonly id: number
  readonly happenedOn: string
  readonly venueId: number
  readonly shelves: { readonly id: number }
}

/** Items that were given or asked for, in the order of the tiles. */
async function movedOn(db: Db, { id, happenedOn, venueId, shelves }: Night) {
  const facts = sql`(
    select item_id, quantity as given, 0 as asked from ${consumptionByDay}
    where day = ${happenedOn} and stream = 'drop-in' and venue_id = ${venueId}
    union all
    select item_id, 0, case when reverses_id is null then quantity else -quantity end from ${unmet}
    where visit_id = ${id})`
  const sum = (column: string) =>
    sql<number>`(select coalesce(sum(${sql.raw(column)}), 0) from ${facts} where item_id = item.id)`
  const given = sum('given')
  const asked = sum('asked')
  return db
    .select({
      ...{ id: item.id, nameFr: item.nameFr, nameEn: item.nameEn },
      ...{ unitFr: item.unitFr, unitEn: item.unitEn },
      given,
      asked,
    })
    .from(item)
    .leftJoin(parLine, and(eq(parLine.itemId, item.id), eq(parLine.locationId, shelves.id)))
    .where(sql`item.id in (select item_id from ${facts}) and (${given} > 0 or ${asked} > 0)`)
    .orderBy(sql`${parLine.position} is null`, parLine.position, item.id)
}
