import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLines } from '#src/shifts/late/read-lines.ts'
import { wordsOf } from '#src/shifts/late/words.ts'

const venue = (id: number, nameFr: string, nameEn: string | null = null) =>
  wordsOf({ id, nameFr, nameEn }, { isUsual: false })
const item = (id: number, code: string, nameFr: string, nameEn: string, isUsual = true) =>
  wordsOf({ id, code, nameFr, nameEn }, { isUsual })

const venues = [
  venue(1, 'Sky'),
  venue(2, 'Parc', 'Park'),
  venue(3, 'Motel 6'),
  venue(4, 'Hôtel Nord'),
  venue(5, 'Hôtel Sud'),
]
const items = [
  item(11, 'cond', 'Condom externe', 'External condom'),
  item(12, '1cc', 'Seringue 1 cc', '1 cc syringe'),
  item(13, 'juice', 'Jus', 'Juice'),
  item(14, 'cooker', 'Réchaud', 'Cooker', false),
  item(15, '3cc', 'Seringue 3 cc', '3 cc syringe'),
  item(16, 'push', 'Bâton poussoir', 'Push stick'),
]
const known = { venues, items, venueBefore: null }

/** A line as it was read: "sky: 6 cond, 2 juice" or its problems. */
function read(text: string): string {
  return readLines(text, known)
    .map(({ venue: at, given, met, problems }) => {
      if (problems.length > 0) {
        return problems
          .map((each) => {
            const near = 'near' in each ? each.near.map(({ words }) => words[0]).join('|') : ''
            return [each.code, 'typed' in each ? each.typed : '', near].filter(Boolean).join(' ')
          })
          .join(', ')
      }
      const goods = given.map(({ item: of, quantity }) => `${quantity} ${of.words[0]}`)
      const all = met > 0 ? [...goods, `${met} met`] : goods
      return `${at?.words[0]}: ${all.join(', ') || 'nothing'}`
    })
    .join(' / ')
}

describe('a line is', () => {
  test.each([
    ['sky 6cond 4 1cc 2juice', 'sky: 6 cond, 4 1cc, 2 juice'],
    ['sky 6c 2j', 'sky: 6 cond, 2 juice'],
    ['SKY 6 COND', 'sky: 6 cond'],
    ['sky 41cc', 'sky: 4 1cc'],
    ['sky 4x1cc, 2×jus; 3 push', 'sky: 4 1cc, 2 juice, 3 push'],
    ['sky 12 3cc', 'sky: 12 3cc'],
    ['sky 3 bâton poussoir 1 jus', 'sky: 3 push, 1 juice'],
    ['park 2cond 3cond', 'parc: 5 cond'],
    ['motel 6 3cond', 'motel 6: 3 cond'],
    ['hotel nord 1j', 'hotel nord: 1 juice'],
    ['hotel n 1j', 'hotel nord: 1 juice'],
    ['pa 1j', 'parc: 1 juice'],
    ['sky', 'sky: nothing'],
    ['sky 5 pers 2j', 'sky: 2 juice, 5 met'],
    ['sky 3people', 'sky: 3 met'],
    ['sky 2 cook', 'sky: 2 cooker'],
  ])('read: %s', (typed, is) => {
    expect(read(typed)).toBe(is)
  })

  test.each([
    ['skie 6cond', 'venueUnknown skie sky'],
    ['zzzzzz 6cond', 'venueUnknown zzzzzz'],
    ['hotel 6cond', 'venueSeveral hotel hotel nord|hotel sud'],
    ['6cond', 'venueMissing'],
    ['sky 6conf', 'itemUnknown conf cond'],
    ['sky 6zzzzz', 'itemUnknown zzzzz'],
    ['sky 6se', 'itemSeveral se 1cc|3cc'],
    ['sky 6', 'itemMissing 6'],
    ['sky 2cond 6', 'itemMissing 6'],
    ['sky cond', 'quantityMissing cond'],
    ['sky 1cc', 'quantityMissing 1cc'],
    ['sky zzzzz', 'itemUnknown zzzzz'],
    ['sky 0cond', 'quantityZero cond'],
    ['sky 1.5cond', 'quantityWhole 1.5cond'],
    ['sky 1,5 cond', 'quantityWhole 1,5'],
    ['sky -3cond', 'quantityNumber -3cond'],
    ['sky −3 cond', 'quantityNumber −3'],
    ['sky 10000cond', 'quantityMuch 10000 cond'],
    ['sky 9999cond 1cond', 'quantityMuch 10000 cond'],
    ['sky 1 200cond', 'itemUnknown 200cond cond'],
    ['sky 1000 pers', 'quantityMuch 1000'],
  ])('not read, and says why: %s', (typed, why) => {
    expect(read(typed)).toBe(why)
  })

  test('of the place before when it names none', () => {
    expect(read('sky 6cond\n2j\n\nparc 1j\n3 1cc')).toBe(
      'sky: 6 cond / sky: 2 juice / parc: 1 juice / parc: 3 1cc',
    )
    expect(readLines('2j', { ...known, venueBefore: venues[1] ?? null })[0]?.venue?.id).toBe(2)
  })

  test('of no place after one that could not be read', () => {
    expect(read('zzzzzz 1j\n2j')).toBe('venueUnknown zzzzzz / venueMissing')
  })
})

const anItem = fc.constantFrom(...items)
const aPart = fc.record({ item: anItem, quantity: fc.integer({ min: 1, max: 999 }) })
const aLine = fc.record({
  venue: fc.constantFrom(...venues),
  parts: fc.array(aPart, { maxLength: 5 }),
  isLoud: fc.boolean(),
})

test('whatever is written by code with spaces is read as it was meant', () => {
  fc.assert(
    fc.property(aLine, ({ venue: at, parts, isLoud }) => {
      const words = parts.map((part) => `${part.quantity} ${part.item.words[0]}`)
      const text = [at.words[0], ...words].join(' ')
      const [line] = readLines(isLoud ? text.toUpperCase() : text, known)
      expect(line?.problems).toEqual([])
      expect(line?.venue).toBe(at)
      const sum = (id: number) =>
        parts.filter((part) => part.item.id === id).reduce((all, part) => all + part.quantity, 0)
      for (const each of items) {
        const given = line?.given.find((part) => part.item.id === each.id)?.quantity ?? 0
        expect(given).toBe(sum(each.id))
      }
    }),
  )
})

test('nothing anybody types is read as zero, a fraction or less than nothing, and all of it is answered', () => {
  const junk = fc.array(
    fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('sky', '6c', '1cc', '41cc', '-2j', '1,5', '×', '0', 'pers', '９'),
    ),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(junk, (words) => {
      for (const line of readLines(words.join(' '), known)) {
        for (const { quantity } of line.given) expect(quantity).toBeGreaterThan(0)
        for (const { quantity } of line.given) expect(Number.isInteger(quantity)).toBe(true)
        expect(line.venue !== null || line.problems.length > 0).toBe(true)
      }
    }),
  )
})
