import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type WallTime, wallTime } from '#src/day.ts'
import {
  chancesToOrder,
  columnsOf,
  deadlinesIn,
  deadlinesUntil,
  nextDeadline,
  type OrderDeadlines,
} from '#src/order-deadlines.ts'

const timeZone = 'America/Toronto'
const hourLong = 3_600_000

const fridayNoon: OrderDeadlines = { every: 'week', weekday: 5, hour: 12 }
const otherFriday: OrderDeadlines = { every: 'two-weeks', from: '2026-11-27', hour: 12 }
const monthEnd: OrderDeadlines = { every: 'month', dayOfMonth: 31, hour: 17 }

const at = (day: string, hour: number): WallTime => ({ day, hour })

describe('a supplier that takes orders', () => {
  test('until noon on Fridays still takes them at 11, and at noon not before next Friday', () => {
    expect(nextDeadline(fridayNoon, at('2026-11-27', 11))).toEqual(at('2026-11-27', 12))
    expect(nextDeadline(fridayNoon, at('2026-11-27', 12))).toEqual(at('2026-12-04', 12))
  })

  test('every other Friday counts from any of those Fridays, before it and after it', () => {
    expect(chancesToOrder(otherFriday, at('2026-11-23', 14))).toEqual({
      ...{ next: at('2026-11-27', 12), following: at('2026-12-11', 12), reviewDays: 14 },
    })
    expect(nextDeadline(otherFriday, at('2026-11-12', 9)).day).toBe('2026-11-13')
    expect(nextDeadline(otherFriday, at('2031-06-02', 9)).day).toBe('2031-06-06')
  })

  test('on the 31st takes them on the last day of shorter months', () => {
    const days = deadlinesUntil(monthEnd, at('2028-01-31', 17), '2028-06-30').map(({ day }) => day)
    expect(days).toEqual(['2028-02-29', '2028-03-31', '2028-04-30', '2028-05-31', '2028-06-30'])
    expect(chancesToOrder(monthEnd, at('2027-02-01', 0))).toMatchObject({ reviewDays: 31 })
  })

  test('until the end of a day takes them until midnight', () => {
    const late: OrderDeadlines = { every: 'week', weekday: 1, hour: 24 }
    expect(nextDeadline(late, at('2026-11-23', 23)).day).toBe('2026-11-23')
    expect(nextDeadline(late, at('2026-11-24', 0)).day).toBe('2026-11-30')
  })
})

const hour = fc.integer({ min: 1, max: 24 })
const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2020-01-01', days))
const deadlines: fc.Arbitrary<OrderDeadlines> = fc.oneof(
  fc.record({ every: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }), hour }),
  fc.record({ every: fc.constant('two-weeks' as const), from: day, hour }),
  fc.record({
    ...{ every: fc.constant('month' as const), hour },
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
  }),
)
const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2050-01-01') })
const longest = { week: 7, 'two-weeks': 14, month: 31 }

describe('whatever the deadlines and whenever one asks', () => {
  test('the next deadline is never in the past, and never further than one interval away', () => {
    fc.assert(
      fc.property(deadlines, instant, (each, now) => {
        const clock = wallTime(now, timeZone)
        const { next, following, reviewDays } = chancesToOrder(each, clock)
        expect(isBefore(clock, next)).toBe(true)
        expect(daysBetween(clock.day, next.day)).toBeLessThanOrEqual(longest[each.every])
        expect(isBefore(next, following)).toBe(true)
        expect(reviewDays).toBe(daysBetween(next.day, following.day))
        expect(reviewDays).toBeGreaterThanOrEqual(each.every === 'month' ? 28 : longest[each.every])
        expect(reviewDays).toBeLessThanOrEqual(longest[each.every])
      }),
    )
  })

  test('asking at any moment before a deadline gives that deadline, and at its hour the one after', () => {
    fc.assert(
      fc.property(
        deadlines,
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (each, now, share) => {
          const clock = wallTime(now, timeZone)
          const { next, following } = chancesToOrder(each, clock)
          const between = addDays(clock.day, Math.floor(share * daysBetween(clock.day, next.day)))
          const later = between === clock.day ? clock : { day: between, hour: 0 }
          expect(nextDeadline(each, later)).toEqual(next)
          expect(nextDeadline(each, next)).toEqual(following)
        },
      ),
    )
  })

  test('the terms of a supplier keep them', () => {
    fc.assert(
      fc.property(deadlines, (each) => {
        expect(deadlinesIn(columnsOf(each))).toEqual(each)
      }),
    )
  })
})

describe('the clocks that change', () => {
  test.each(['2026-03-08', '2026-11-01', '2027-03-14', '2027-11-07'])(
    'on %s move no deadline, and each passes once',
    (sunday) => {
      for (let hour = 1; hour <= 24; hour++) {
        const each: OrderDeadlines = { every: 'week', weekday: 7, hour }
        const from = Date.parse(`${addDays(sunday, -1)}T12:00:00Z`)
        const seen = Array.from(
          { length: 48 },
          (_, hours) => nextDeadline(each, wallTime(from + hours * hourLong, timeZone)).day,
        )
        expect([...new Set(seen)]).toEqual([sunday, addDays(sunday, 7)])
        expect(seen).toEqual(seen.toSorted())
      }
    },
  )
})

function isBefore(a: WallTime, b: WallTime): boolean {
  return a.day < b.day || (a.day === b.day && a.hour < b.hour)
}
