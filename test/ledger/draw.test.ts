import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawnFromBag, drawnFromReturn } from '#src/ledger/draw.ts'
import type { LotInPlace } from '#src/ledger/on-hand.ts'
import type { ShiftSum } from '#src/ledger/shift.ts'

const condoms = 1
const builtInId = 99
const day = '2026-11-23'

const lotInBag = fc.record({
  lotId: fc.integer({ min: 1, max: 20 }),
  quantity: fc.integer({ min: 1, max: 30 }),
  expiresOn: fc.constantFrom('2026-01-31', '2026-11-23', '2027-05-31', '2029-12-31'),
  heldOn: fc.constantFrom(null, null, null, '2026-11-01'),
})
const bag = fc.uniqueArray(lotInBag, { selector: ({ lotId }) => lotId, maxLength: 6 }).map((lots) =>
  lots.map(
    (lot): LotInPlace => ({
      ...{ locationId: 1, itemId: condoms, kind: 'real', code: '' },
      ...{ expiry: 'hard', graceDays: 0, minimumLifeDays: 0, ...lot },
    }),
  ),
)

const booked = fc.array(
  fc.record({
    lotId: fc.integer({ min: 1, max: 5 }),
    role: fc.constantFrom('unlogged', 'lost', 'damaged', 'bar', 'central'),
    out: fc.integer({ min: -9, max: 9 }),
    itemId: fc.constantFrom(condoms, 2),
  }),
  { maxLength: 8 },
)

const sum = (parts: readonly { readonly quantity: number }[]) =>
  parts.reduce((total, { quantity }) => total + quantity, 0)

describe('a hand-out in the field', () => {
  test('is covered to the unit, and the bag owes only what no lot explains', () => {
    fc.assert(
      fc.property(bag, fc.integer({ min: 1, max: 100 }), (lots, quantity) => {
        const picks = drawnFromBag(lots, { itemId: condoms, quantity, builtInId, day })
        expect(sum(picks)).toBe(quantity)
        const owed = sum(picks.filter(({ lotId }) => lotId === builtInId))
        expect(owed).toBe(Math.max(0, quantity - sum(lots)))
        for (const { lotId, quantity: taken } of picks) {
          if (lotId === builtInId) continue
          expect(taken).toBeLessThanOrEqual(lots.find((lot) => lot.lotId === lotId)?.quantity ?? 0)
        }
      }),
    )
  })

  test('takes a lot that is past its date or held only when the others are empty', () => {
    fc.assert(
      fc.property(bag, fc.integer({ min: 1, max: 100 }), (lots, quantity) => {
        const usable = lots.filter(
          ({ expiresOn, heldOn }) => heldOn === null && (expiresOn ?? day) >= day,
        )
        const picks = drawnFromBag(lots, { itemId: condoms, quantity, builtInId, day })
        const fromUsable = sum(
          picks.filter(({ lotId }) => usable.some((lot) => lot.lotId === lotId)),
        )
        expect(fromUsable).toBe(Math.min(quantity, sum(usable)))
      }),
    )
  })
})

describe('a hand-out after the return', () => {
  test('takes back what was unlogged, then what was lost, never more than was booked', () => {
    fc.assert(
      fc.property(booked, fc.integer({ min: 1, max: 30 }), (rows, quantity) => {
        const sums = rows.map((row, placeId) => ({ ...row, placeId }) as unknown as ShiftSum)
        const { draws, rest } = drawnFromReturn(sums, { itemId: condoms, quantity })
        expect(sum(draws) + rest).toBe(quantity)
        const of = (role: string) =>
          sums.filter((each) => each.role === role && each.itemId === condoms && each.out > 0)
        const bookedAs = (role: string) => of(role).reduce((total, { out }) => total + out, 0)
        const drawnAs = (role: string) =>
          sum(draws.filter(({ placeId }) => of(role).some((each) => each.placeId === placeId)))
        expect(drawnAs('unlogged')).toBe(Math.min(quantity, bookedAs('unlogged')))
        expect(drawnAs('lost')).toBe(Math.min(quantity - drawnAs('unlogged'), bookedAs('lost')))
        expect(drawnAs('unlogged') + drawnAs('lost')).toBe(sum(draws))
      }),
    )
  })
})
