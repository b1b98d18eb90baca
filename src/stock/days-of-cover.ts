// How long what is usable lasts at the rate of the last eight weeks. Pure. It is the plain answer for
// a list; the forecast behind the alerts knows more.
import { type Calendar, openFactor } from '#src/catalog/calendar.ts'
import { addDays, type Day, daysFrom } from '#src/day.ts'
import { type Stream, streams } from '#src/db/schema/index.ts'
import type { Span, Use } from '#src/ledger/consumption.ts'

export type Cover = {
  /** Base units an open day. */
  readonly rate: number
  /** Open days that the usable units last. */
  readonly days: number
}

const weeksBack = 8

// Fewer open days than this say nothing about a rate.
const fewestDays = 5

/** The eight weeks before today, or less when the record is younger; today is not over. */
export function spanOfRate(today: Day): Span {
  return { from: addDays(today, -7 * weeksBack), to: addDays(today, -1) }
}

/**
 * The cover of one item: usable ÷ (use ÷ open days). An open day is one on which a service that uses
 * the item was open, so that closed nights never dilute the rate.
 * @returns null where nothing was used, or the record is too young to tell
 */
export function coverOf(
  { usable, use }: { readonly usable: number; readonly use: readonly Use[] },
  days: OpenDays,
): Cover | null {
  const used = use.reduce((sum, { quantity }) => sum + quantity, 0)
  const open = days.of(use.filter(({ quantity }) => quantity > 0).map(({ stream }) => stream))
  if (used <= 0 || open < fewestDays) return null
  const rate = used / open
  return { rate, days: Math.max(0, usable) / rate }
}

/** How many days any of some services was open: counted once a combination, asked for every item. */
export type OpenDays = { readonly of: (streams: readonly Stream[]) => number }

export function openDaysIn(calendar: Calendar, { from, to }: Span, since: Day | null): OpenDays {
  const days = since === null ? [] : daysFrom(since > from ? since : from, to)
  const open = new Map(
    streams.map((stream) => [
      stream,
      new Set(days.filter((day) => openFactor(calendar, stream, day) > 0)),
    ]),
  )
  const counts = new Map<string, number>()
  const count = (asked: readonly Stream[]) =>
    days.filter((day) => asked.some((stream) => open.get(stream)?.has(day))).length
  return {
    of: (asked) => {
      const key = [...asked].sort().join(' ')
      const known = counts.get(key) ?? count(asked)
      counts.set(key, known)
      return known
    },
  }
}
