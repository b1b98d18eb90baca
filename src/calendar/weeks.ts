// The calendar as it is drawn: weeks from Monday to Sunday. Pure.
import {
  type Calendar,
  isOpenByPattern,
  openFactor,
  type ServiceException,
  usualWeek,
} from '#src/catalog/calendar.ts'
import { addDays, type Day, daysFrom, monthOf, weekdayOf } from '#src/day.ts'
import { type Stream, streams } from '#src/db/schema/index.ts'

export type CalendarDay = {
  readonly day: Day
  /** 0 closed, 1 ordinary, 1.6 busier. */
  readonly factor: number
  /** Not as its usual week would have it. */
  readonly isUnlike: boolean
  readonly reason: string | null
  readonly isPast: boolean
}

export type ServiceWeeks = {
  readonly stream: Stream
  /** Five weeks from the Monday of this one. */
  readonly weeks: readonly (readonly CalendarDay[])[]
  /** A year of days from today. */
  readonly year: readonly CalendarDay[]
  /** How many days of that year are open. */
  readonly open: number
  readonly months: readonly {
    readonly month: string
    readonly open: number
    readonly unlike: number
  }[]
}

export function serviceWeeks(calendar: Calendar, today: Day): ServiceWeeks[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  return streams.map((stream) => {
    const dayOf = (day: Day): CalendarDay => ({
      ...{ day, factor: openFactor(calendar, stream, day), isPast: day < today },
      isUnlike: isUnlike(calendar, stream, day),
      reason: calendar.exceptions[stream].get(day)?.reason ?? null,
    })
    const year = daysFrom(today, addDays(today, 364)).map(dayOf)
    return {
      stream,
      weeks: [0, 1, 2, 3, 4].map((week) =>
        [0, 1, 2, 3, 4, 5, 6].map((weekday) => dayOf(addDays(monday, week * 7 + weekday))),
      ),
      year,
      open: year.filter(({ factor }) => factor > 0).length,
      months: monthsOf(year),
    }
  })
}

function isUnlike(calendar: Calendar, stream: Stream, day: Day): boolean {
  const usual = isOpenByPattern(calendar, stream, day) ? 1 : 0
  return openFactor(calendar, stream, day) !== usual
}

function monthsOf(year: readonly CalendarDay[]) {
  const months = new Map<string, { month: string; open: number; unlike: number }>()
  for (const { day, factor, isUnlike } of year) {
    const month = months.get(monthOf(day)) ?? { month: monthOf(day), open: 0, unlike: 0 }
    months.set(month.month, month)
    if (factor > 0) month.open += 1
    if (isUnlike) month.unlike += 1
  }
  return [...months.values()]
}

/** Days in a row that are unlike the others in the same way: a holiday week is one line. */
export type ExceptionRun = { readonly first: ServiceException; readonly until: Day }

export function exceptionRuns(exceptions: readonly ServiceException[]): ExceptionRun[] {
  const runs: { first: ServiceException; until: Day }[] = []
  for (const each of exceptions) {
    const open = runs.find(
      ({ first, until }) => addDays(until, 1) === each.day && isAlike(first, each),
    )
    if (open) open.until = each.day
    else runs.push({ first: each, until: each.day })
  }
  return runs
}

function isAlike(a: ServiceException, b: ServiceException): boolean {
  return (
    a.stream === b.stream &&
    a.open === b.open &&
    a.factorPercent === b.factorPercent &&
    a.reason === b.reason
  )
}

export type PatternStep = {
  readonly stream: Stream
  readonly startsOn: Day
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
}

/** What holds now and what is planned, by service: earlier weeks are history. */
export function patternSteps(calendar: Calendar, today: Day): PatternStep[] {
  return streams.flatMap((stream) => {
    const rows = calendar.patterns[stream].flat()
    const days = [...new Set(rows.map(({ startsOn }) => startsOn))].sort()
    const current = days.filter((day) => day <= today).at(-1)
    return days
      .filter((day) => day === current || day > today)
      .map((startsOn) => ({
        ...{ stream, startsOn },
        weekdays: usualWeek(calendar, stream, startsOn),
      }))
  })
}
