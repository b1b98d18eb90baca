import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ShiftSum } from '#src/ledger/shift.ts'
import type { LotOfItem } from '#src/shifts/queries.ts'
import { countSheet, reconciled, sheetKey } from '#src/shifts/reconciliation.ts'

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
})

function sheetOf({ lots, owed, given }: { lots: Part[]; owed: number; given: number }) {
  const rows = [...lots, ...(owed > 0 ? [{ lotId: unknown, quantity: -owed }] : [])]
  const inBag = rows.map(
    ({ lotId, quantity }) =>
      ({
        ...{ item, lotId, quantity, itemId: 1, locationId: 1, position: null },
        ...{ kind: lotId === unknown ? 'unknown' : 'real', code: '', expiresOn: null },
      }) as LotOfItem,
  )
  const sum = {
    ...{ item, itemId: 1, lotId: 1, placeId: 7, kind: 'venue', role: 'bar', out: given },
    ...{ isCheckOut: 0, position: null, lot: { kind: 'real', code: '', expiresOn: null } },
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
        const after = new Map(sheet.rows.map(({ lotId, booked }) => [lotId, booked]))
        if (sheet.owed) after.set(sheet.owed.lotId, -sheet.owed.quantity)
        const add = (lotId: number, quantity: number) =>
          after.set(lotId, (after.get(lotId) ?? 0) + quantity)
        for (const { fromLotId, toLotId, quantity } of corrections) {
          add(fromLotId, -quantity)
          add(toLotId, quantity)
        }
        for (const { lotId, quantity } of missing) add(lotId, -quantity)
        for (const { lotId, quantity } of surplus) add(lotId, quantity)
        for (const [lotId, quantity] of after) expect(quantity).toBe(typed.get(lotId) ?? 0)
        expect(total(surplus) - total(missing)).toBe(difference)
        // Never both: what one lot lacks and another has too many is a mistaken lot.
        expect(Math.min(total(surplus), total(missing))).toBe(0)
      }),
    )
  })

  test('is another sheet as soon as one lot has moved', () => {
    const before = sheetOf({ lots: [{ lotId: 2, quantity: 5 }], owed: 0, given: 1 })
    const after = sheetOf({ lots: [{ lotId: 2, quantity: 4 }], owed: 0, given: 2 })
    expect(sheetKey([before])).not.toBe(sheetKey([after]))
  })

  test('of a lot that was not counted says so, and concludes nothing', () => {
    const sheet = sheetOf({ lots: [{ lotId: 2, quantity: 5 }], owed: 0, given: 1 })
    const { uncounted, difference } = reconciled(sheet, new Map([[2, null]]))
    expect(uncounted.map(({ lotId }) => lotId)).toContain(2)
    expect(difference).toBe(0)
  })
})
