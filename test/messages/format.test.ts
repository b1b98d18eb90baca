import { describe, expect, test } from 'vitest'
import { say } from '#src/messages/index.ts'

const unit = { unitFr: 'boîte', unitEn: 'box' }

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  const words = say(language)

  test('what is below zero has a minus sign, not a hyphen', () => {
    const below = [
      ...[words.number(-1180), words.decimal(-9.5), words.exact(-163.41), words.percent(-0.1)],
      ...[words.money(-250), words.units(-2, unit)],
    ]
    for (const each of below) expect(each).toMatch(/^−[^-]*$/)
  })

  test('nearly all is not all, and nearly nothing is something', () => {
    const digits = (ratio: number) => Number(words.percent(ratio).replace(/\D/g, ''))
    expect([0.9999, 1, 1.2, 0.0001, 0, 0.345].map(digits)).toEqual([99, 100, 120, 1, 0, 35])
  })

  test('a day near has no year, the same day of another year has it', () => {
    for (const far of ['2025-11-20', '2027-11-20']) {
      expect(words.shortDayFrom(far, '2026-11-23')).toContain(far.slice(0, 4))
      expect(words.weekdayFrom(far, '2026-11-23')).toContain(far.slice(0, 4))
    }
    for (const near of ['2026-03-01', '2026-11-20', '2027-08-01']) {
      expect(words.shortDayFrom(near, '2026-11-23')).toBe(words.shortDay(near))
      expect(words.weekdayFrom(near, '2026-11-23')).toBe(words.weekday(near))
    }
  })
})

test('in French the first of a month is le 1er, alone and at either end of a span', () => {
  const words = say('fr')
  expect(words.day('2026-12-01')).toBe('1er décembre 2026')
  expect(words.weekday('2026-12-01')).toBe('mardi 1er décembre')
  expect(words.shortDay('2026-12-01')).toBe('1er déc.')
  expect(words.shortSpan('2026-12-01', '2026-12-05')).toMatch(/^1er.–.5 déc\.$|^1er–5 déc\.$/)
  expect(words.shortSpan('2026-11-21', '2026-12-01')).toMatch(/^21 nov\..+1er déc\.$/)
  expect(words.day('2026-12-11')).toBe('11 décembre 2026')
  expect(words.month('2026-01-01')).toBe('janvier 2026')
  expect(say('en').day('2026-12-01')).toBe('December 1, 2026')
  const atNight = Date.parse('2026-12-01T06:05:00Z')
  expect(words.instant(atNight, 'America/Toronto')).toMatch(/^1er déc\. 2026, 01.h.05$/)
  expect(say('en').instant(atNight, 'America/Toronto')).toMatch(/^Dec\.? 1, 2026, 1:05.a\.m\.$/)
})
