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
