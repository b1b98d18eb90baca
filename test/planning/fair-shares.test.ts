import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, fairShares } from '#src/planning/fair-shares.ts'

const claim = (id: number, rate: number, more: Partial<Claim> = {}): Claim => ({
  ...{ id, rate, held: 0, need: 1000 },
  ...more,
})

describe('what is short', () => {
  test('is shared by days of need', () => {
    expect(fairShares(60, [claim(1, 3), claim(2, 2), claim(3, 1)])).toEqual([30, 20, 10])
  })

  test('goes first to who has least, counted in days', () => {
    // Two a day and 20 there are ten days; one a day and 2 there are two.
    expect(fairShares(8, [claim(1, 2, { held: 20 }), claim(2, 1, { held: 2 })])).toEqual([0, 8])
    expect(fairShares(14, [claim(1, 2, { held: 20 }), claim(2, 1, { held: 2 })])).toEqual([4, 10])
  })

  test('is never more than what somebody lacks', () => {
    expect(fairShares(30, [claim(1, 5, { need: 4 }), claim(2, 1)])).toEqual([4, 26])
  })

  test('meets every need when there is enough, and keeps the rest', () => {
    expect(fairShares(99, [claim(1, 5, { need: 4 }), claim(2, 1, { need: 6 })])).toEqual([4, 6])
    expect(fairShares(5, [])).toEqual([])
    expect(fairShares(0, [claim(1, 5)])).toEqual([0])
  })

  test('does not take a unit from anybody because there is one unit more', () => {
    // Largest remainders would share 10 as 4, 4 and 2, and 11 as 5, 5 and 1.
    const claims = [claim(1, 6), claim(2, 6), claim(3, 2)]
    for (let supply = 1; supply < 60; supply++) {
      const [fewer, more] = [fairShares(supply, claims), fairShares(supply + 1, claims)]
      expect(more.every((share, index) => share >= (fewer[index] ?? 0))).toBe(true)
    }
  })
})

const anyClaims = fc
  .array(
    fc.record({
      rate: fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10),
      held: fc.nat(60),
      need: fc.nat(300),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((each, id) => ({ ...each, id })))

const sum = (units: readonly number[]) => units.reduce((total, each) => total + each, 0)

describe('shares', () => {
  test('are whole, sum to the supply or to the needs, and never exceed a need', () => {
    fc.assert(
      fc.property(fc.nat(3000), anyClaims, (supply, claims) => {
        const shares = fairShares(supply, claims)
        expect(sum(shares)).toBe(Math.min(supply, sum(claims.map(({ need }) => need))))
        for (const [index, share] of shares.entries()) {
          expect(Number.isInteger(share) && share >= 0).toBe(true)
          expect(share).toBeLessThanOrEqual(claims[index]?.need ?? 0)
        }
      }),
    )
  })

  test('only grow with the supply', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(50), anyClaims, (supply, more, claims) => {
        const [before, after] = [fairShares(supply, claims), fairShares(supply + more, claims)]
        expect(after.every((share, index) => share >= (before[index] ?? 0))).toBe(true)
      }),
    )
  })

  test('do not depend on the order of the claims', () => {
    fc.assert(
      fc.property(fc.nat(3000), anyClaims, (supply, claims) => {
        const turned = claims.toReversed()
        expect(fairShares(supply, turned).toReversed()).toEqual(fairShares(supply, claims))
      }),
    )
  })

  test('leave nobody a unit and more behind: no unit would be better elsewhere', () => {
    fc.assert(
      fc.property(fc.nat(3000), anyClaims, (supply, claims) => {
        const shares = fairShares(supply, claims)
        const given = claims.flatMap((one, index) => {
          const share = shares[index] ?? 0
          return share > 0 ? [(one.held + share - 0.5) / one.rate] : []
        })
        const refused = claims.flatMap((one, index) => {
          const share = shares[index] ?? 0
          return share < one.need ? [(one.held + share + 0.5) / one.rate] : []
        })
        if (given.length === 0 || refused.length === 0) return
        expect(Math.max(...given)).toBeLessThanOrEqual(Math.min(...refused) + 1e-9)
      }),
    )
  })
})
