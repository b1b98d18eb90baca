import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '#src/day.ts'
import type { DemandChannel } from '#src/planning/combined-demand.ts'
import { trackRecord } from '#src/planning/track-record.ts'

const startOn = '2026-01-05'

/** A channel of so many days, open from Monday to Friday. */
function channel(days: number, used: (day: number) => number, more = {}): DemandChannel {
  const each = <T>(of: (day: number) => T) => Array.from({ length: days }, (_, day) => of(day))
  const open = each((day) => (weekdayOf(addDays(startOn, day)) <= 5 ? 1 : 0))
  return {
    handedOut: each((day) => (open[day] === 1 ? used(day) : 0)),
    unmet: each(() => 0),
    stockOut: each(() => 'none' as const),
    ...{ open, plannedOpen: [1, 1, 1, 1, 1, 0, 0], ready: 0 },
    ...more,
  }
}

const steady = (day: number) => (day % 2 === 0 ? 18 : 22)

test('what is asked for steadily was forecast well: no lean, a small miss, inside the range', () => {
  const { forecasts, summary } = trackRecord([channel(280, steady)], { startOn, days: 14 })
  expect(forecasts).toHaveLength(12)
  expect(summary?.used).toBe(200)
  expect(summary?.expected).toBeCloseTo(200, -1)
  expect(summary?.typicalMiss).toBeLessThan(0.05)
  expect(summary?.withinRange).toBeGreaterThanOrEqual(10)
})

test('weeks are seven days apart, and the last ends yesterday', () => {
  const { forecasts } = trackRecord([channel(280, steady)], { startOn, days: 14 })
  expect(forecasts.at(-1)?.to).toBe(addDays(startOn, 279))
  expect(forecasts.at(-1)?.from).toBe(addDays(startOn, 266))
  expect(forecasts.at(-2)?.to).toBe(addDays(startOn, 272))
})

test('it says what was known then: what came after cannot mend it', () => {
  // Use doubles in the last two weeks.
  const doubled = channel(280, (day) => steady(day) * (day >= 266 ? 2 : 1))
  const { forecasts, summary } = trackRecord([doubled], { startOn, days: 14 })
  const last = forecasts.at(-1)
  expect(last?.used).toBe(400)
  expect(last?.expected).toBeLessThan(230)
  expect(last && last.high < last.used).toBe(true)
  expect(summary?.used).toBeGreaterThan(summary?.expected ?? Infinity)
  // Months of the future change nothing of an early one.
  const first = trackRecord([channel(280, steady)], { startOn, days: 14 }).forecasts[0]
  expect(forecasts[0]).toEqual(first)
})

test('days with nothing to give are not held against it', () => {
  const stockOut = Array.from({ length: 280 }, (_, day) => (day >= 270 ? 'out' : 'none'))
  const dry = channel(280, (day) => (day >= 270 ? 0 : steady(day)), { stockOut })
  const { forecasts, summary } = trackRecord([dry], { startOn, days: 14 })
  expect(forecasts.filter(({ isKnown }) => !isKnown)).toHaveLength(2)
  expect(summary?.compared).toBe(10)
  expect(summary?.used).toBe(200)
})

test('what was asked for in vain was used', () => {
  const unmet = Array.from({ length: 280 }, (_, day) => (day === 278 ? 30 : 0))
  const { forecasts } = trackRecord([channel(280, steady, { unmet })], { startOn, days: 14 })
  expect(forecasts.at(-1)?.used).toBe(230)
})

test('a short record has no verdict, and says how many weeks there are', () => {
  const { forecasts, summary } = trackRecord([channel(56, steady)], { startOn, days: 14 })
  expect(forecasts.length).toBeGreaterThan(0)
  expect(forecasts.length).toBeLessThan(4)
  expect(summary).toBeNull()
  expect(trackRecord([], { startOn, days: 14 }).forecasts).toEqual([])
})

test('two weeks of holidays are expected to bring nothing, and are not compared', () => {
  const closed = channel(280, (day) => (day >= 252 && day < 266 ? 0 : steady(day)))
  const open = closed.open.map((each, day) => (day >= 252 && day < 266 ? 0 : each))
  const { forecasts } = trackRecord([{ ...closed, open }], { startOn, days: 14 })
  expect(forecasts).toHaveLength(11)
})
