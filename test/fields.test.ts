import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  anyDay,
  checkbox,
  choice,
  id,
  lines,
  named,
  names,
  optionalDay,
  optionalId,
  optionalMoney,
  optionalPrice,
  optionalQuantity,
  optionalText,
  pastDay,
  priceUnits,
  problem,
  problemSentence,
  quantity,
  requestId,
  text,
  version,
  wholeNumber,
} from '#src/fields.ts'
import { problems } from '#src/messages/en/problems.ts'

const today = '2026-11-23'

/** What a field makes of what was typed, or the code of its problem. */
function read(field: z.ZodType, typed: unknown): unknown {
  const result = field.safeParse(typed)
  return result.success ? result.data : result.error.issues[0]?.message.split(' ')[0]
}

const fields: Record<string, [field: z.ZodType, typed: unknown, outcome: unknown][]> = {
  'a line of text': [
    [text(), '  Pharmacie  ', 'Pharmacie'],
    [text(), 'Chloe\u0301', 'Chloé'],
    [text(5), '12345', '12345'],
    [text(5), '123456', 'text'],
    [text(), '   ', 'required'],
    [text(), undefined, 'required'],
    [text(), 'a\u0000b', 'characters'],
    [text(), 'a\nb', 'characters'],
    [text(), 'a\u0085b', 'characters'],
    [text(), 'a\ud800b', 'characters'],
    [optionalText(), '  ', null],
    [optionalText(), undefined, null],
  ],
  'a quantity': [
    [quantity(), '1 008', 1008],
    [quantity(), '0', 'quantityZero'],
    [quantity({ min: 0 }), '0', 0],
    [quantity(), '', 'quantityBlank'],
    [quantity(), undefined, 'quantityBlank'],
    [quantity(), '1.5', 'quantityWhole'],
    [optionalQuantity(), '', null],
    [optionalQuantity(), '0', 0],
  ],
  'a whole number': [
    [wholeNumber({ min: 1, max: 7 }), '7', 7],
    [wholeNumber({ min: 1, max: 7 }), '8', 'numberRange'],
    [wholeNumber({ min: 1, max: 7 }), '0', 'numberRange'],
    [wholeNumber({ min: 1, max: 7 }), '2.5', 'numberRange'],
    [wholeNumber({ min: 1, max: 7 }), '', 'numberRange'],
  ],
  'the day something happened': [
    [pastDay(today), today, today],
    [pastDay(today), ' 2026-11-22 ', '2026-11-22'],
    [pastDay(today), '2026-11-24', 'dayFuture'],
    [pastDay(today), '1999-12-31', 'dayOld'],
    [pastDay(today), '2026-02-30', 'day'],
    [pastDay(today), '', 'day'],
    [pastDay(today), undefined, 'day'],
  ],
  'a day on a pack': [
    [optionalDay(), '2028-08-31', '2028-08-31'],
    [optionalDay(), '', null],
    [optionalDay(), '2100-01-01', 'expiryFar'],
    [optionalDay(), '2028-02-31', 'day'],
    [anyDay(), '2099-12-31', '2099-12-31'],
    [anyDay(), '2100-01-01', 'day'],
  ],
  'an amount of money': [
    [optionalMoney(), '410', 41_000],
    [optionalMoney(), '12.50', 1250],
    [optionalMoney(), '12,5', 1250],
    [optionalMoney(), '1 234,56 $', 123_456],
    [optionalMoney(), '', null],
    [optionalMoney(), '-3', 'money'],
    [optionalMoney(), '1.234', 'money'],
  ],
  'a price': [
    [optionalPrice(), '9.36', 93_600],
    [optionalPrice(), '0,065', 650],
    [optionalPrice(), '0.0001', 1],
    [optionalPrice(), '1 234,5 $', 12_345_000],
    [optionalPrice(), '0', 0],
    [optionalPrice(), '', null],
    [optionalPrice(), '0.00001', 'price'],
    [optionalPrice(), '.065', 'price'],
    [optionalPrice(), '-1', 'price'],
    [optionalPrice(), '1e3', 'price'],
    [priceUnits(), '', 1],
    [priceUnits(), '144', 144],
    [priceUnits(), '0', 'numberRange'],
    [priceUnits(), '1.5', 'numberRange'],
  ],
  'a row that was chosen': [
    [id(), '12', 12],
    [id(), '0', 'choose'],
    [id(), '-1', 'choose'],
    [id(), '1e3', 'choose'],
    [id(), '9'.repeat(16), 'choose'],
    [id(), undefined, 'choose'],
    [optionalId(), '', undefined],
    [version(), '3', 3],
    [version(), 'x', 'unknownField'],
    [choice(['fr', 'en']), 'en', 'en'],
    [choice(['fr', 'en']), 'de', 'choose'],
  ],
  'a box': [
    [checkbox(), 'on', true],
    [checkbox(), undefined, false],
    [checkbox(), 'off', false],
  ],
  'a request id': [
    [requestId(), '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b11', '5f0c3c0e-53a0-4b5e-9d53-0a4f1f6f2b11'],
    [requestId(), 'not a uuid', 'requestId'],
    [requestId(), undefined, 'requestId'],
  ],
}

for (const [name, cases] of Object.entries(fields)) {
  test.each(cases.map(([field, typed, outcome]) => ({ field, typed, outcome })))(
    `${name}: $typed is $outcome`,
    ({ field, typed, outcome }) => {
      expect(read(field, typed)).toEqual(outcome)
    },
  )
}

describe('every amount of dollars and cents', () => {
  test('is read to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
        const dollars = `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
        expect(read(optionalMoney(), dollars)).toBe(cents)
      }),
    )
  })
})

describe('the lines of a form', () => {
  const line = z.strictObject({ item: text(), quantity: quantity(), pack: z.string().optional() })
  const form = lines(line, { max: 3, prefilled: ['pack'] })
  const blank = { item: '', quantity: ' ', pack: '4' }

  test('keep their place among the rows that were left blank', () => {
    const typed = [blank, { item: 'cond', quantity: '12' }, undefined]
    expect(read(form, typed)).toEqual([{ row: { item: 'cond', quantity: 12 }, index: 1 }])
  })

  test('that are all blank are a problem, and so are too many', () => {
    expect(read(form, [blank, blank])).toBe('lines')
    expect(read(form, undefined)).toBe('lines')
    expect(read(form, [blank, blank, blank, blank])).toBe('tooManyLines')
  })

  test('point at the field that needs a change', () => {
    const result = form.safeParse([blank, { item: 'cond', quantity: '' }])
    expect(result.error?.issues[0]?.path).toEqual([1, 'quantity'])
  })
})

describe('a name', () => {
  const form = z.object(names()).superRefine(named)

  test('in one language is enough', () => {
    expect(read(form, { nameFr: 'Sac', nameEn: '' })).toEqual({ nameFr: 'Sac', nameEn: null })
  })

  test('in none is a problem', () => {
    expect(read(form, { nameFr: '', nameEn: ' ' })).toBe('nameMissing')
  })
})

describe('a problem is a sentence', () => {
  test('with its numbers', () => {
    expect(problemSentence(problem('numberRange', { min: 1, max: 7 }), problems)).toBe(
      'Enter a whole number from 1 to 7.',
    )
  })

  test('even where only zod complained', () => {
    expect(problemSentence('Invalid input: expected string', problems)).toBe('Fill this in.')
  })
})
