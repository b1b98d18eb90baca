// By when a supplier wants the orders that it fills together. Wall-clock days and hours of the
// programme's time zone throughout, so that a change of the clocks moves no deadline. Pure.
import { addDays, type Day, daysBetween, type WallTime, weekdayOf } from './day.ts'

export const deadlineIntervals = ['week', 'two-weeks', 'month'] as const
export type DeadlineInterval = (typeof deadlineIntervals)[number]

/** Orders are taken until `hour`, 1 to 24. A supplier without deadlines takes them on any day. */
export type OrderDeadlines = { readonly hour: number } & (
  | { readonly every: 'week' /** 1 Monday … 7 Sunday. */; readonly weekday: number }
  | { readonly every: 'two-weeks' /** Any one of the days, past or to come. */; readonly from: Day }
  | {
      readonly every: 'month'
      /** 1 to 31; in a month that is shorter, its last day. */
      readonly dayOfMonth: number
    }
)

/** The next two chances to order. */
export type OrderChances = {
  readonly next: WallTime
  readonly following: WallTime
  /** Calendar days between the two. */
  readonly reviewDays: number
}

/** The first deadline that has not passed yet, and the one after it. */
export function chancesToOrder(deadlines: OrderDeadlines, now: WallTime): OrderChances {
  const next = nextDeadline(deadlines, now)
  const following = nextDeadline(deadlines, endOf(next.day))
  return { next, following, reviewDays: daysBetween(next.day, following.day) }
}

/** The first deadline that has not passed: at its hour it has. */
export function nextDeadline(deadlines: OrderDeadlines, now: WallTime): WallTime {
  const { hour } = deadlines
  return { day: dayOnOrAfter(deadlines, now.hour < hour ? now.day : addDays(now.day, 1)), hour }
}

/** Every deadline from now to the end of `lastDay`. */
export function deadlinesUntil(
  deadlines: OrderDeadlines,
  now: WallTime,
  lastDay: Day,
): readonly WallTime[] {
  const found: WallTime[] = []
  let deadline = nextDeadline(deadlines, now)
  while (deadline.day <= lastDay) {
    found.push(deadline)
    deadline = nextDeadline(deadlines, endOf(deadline.day))
  }
  return found
}

/** As a supplier's terms hold them. */
export type DeadlineColumns = {
  readonly deadlineEvery: DeadlineInterval | null
  readonly deadlineDay: number | null
  readonly deadlineFrom: Day | null
  readonly deadlineHour: number | null
}

/** Null where orders are taken on any day. */
export function deadlinesIn(terms: DeadlineColumns): OrderDeadlines | null {
  const { deadlineEvery, deadlineDay, deadlineFrom, deadlineHour: hour } = terms
  if (deadlineEvery === null || hour === null) return null
  if (deadlineEvery === 'two-weeks') {
    return deadlineFrom === null ? null : { every: deadlineEvery, from: deadlineFrom, hour }
  }
  if (deadlineDay === null) return null
  return deadlineEvery === 'week'
    ? { every: deadlineEvery, weekday: deadlineDay, hour }
    : { every: deadlineEvery, dayOfMonth: deadlineDay, hour }
}

export function columnsOf(deadlines: OrderDeadlines | null): DeadlineColumns {
  return {
    deadlineEvery: deadlines?.every ?? null,
    deadlineDay:
      deadlines?.every === 'week'
        ? deadlines.weekday
        : deadlines?.every === 'month'
          ? deadlines.dayOfMonth
          : null,
    deadlineFrom: deadlines?.every === 'two-weeks' ? deadlines.from : null,
    deadlineHour: deadlines?.hour ?? null,
  }
}

function dayOnOrAfter(deadlines: OrderDeadlines, first: Day): Day {
  switch (deadlines.every) {
    case 'week':
      return addDays(first, modulo(deadlines.weekday - weekdayOf(first), 7))
    case 'two-weeks':
      return addDays(first, modulo(daysBetween(first, deadlines.from), 14))
    case 'month': {
      const here = dayInMonth(first, deadlines.dayOfMonth)
      return here >= first ? here : dayInMonth(nextMonth(first), deadlines.dayOfMonth)
    }
  }
}

/** In the month of `day`: this day of it, or its last. */
function dayInMonth(day: Day, dayOfMonth: number): Day {
  const last = addDays(nextMonth(day), -1)
  const wanted = `${day.slice(0, 8)}${String(dayOfMonth).padStart(2, '0')}`
  return wanted < last ? wanted : last
}

/** The first day of the month after. */
function nextMonth(day: Day): Day {
  return `${addDays(`${day.slice(0, 8)}28`, 4).slice(0, 8)}01`
}

function endOf(day: Day): WallTime {
  return { day, hour: 24 }
}

function modulo(days: number, length: number): number {
  return ((days % length) + length) % length
}
