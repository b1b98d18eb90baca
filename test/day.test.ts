import { describe, expect, test } from 'vitest'
import {
  addDays,
  businessDay,
  type Day,
  daysBetween,
  daysFrom,
  instantOf,
  isDay,
  monthOf,
  periodOf,
  weekdayOf,
} from '#src/day.ts'

const rule = { timeZone: 'America/Toronto', endsAtHour: 5 }

/** The second Sunday of March and the first of November: clocks change at 02:00. */
const summers = [
  { from: '2026-03-08', to: '2026-11-01' },
  { from: '2027-03-14', to: '2027-11-07' },
  { from: '2028-03-12', to: '2028-11-05' },
  { from: '2029-03-11', to: '2029-11-04' },
  { from: '2030-03-10', to: '2030-11-03' },
]

/** Five in the morning: the clocks that change that day have changed already. */
function fiveOClock(day: Day): number {
  const isSummer = summers.some(({ from, to }) => from <= day && day < to)
  return Date.parse(`${day}T05:00:00${isSummer ? '-04:00' : '-05:00'}`)
}

test('the clock on the wall shows five once a day, whatever the season', () => {
  const days = daysFrom('2026-01-01', '2030-12-31')
  const instants = days.map((day) => instantOf({ day, hour: 5 }, rule.timeZone))
  expect(instants).toEqual(days.map(fiveOClock))
})

test.each([
  ['half an hour off', '2026-11-23', 17, 'Asia/Kolkata', '2026-11-23T11:30:00Z'],
  ['the end of the day', '2026-11-23', 24, 'America/Toronto', '2026-11-24T05:00:00Z'],
  ['an hour that is skipped', '2026-03-08', 2, 'America/Toronto', '2026-03-08T06:00:00Z'],
] as const)('an instant is known by the wall clock: %s', (_, day, hour, timeZone, at) => {
  expect(instantOf({ day, hour }, timeZone)).toBe(Date.parse(at))
})

describe('a business day in Montréal', () => {
  test('ends at 05:00 to the millisecond, every day from 2026 to 2030', () => {
    const days = daysFrom('2026-01-01', '2030-12-31')
    expect(days).toHaveLength(1826)
    const turns = days.map((day) => ({
      before: businessDay(fiveOClock(day) - 1, rule),
      at: businessDay(fiveOClock(day), rule),
    }))
    expect(turns).toEqual(days.map((day) => ({ before: addDays(day, -1), at: day })))
  })

  test.each(summers.map(({ from }) => from))(
    'on %s, when the clock skips an hour, takes its night with it',
    (day) => {
      const before = addDays(day, -1)
      expect(businessDay(Date.parse(`${before}T23:30:00-05:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T01:30:00-05:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T03:00:00-04:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T04:59:59-04:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T05:00:00-04:00`), rule)).toBe(day)
      expect(businessDay(Date.parse(`${day}T23:30:00-04:00`), rule)).toBe(day)
    },
  )

  test.each(summers.map(({ to }) => to))(
    'on %s, when 01:30 comes twice, both are the evening before',
    (day) => {
      const before = addDays(day, -1)
      expect(businessDay(Date.parse(`${before}T23:30:00-04:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T01:30:00-04:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T01:30:00-05:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T04:59:59-05:00`), rule)).toBe(before)
      expect(businessDay(Date.parse(`${day}T05:00:00-05:00`), rule)).toBe(day)
      expect(businessDay(Date.parse(`${day}T23:30:00-05:00`), rule)).toBe(day)
    },
  )

  test('of the last evening of a year is still of that year at 01:30', () => {
    expect(businessDay(Date.parse('2027-01-01T01:30:00-05:00'), rule)).toBe('2026-12-31')
  })

  test('ends at midnight for a programme that says so', () => {
    const midnight = { ...rule, endsAtHour: 0 }
    expect(businessDay(Date.parse('2026-11-23T23:59:59-05:00'), midnight)).toBe('2026-11-23')
    expect(businessDay(Date.parse('2026-11-24T00:00:00-05:00'), midnight)).toBe('2026-11-24')
  })
})

test.each([
  ['04:59', 'night'],
  ['05:00', 'morning'],
  ['11:59', 'morning'],
  ['12:00', 'afternoon'],
  ['17:59', 'afternoon'],
  ['18:00', 'evening'],
  ['21:59', 'evening'],
  ['22:00', 'night'],
  ['00:30', 'night'],
])('at %s it is %s', (time, period) => {
  expect(periodOf(Date.parse(`2026-11-23T${time}:00-05:00`), rule)).toBe(period)
})

describe('days are counted by the calendar, not by the clock', () => {
  test('over both changes of the clock', () => {
    for (const { from, to } of summers) {
      expect(addDays(from, 1)).toBe(
        `${from.slice(0, 8)}${String(Number(from.slice(8)) + 1).padStart(2, '0')}`,
      )
      expect(daysBetween(addDays(from, -1), addDays(from, 1))).toBe(2)
      expect(daysBetween(from, to)).toBe(daysFrom(from, to).length - 1)
    }
  })

  test('over leap days, months and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysBetween('2028-03-01', '2028-02-01')).toBe(-29)
  })

  test('from Monday, 1, to Sunday, 7', () => {
    expect(daysFrom('2026-11-23', '2026-11-29').map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('with both ends included, and none when the end is first', () => {
    expect(daysFrom('2026-11-23', '2026-11-23')).toEqual(['2026-11-23'])
    expect(daysFrom('2026-11-24', '2026-11-23')).toEqual([])
  })

  test('in months', () => {
    expect(monthOf('2026-11-23')).toBe('2026-11')
  })
})

test.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-1', false],
  ['26-01-01', false],
  ['2026-01-01T00:00', false],
  ['', false],
])('%j is a day: %s', (text, answer) => {
  expect(isDay(text)).toBe(answer)
})
