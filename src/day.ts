// Calendar days are 'YYYY-MM-DD' text everywhere. A business day ends at 05:00 local time, so that
// 01:30 belongs to the evening before. Instants are milliseconds since 1970, in UTC.

/** 'YYYY-MM-DD'. */
export type Day = string

export type Period = 'morning' | 'afternoon' | 'evening' | 'night'

/** A moment as the clock on the wall shows it, to the hour; 24 is the end of the day. */
export type WallTime = { readonly day: Day; readonly hour: number }

/** Where and when the programme's days turn. */
export type DayRule = { readonly timeZone: string; readonly endsAtHour: number }

/** The business day that `at` belongs to. */
export function businessDay(at: number, rule: DayRule): Day {
  const local = wallTime(at, rule.timeZone)
  return local.hour < rule.endsAtHour ? addDays(local.day, -1) : local.day
}

/** The part of the business day: all that is kept of the hour. */
export function periodOf(at: number, rule: DayRule): Period {
  const { hour } = wallTime(at, rule.timeZone)
  if (hour < rule.endsAtHour || hour >= 22) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

export function addDays(day: Day, days: number): Day {
  return isoDay(utcNoon(day) + days * dayLength)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utcNoon(to) - utcNoon(from)) / dayLength)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(utcNoon(day)).getUTCDay() || 7
}

/** 'YYYY-MM'. */
export function monthOf(day: Day): string {
  return day.slice(0, 7)
}

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): text is Day {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(utcNoon(text)) &&
    isoDay(utcNoon(text)) === text
  )
}

/** Every day from `first` to `last`, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const start = utcNoon(first)
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) =>
    isoDay(start + index * dayLength),
  )
}

const dayLength = 86_400_000

function utcNoon(day: Day): number {
  return Date.parse(`${day}T12:00:00Z`)
}

// Not toISOString: a page of charts asks for thousands of days, and this takes a third of the time.
function isoDay(at: number): Day {
  const date = new Date(at)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}

const localFormats = new Map<string, Intl.DateTimeFormat>()

// No time zone changes its hour within a quarter of one, and every request asks.
const quarter = 15 * 60_000
const lastShown = new Map<string, { readonly quarter: number; readonly shown: WallTime }>()

/** What the clocks of a time zone show at this instant; the hour from 0 to 23. */
export function wallTime(at: number, timeZone: string): WallTime {
  const asked = Math.floor(at / quarter)
  const last = lastShown.get(timeZone)
  if (last?.quarter === asked) return last.shown
  const shown = reckonedTime(at, timeZone)
  lastShown.set(timeZone, { quarter: asked, shown })
  return shown
}

/** The instant at which the clocks of a time zone show this; where they skip it, the hour before. */
export function instantOf({ day, hour }: WallTime, timeZone: string): number {
  const inUtc = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000
  // Behind by as much as then, not as now: the clocks may change in between.
  const near = inUtc + behindUtc(inUtc, timeZone)
  return inUtc + behindUtc(near, timeZone)
}

/** Milliseconds that the clocks of a time zone are behind UTC at an instant. */
function behindUtc(at: number, timeZone: string): number {
  // Sweden writes a time as Date.parse reads it.
  const shown = new Date(at).toLocaleString('sv-SE', { timeZone })
  return at - Date.parse(`${shown.replace(' ', 'T')}Z`)
}

function reckonedTime(at: number, timeZone: string): WallTime {
  let format = localFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    })
    localFormats.set(timeZone, format)
  }
  const parts = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) }
}
