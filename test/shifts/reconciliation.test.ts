import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ShiftSum } from '#src/ledger/shift.ts'
import type { LotOfItem } from '#src/shifts/queries.ts'
import { countedByLot, countSheet, reconciled, sheetKey } from '#src/shifts/reconciliation.ts'

const item = {
  ...{ id: 1, code: 'cond', lots: 'date' as const },
  ...{ nameFr: 'Condom', nameEn: null, unitFr: 'condom', unitEn: null },
}
const unknown = 99

/** Real lots in the bag, and what it owes of no known lot. */
const held = fc.record({
  lots: fc.uniqueArray(
    fc.record({ lotId: fc.integer({ min: 1, max: 9 }), quantity: fc.integer({ min: 1, max: 20 }) }),
    { selector: ({ lotId }) => lotId, maxLength: 4 },
  ),
  owed: fc.integer({ min: 0, max: 10 }),
  given: fc.integer({ min: 1, max: 20 }),
  isKit: fc.boolean(),
})

type Bag = { lots: Part[]; owed: number; given: number; isKit: boolean }

function sheetOf({ lots, owed, given, isKit }: Bag) {
  const recipeId = isKit ? 3 : null
  const rows = [...lots, ...(owed > 0 ? [{ lotId: unknown, quantity: -owed }] : [])]
  const inBag = rows.map(
    ({ lotId, quantity }) =>
      ({
        ...{ item, lotId, quantity, itemId: 1, locationId: 1, position: null },
        ...{ kind: lotId === unknown ? 'unknown' : 'real', code: '', expiresOn: null },
        recipeId: lotId === unknown ? null : recipeId,
      }) as LotOfItem,
  )
  const sum = {
    ...{ item, itemId: 1, lotId: 1, placeId: 7, kind: 'venue', role: 'bar', out: given },
    ...{
      isCheckOut: 0,
      position: null,
      lot: { kind: 'real', code: '', expiresOn: null, recipeId },
    },
  } as ShiftSum
  const [sheet] = countSheet(inBag, [sum])
  if (!sheet) throw new Error('the sheet is empty')
  return sheet
}

type Part = { lotId: number; quantity: number }

const total = (parts: readonly { readonly quantity: number }[]) =>
  parts.reduce((sum, { quantity }) => sum + quantity, 0)

describe('the count of a bag', () => {
  test('expects what is in the bag, lot by lot, less what it owes', () => {
    fc.assert(
      fc.property(held, (bag) => {
        const sheet = sheetOf(bag)
        expect(sheet.expected).toBe(total(bag.lots) - bag.owed)
        const rows = sheet.rows.reduce((sum, { expected }) => sum + expected, 0)
        expect(rows).toBe(
          sheet.owed && total(bag.lots) < bag.owed ? Math.min(0, rows) : sheet.expected,
        )
      }),
    )
  })

  test('books exactly what makes every lot what was counted, and leaves nothing owed', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(held, counts, (bag, numbers) => {
        const sheet = sheetOf(bag)
        const typed = new Map(sheet.rows.map(({ lotId }, index) => [lotId, numbers[index] ?? 0]))
        const { corrections, missing, surplus, difference } = reconciled(sheet, typed)
        const lots = sheet.rows.flatMap((row) => row.lots)
        const after = new Map(lots.map(({ lotId, quantity }) => [lotId, quantity]))
        if (sheet.owed) after.set(sheet.owed.lotId, -sheet.owed.quantity)
        const add = (lotId: number, quantity: number) =>
          after.set(lotId, (after.get(lotId) ?? 0) + quantity)
        for (const { fromLotId, toLotId, quantity } of corrections) {
          add(fromLotId, -quantity)
          add(toLotId, quantity)
        }
        for (const { lotId, quantity } of missing) add(lotId, -quantity)
        for (const { lotId, quantity } of surplus) add(lotId, quantity)
        for (const row of sheet.rows) {
          const held = row.lots.map(({ lotId }) => after.get(lotId) ?? 0)
          expect(held.reduce((sum, each) => sum + each, 0)).toBe(typed.get(row.lotId))
          expect(Math.min(...held)).toBeGreaterThanOrEqual(0)
        }
        if (sheet.owed) expect(after.get(sheet.owed.lotId)).toBe(0)
        const counted = countedByLot([sheet], typed).map((part) => [part.lotId, part.quantity])
        expect(counted).toEqual(lots.map(({ lotId }) => [lotId, after.get(lotId)]))
        expect(total(surplus) - total(missing)).toBe(difference)
        // Never both: what one lot lacks and another has too many is a mistaken lot.
        expect(Math.min(total(surplus), total(missing))).toBe(0)
      }),
    )
  })

  test('of kits is one line, whatever their builds; what is gone is of those first to expire', () => {
    const lots = [
      { lotId: 2, quantity: 5 },
      { lotId: 3, quantity: 4 },
    ]
    const sheet = sheetOf({ lots, owed: 0, given: 1, isKit: true })
    expect(sheet.rows.map(({ lotId, expected }) => [lotId, expected])).toEqual([[1, 9]])
    const missing = (counted: number) => reconciled(sheet, new Map([[1, counted]])).missing
    expect(missing(7)).toEqual([{ lotId: 2, quantity: 2 }])
    expect(missing(3)).toEqual([
      { lotId: 2, quantity: 5 },
      { lotId: 3, quantity: 1 },
    ])
  })

  test('is another sheet as soon as one lot has moved', () => {
    const before = sheetOf({ lots: [{ lotId: 2, quantity: 5 }], owed: 0, given: 1, isKit: false })
    const after = sheetOf({ lots: [{ lotId: 2, quantity: 4 }], owed: 0, given: 2, isKit: false })
    expect(sheetKey([before])).not.toBe(sheetKey([after]))
  })

  test('of a lot that was not counted says so, and concludes nothing', () => {
    const sheet = sheetOf({ lots: [{ lotId: 2, quantity: 5 }], owed: 0, given: 1, isKit: false })
    const { uncounted, difference } = reconciled(sheet, new Map([[2, null]]))
    expect(uncounted.map(({ lotId }) => lotId)).toContain(2)
    expect(difference).toBe(0)
  })
})
