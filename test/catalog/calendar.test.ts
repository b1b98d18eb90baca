import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Calendar,
  calendarOf,
  openDays,
  openFactor,
  type ServiceException,
  serviceCalendar,
} from '#src/catalog/calendar.ts'
import type { Stream } from '#src/db/schema/index.ts'
import { openWorld, type World } from '#test/support/world.ts'

const everyWeekday = [1, 2, 3, 4, 5, 6, 7]

const week = (stream: Stream, startsOn: string, open: readonly number[]) =>
  everyWeekday.map((weekday) => ({ stream, weekday, startsOn, open: open.includes(weekday) }))

const exception = (day: string, rest: Partial<ServiceException> = {}): ServiceException => ({
  ...{ id: 1, stream: 'drop-in', day, open: true, factorPercent: 100, reason: null, version: 1 },
  ...rest,
})

describe('the calendar of a new programme', () => {
  let world: World
  let calendar: Calendar
  beforeEach(async () => {
    world = await openWorld()
    calendar = await world.database.read(serviceCalendar)
  })
  afterEach(() => world.close())

  test('opens outreach on weekdays and the drop-in from Wednesday to Saturday', () => {
    expect(openDays(calendar, 'outreach', '2026-11-23', '2026-11-29')).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
    ])
    expect(openDays(calendar, 'drop-in', '2026-11-23', '2026-11-29')).toEqual([
      ...['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'],
    ])
    expect(openDays(calendar, 'events', '2026-11-23', '2027-11-23')).toEqual([])
  })

  test('is closed before it began', () => {
    expect(openFactor(calendar, 'outreach', '1999-11-23')).toBe(0)
  })
})

describe('a calendar', () => {
  const patterns = [
    ...week('drop-in', '2026-01-01', [3, 4, 5, 6]),
    ...week('drop-in', '2026-12-01', [4, 5]),
  ]

  test('follows a new pattern from its first day on, and not a day sooner', () => {
    const calendar = calendarOf(patterns, [])
    expect(openFactor(calendar, 'drop-in', '2026-11-25')).toBe(1)
    expect(openFactor(calendar, 'drop-in', '2026-11-28')).toBe(1)
    expect(openFactor(calendar, 'drop-in', '2026-12-02')).toBe(0)
    expect(openFactor(calendar, 'drop-in', '2026-12-03')).toBe(1)
  })

  test('does not depend on the order its rows were written in', () => {
    const calendar = calendarOf([...patterns].reverse(), [])
    expect(openFactor(calendar, 'drop-in', '2026-12-02')).toBe(0)
  })

  test('lets an exception close a night, open one, or make it busier', () => {
    const calendar = calendarOf(patterns, [
      exception('2026-11-25', { open: false, factorPercent: 0 }),
      exception('2026-11-24'),
      exception('2026-11-26', { factorPercent: 160 }),
    ])
    expect(openFactor(calendar, 'drop-in', '2026-11-25')).toBe(0)
    expect(openFactor(calendar, 'drop-in', '2026-11-24')).toBe(1)
    expect(openFactor(calendar, 'drop-in', '2026-11-26')).toBe(1.6)
  })

  test('lets an exception of one service leave the others alone', () => {
    const calendar = calendarOf(
      [...patterns, ...week('outreach', '2026-01-01', [1, 2, 3, 4, 5])],
      [exception('2026-11-25', { open: false })],
    )
    expect(openFactor(calendar, 'outreach', '2026-11-25')).toBe(1)
  })

  test('counts no open day from a day to the day before it', () => {
    expect(openDays(calendarOf(patterns, []), 'drop-in', '2026-11-26', '2026-11-25')).toEqual([])
  })
})
