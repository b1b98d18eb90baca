// The evenings of a stretch of days: those that were held, with how many people came, and those that were
// planned. The calendar says which count as open; a coordinator may say otherwise.
import { and, between, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import {
  type Calendar,
  isOpenByPattern,
  openFactor,
  serviceCalendar,
} from '#src/catalog/calendar.ts'
import { type Day, daysFrom } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { location, visit } from '#src/db/schema/index.ts'

/**
 * coming: planned for today, and not begun. held: as planned. extra: held though the calendar has it closed. missed: planned, and nothing recorded.
 * closed: it would usually have been open, and the calendar says that it was not.
 */
export type EveningState = 'coming' | 'held' | 'extra' | 'missed' | 'closed'

export type Evening = {
  readonly day: Day
  readonly state: EveningState
  /** How much busier than usual it was planned to be; 0 closed. */
  readonly factor: number
  /** What the calendar gives as the reason it was unlike its week. */
  readonly reason: string | null
  readonly night: NightRow | null
}

type NightRow = { readonly id: number; readonly happenedOn: Day; readonly contacts: number }

type Span = { readonly from: Day; readonly to: Day; readonly today: Day }

/** Latest first, from `from` to `to`, both included. */
export async function eveningsOf(db: Db, span: Span) {
  const { from, to } = span
  const floor = sql`(select id from ${location} where role = 'drop-in-floor' limit 1)`
  const isNight = and(
    ...[eq(visit.venueId, floor), isNull(visit.shiftId), isNull(visit.takenBackOn)],
  )
  const nights = await db
    .select({ id: visit.id, happenedOn: visit.happenedOn, contacts: visit.contacts })
    .from(visit)
    .where(and(isNight, between(visit.happenedOn, from, to)))
  const [before] = await db
    .select({ day: visit.happenedOn })
    .from(visit)
    .where(and(isNight, lt(visit.happenedOn, from)))
    .orderBy(desc(visit.happenedOn))
    .limit(1)
  const evenings = eveningsFrom(await serviceCalendar(db), nights, span)
  return { evenings, hasEarlier: before !== undefined }
}

function eveningsFrom(
  calendar: Calendar,
  nights: readonly NightRow[],
  { from, to, today }: Span,
): Evening[] {
  const held = new Map(nights.map((night) => [night.happenedOn, night]))
  return daysFrom(from, to)
    .flatMap((day) => {
      const night = held.get(day) ?? null
      const factor = openFactor(calendar, 'drop-in', day)
      const isUsual = isOpenByPattern(calendar, 'drop-in', day)
      const isToday = day === today
      const state = stateOf({ isHeld: night !== null, isOpen: factor > 0, isUsual, isToday })
      const reason = calendar.exceptions['drop-in'].get(day)?.reason ?? null
      return state ? [{ day, state, factor, reason, night }] : []
    })
    .reverse()
}

type Known = {
  readonly isHeld: boolean
  readonly isOpen: boolean
  readonly isUsual: boolean
  readonly isToday: boolean
}

function stateOf({ isHeld, isOpen, isUsual, isToday }: Known): EveningState | null {
  if (isHeld) return isOpen ? 'held' : 'extra'
  if (isOpen) return isToday ? 'coming' : 'missed'
  return isUsual ? 'closed' : null
}
