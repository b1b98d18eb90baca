// Tonight at the drop-in: one visit row at the floor for the business day, made when a coordinator opens
// the night, or by the first thing recorded.
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { jsonRows } from '#src/db/json-rows.ts'
import { location, visit } from '#src/db/schema/index.ts'
import { openVisit } from '#src/ledger/start-visit.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

const shelves = alias(location, 'shelves')

/** A shared device of the night, for a coordinator to end. */
export type Device = {
  readonly id: number
  readonly device: string
  readonly startedAt: number
  readonly openedBy: string
}

export type Tonight = Awaited<ReturnType<typeof tonightAt>>
export type Night = typeof visit.$inferSelect

/** The floor where things are handed out, the shelves they come from, and the night of a day. */
export async function tonightAt(db: Db, day: Day) {
  const [found] = await db
    .select({
      ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      shelves: { id: shelves.id, nameFr: shelves.nameFr, nameEn: shelves.nameEn },
      night: getTableColumns(visit),
      devices: jsonRows<Device>(devices),
      /** The headcount before its last change; null before any. */
      contactsBefore,
    })
    .from(location)
    .innerJoin(shelves, eq(shelves.id, location.feederId))
    .leftJoin(
      visit,
      and(
        ...[eq(visit.venueId, location.id), isNull(visit.shiftId), eq(visit.happenedOn, day)],
        isNull(visit.takenBackOn),
      ),
    )
    .where(eq(location.role, 'drop-in-floor'))
    .limit(1)
  if (!found) throw new Error('this database has no drop-in floor with shelves')
  return found
}

const devices = sql`
  select json_object('id', night_session.id, 'device', device, 'startedAt', started_at,
    'openedBy', person.name) as row
  from night_session join person on person.id = night_session.opened_by_id
  where night_session.visit_id = visit.id order by night_session.id`

const contactsBefore = sql<number | null>`(
  select json_extract(before, '$.contacts') from change_log
  where table_name = 'visit' and row_id = visit.id and before is not null
  order by id desc limit 1)`

/**
 * Tonight, for somebody about to record: begun now when nothing was recorded yet.
 * @throws Refusal `nightClosed`
 */
export async function beginNight(tx: Tx, recording: Recording) {
  const at = await tonightAt(tx, recording.today)
  const night = at.night ?? (await begin(tx, at.id, recording))
  if (night.closedOn !== null) refuse('nightClosed', {})
  return { ...at, night }
}

/** A night without anything in it yet. */
export async function begin(tx: Tx, venueId: number, recording: Recording): Promise<Night> {
  const { today: happenedOn, period } = recording
  const { visit } = await openVisit(tx, { venueId, shiftId: null, happenedOn, period }, recording)
  return visit
}
