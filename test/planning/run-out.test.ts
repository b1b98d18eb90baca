import { describe, expect, test } from 'vitest'
import { demandOutlook } from '#src/planning/demand-outlook.ts'
import { departures, expiryRisks } from '#src/planning/expiry-risk.ts'
import { runOut } from '#src/planning/run-out.ts'
import { sameFor } from './made-history.ts'

const tenADay = demandOutlook(sameFor(60, 10), 1.5)

describe('the day a shelf runs out', () => {
  test('is most likely the day its stock divided by the rate says', () => {
    const days = runOut(tenADay, 100)
    expect(days.medianInDays).toBe(9)
    expect(days.earliestInDays).toBeLessThan(9)
    expect(days.latestInDays).toBeGreaterThan(9)
  })

  test('is today when nothing is left', () => {
    expect(runOut(tenADay, 0).medianInDays).toBe(0)
  })

  test('is never on a closed night', () => {
    const openOnFridays = demandOutlook([0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 10, 0, 0], 1.5)
    expect(runOut(openOnFridays, 12).medianInDays).toBe(11)
  })

  test('is put off by what arrives in time', () => {
    expect(runOut(tenADay, 50, [{ quantity: 100, inDays: 3 }]).medianInDays).toBe(14)
  })

  test('is not put off by what arrives too late', () => {
    expect(runOut(tenADay, 50, [{ quantity: 100, inDays: 9 }]).medianInDays).toBe(4)
  })

  test('is unknown when stock outlasts what is foreseen', () => {
    expect(runOut(tenADay, 10_000).medianInDays).toBeNull()
  })
})

describe('lots that expire', () => {
  test('are given soonest expiry first, and what is left over is shown', () => {
    const risks = expiryRisks(tenADay, [
      { lotId: 2, quantity: 200, expiresInDays: 20 },
      { lotId: 1, quantity: 80, expiresInDays: 5 },
    ])
    expect(risks).toEqual([
      { lotId: 1, quantity: 80, expiresInDays: 5, unused: 30, dueByThen: 80 },
      { lotId: 2, quantity: 200, expiresInDays: 20, unused: 50, dueByThen: 280 },
    ])
  })

  test('are no risk when all is given in time', () => {
    expect(expiryRisks(tenADay, [{ lotId: 1, quantity: 40, expiresInDays: 30 }])).toEqual([])
  })

  test('long after the last day foreseen are judged by the usual rate', () => {
    const lot = { lotId: 1, quantity: 4000, expiresInDays: 500 }
    expect(expiryRisks(tenADay, [lot])).toEqual([])
    expect(expiryRisks(tenADay, [{ ...lot, quantity: 5100 }])).toMatchObject([{ unused: 100 }])
  })

  test('take the stock with them: it runs out on the day they end', () => {
    const gone = departures(expiryRisks(tenADay, [{ lotId: 1, quantity: 80, expiresInDays: 5 }]))
    expect(gone).toEqual([{ quantity: -30, inDays: 5 }])
    // 50 are given until then, and of the 90 only 10 are left for the day after.
    expect(runOut(tenADay, 90, gone).medianInDays).toBe(5)
    expect(runOut(tenADay, 90).medianInDays).toBe(8)
  })
})
