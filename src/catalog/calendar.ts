// When each service opens: a weekly pattern from a day on, and the days that differ from it. Forecasts
// count open days, so a closed night is never a night without demand.
import { asc, sql } from 'drizzle-orm'
import { addDays, type Day, daysFrom, weekdayOf } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { type Stream, serviceException, servicePattern, streams } from '#src/db/schema/index.ts'

export type Pattern = typeof servicePattern.$inferSelect
export type ServiceException = typeof serviceException.$inferSelect

/** Read once, asked for every day of every item: look-ups do not search. */
export type Calendar = {
  /** Of each stream and weekday (1 Monday … 7 Sunday), latest first. */
  readonly patterns: Readonly<Record<Stream, readonly (readonly Pattern[])[]>>
  readonly exceptions: Readonly<Record<Stream, ReadonlyMap<Day, ServiceException>>>
}

/** The calendar as it stands, in one statement: patterns and exceptions side by side, joined by nothing. */
export async function serviceCalendar(db: Db): Promise<Calendar> {
  const rows = await db
    .select({ pattern: servicePattern, exception: serviceException })
    .from(servicePattern)
    .fullJoin(serviceException, sql`false`)
    .orderBy(asc(serviceException.day))
  return calendarOf(
    rows.flatMap(({ pattern }) => pattern ?? []),
    rows.flatMap(({ exception }) => exception ?? []),
  )
}

/** The same from rows at hand. */
export function calendarOf(
  patterns: readonly Pattern[],
  exceptions: readonly ServiceException[],
): Calendar {
  const latestFirst = [...patterns].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
  return {
    patterns: forEachStream((stream) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) =>
        latestFirst.filter((each) => each.stream === stream && each.weekday === weekday),
      ),
    ),
    exceptions: forEachStream(
      (stream) =>
        new Map(
          exceptions.filter((each) => each.stream === stream).map((each) => [each.day, each]),
        ),
    ),
  }
}

/**
 * How much demand a day can bring against an ordinary open day: 0 closed, 1 ordinary, 1.6 busier.
 * A day before the first pattern is closed.
 */
export function openFactor(calendar: Calendar, stream: Stream, day: Day): number {
  const exception = calendar.exceptions[stream].get(day)
  if (exception) return exception.open ? exception.factorPercent / 100 : 0
  return isOpenByPattern(calendar, stream, day) ? 1 : 0
}

/** What the weekly pattern says of a day, exceptions aside. */
export function isOpenByPattern({ patterns }: Calendar, stream: Stream, day: Day): boolean {
  return patterns[stream][weekdayOf(day)]?.find(({ startsOn }) => startsOn <= day)?.open ?? false
}

/** The weekdays (1 Monday … 7 Sunday) of the week that holds on a day. */
export function usualWeek({ patterns }: Calendar, stream: Stream, asOf: Day): number[] {
  return [1, 2, 3, 4, 5, 6, 7].filter(
    (weekday) => patterns[stream][weekday]?.find(({ startsOn }) => startsOn <= asOf)?.open,
  )
}

/** What the calendar plans for a day of a service. */
export type Opening = {
  readonly stream: Stream
  /** 0 closed, 1 ordinary, 1.6 busier. */
  readonly factor: number
  /** Why it is unlike its usual week, where somebody wrote it. */
  readonly reason: string | null
  /** The next day that is open, within a year. */
  readonly nextOn: Day | null
}

export function openingOn(calendar: Calendar, stream: Stream, day: Day): Opening {
  const [nextOn = null] = openDays(calendar, stream, addDays(day, 1), addDays(day, 365))
  const reason = calendar.exceptions[stream].get(day)?.reason ?? null
  return { stream, factor: openFactor(calendar, stream, day), reason, nextOn }
}

/** The days from `from` to `to`, both included, on which the service opens. */
export function openDays(calendar: Calendar, stream: Stream, from: Day, to: Day): Day[] {
  return daysFrom(from, to).filter((day) => openFactor(calendar, stream, day) > 0)
}

function forEachStream<T>(of: (stream: Stream) => T): Record<Stream, T> {
  return Object.fromEntries(streams.map((stream) => [stream, of(stream)])) as Record<Stream, T>
}
