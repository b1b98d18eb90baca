import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#src/day.ts'
import { fefo, isUsable, type LotOnHand, lastUsableDay, pick, take } from '#src/ledger/pick.ts'

const today = '2026-11-23'

const days = fc.integer({ min: -400, max: 400 }).map((away) => addDays(today, away))

const lots = fc.uniqueArray(
  fc.record({
    lotId: fc.integer({ min: 1, max: 1000 }),
    // A bag may owe units of a lot that nobody knows.
    quantity: fc.integer({ min: -20, max: 200 }),
    expiresOn: fc.option(days),
    heldOn: fc.option(fc.constant(today), { freq: 4 }),
    expiry: fc.constantFrom('hard' as const, 'best-before' as const, 'none' as const),
    graceDays: fc.integer({ min: 0, max: 60 }),
    minimumLifeDays: fc.integer({ min: 0, max: 365 }),
  }),
  { selector: ({ lotId }) => lotId, maxLength: 12 },
)
const wanted = fc.integer({ min: 0, max: 1500 })

const sum = (quantities: readonly number[]) => quantities.reduce((total, each) => total + each, 0)

function lot(changes: Partial<LotOnHand>): LotOnHand {
  return {
    ...{ lotId: 1, quantity: 10, expiresOn: today, heldOn: null, expiry: 'hard' },
    ...{ graceDays: 0, minimumLifeDays: 0 },
    ...changes,
  }
}

describe('picking', () => {
  test('gives what is wanted or says how much is short, and never takes more than there is', () => {
    fc.assert(
      fc.property(lots, wanted, (all, quantity) => {
        const { picks, short } = pick(all, { quantity, day: today })
        expect(sum(picks.map((each) => each.quantity)) + short).toBe(quantity)
        for (const picked of picks) {
          const from = all.find(({ lotId }) => lotId === picked.lotId)
          expect(picked.quantity).toBeGreaterThan(0)
          expect(picked.quantity).toBeLessThanOrEqual(from?.quantity ?? 0)
        }
      }),
    )
  })

  test('is short only when every usable lot is empty', () => {
    fc.assert(
      fc.property(lots, wanted, (all, quantity) => {
        const usable = all.filter((each) => isUsable(each, today))
        const there = sum(usable.map((each) => Math.max(0, each.quantity)))
        const { short } = pick(all, { quantity, day: today })
        expect(short).toBe(Math.max(0, quantity - there))
      }),
    )
  })

  test('takes first what expires first: no later lot is touched while an earlier one has some', () => {
    fc.assert(
      fc.property(lots, wanted, (all, quantity) => {
        const { picks } = pick(all, { quantity, day: today })
        const taken = new Map(picks.map((each) => [each.lotId, each.quantity]))
        const left = fefo(all)
          .filter((each) => isUsable(each, today) && each.quantity > 0)
          .map((each) => each.quantity - (taken.get(each.lotId) ?? 0))
        const firstWithSome = left.findIndex((units) => units > 0)
        const later = fefo(all)
          .filter((each) => isUsable(each, today) && each.quantity > 0)
          .slice(firstWithSome + 1)
        if (firstWithSome >= 0) {
          expect(later.filter(({ lotId }) => taken.has(lotId))).toEqual([])
        }
      }),
    )
  })

  test('never takes an expired or a held lot', () => {
    fc.assert(
      fc.property(lots, wanted, days, (all, quantity, day) => {
        for (const { lotId } of pick(all, { quantity, day }).picks) {
          const from = all.find((each) => each.lotId === lotId)
          expect(from?.heldOn).toBeNull()
          expect(from && (lastUsableDay(from) ?? day) >= day).toBe(true)
        }
      }),
    )
  })

  test('does not depend on the order in which lots are listed', () => {
    const shuffled = lots.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, wanted, ([all, other], quantity) => {
        expect(pick(other, { quantity, day: today })).toEqual(pick(all, { quantity, day: today }))
      }),
    )
  })
})

describe('the last day of a lot', () => {
  test('is its date, inclusive', () => {
    expect(isUsable(lot({}), today)).toBe(true)
    expect(isUsable(lot({}), addDays(today, 1))).toBe(false)
  })

  test('is later by the grace of what is best before', () => {
    const juice = lot({ expiry: 'best-before', graceDays: 30 })
    expect(isUsable(juice, addDays(today, 30))).toBe(true)
    expect(isUsable(juice, addDays(today, 31))).toBe(false)
  })

  test('is earlier by the life it must still have', () => {
    const condom = lot({ expiresOn: addDays(today, 365), minimumLifeDays: 365 })
    expect(isUsable(condom, today)).toBe(true)
    expect(isUsable(condom, addDays(today, 1))).toBe(false)
  })

  test('never comes where there is no date, and a date of what does not expire is only a date', () => {
    expect(lastUsableDay(lot({ expiresOn: null }))).toBeNull()
    expect(lastUsableDay(lot({ expiry: 'none' }))).toBeNull()
  })

  test('does not matter while a lot is held', () => {
    expect(isUsable(lot({ expiresOn: null, heldOn: today }), today)).toBe(false)
  })
})

test('what was handed out in the field is taken whatever the state of the lots', () => {
  const expired = lot({ lotId: 7, expiresOn: addDays(today, -9), heldOn: today })
  expect(take([expired, lot({ lotId: 8, quantity: -4 })], 12)).toEqual({
    picks: [{ lotId: 7, quantity: 10 }],
    short: 2,
  })
})
