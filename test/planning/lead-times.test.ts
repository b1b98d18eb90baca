import { expect, test } from 'vitest'
import { leadTimes, medianLeadTime } from '#src/planning/lead-times.ts'

test('a supplier is believed until five orders have been received', () => {
  expect(leadTimes(10, [14, 9, 21, 14])).toEqual([{ days: 10, probability: 1 }])
})

test('after five orders the lead times are those that were seen', () => {
  const seen = leadTimes(10, [14, 9, 21, 14, 7])
  expect(seen.map((lead) => lead.days)).toEqual([7, 9, 14, 21])
  expect(seen.map((lead) => lead.probability)).toEqual([0.2, 0.2, 0.4, 0.2])
})

test('half the orders have arrived by the median lead time', () => {
  expect(medianLeadTime(leadTimes(10, [14, 9, 21, 14, 7]))).toBe(14)
})
