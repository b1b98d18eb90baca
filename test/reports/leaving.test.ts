// What is made of a hidden count stays hidden with it, in a report of any period of the year.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsFrom, reportPeriod } from '#src/report-period.ts'
import type { Figures } from '#src/reports/figures.ts'
import { leavingSections } from '#src/reports/leaving.ts'
import { figure, type Line, line } from '#src/reports/lines.ts'

const months = monthsFrom('2026-04', '2027-03')
const perKit = 6
const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 5, max: 90 }),
)
const year = fc.array(count, { minLength: 12, maxLength: 12 })

const goods = { nameFr: 'x', nameEn: 'x', unitFr: 'x', unitEn: 'x' }
const item = (counts: readonly number[], inKits: Line['inKits'] = null) =>
  line({ of: 'item', goods, itemIds: [1] }, counts, { inKits })

function figuresWith(sections: Figures['sections']): Figures {
  const due = { times: 0, kept: 0 }
  const none = months.map(() => 0)
  return {
    months,
    sections,
    since: '2026-04',
    due: { current: due, before: due },
    nightsHeld: none,
  }
}

const periods = (['month', 'quarter', 'year'] as const).flatMap((length) =>
  ['2026-04', '2026-09', '2027-03'].map((month) => reportPeriod(length, month, 4)),
)

test('pieces that are mostly in kits never tell how many kits', () => {
  fc.assert(
    fc.property(year, year, fc.boolean(), (kits, loose, isAlone) => {
      const alone = loose.map((units) => (isAlone ? 0 : units))
      const pieces = kits.map((each) => each * perKit)
      const all = pieces.map((each, month) => each + (alone[month] ?? 0))
      const figures = figuresWith([
        { id: 'kits', lines: [item(kits)], missing: [] },
        { id: 'rest', lines: [item(all, pieces)], missing: [] },
      ])
      for (const period of periods) {
        const first = months.indexOf(period.months[0] ?? '')
        const within = (counts: readonly number[]) =>
          counts.slice(first, first + period.months.length).reduce((sum, each) => sum + each, 0)
        const [kit, piece] = leavingSections(figures, period).map(({ lines }) => lines[0])
        const isKitHidden = typeof kit?.total !== 'number'
        if (isKitHidden && within(alone) < within(pieces)) {
          expect(typeof piece?.total, period.from).toBe('string')
        }
        kit?.months.forEach((said, month) => {
          const at = first + month
          if (typeof said === 'number' || (alone[at] ?? 0) >= (pieces[at] ?? 0)) return
          expect(typeof piece?.months[month]).toBe('string')
        })
      }
    }),
    { numRuns: 400 },
  )
})

test('doses are said where all kits of naloxone are, and nowhere else', () => {
  fc.assert(
    fc.property(year, year, (one, other) => {
      const doses = one.map((kits, month) => 2 * (kits + (other[month] ?? 0)))
      const lines = [item(one), item(other), figure('doses', doses)]
      const figures = figuresWith([{ id: 'naloxone', lines, missing: [] }])
      for (const period of periods) {
        const [section] = leavingSections(figures, period)
        const [first, second, made] = section?.lines ?? []
        const isSaid = typeof first?.total === 'number' && typeof second?.total === 'number'
        expect(typeof made?.total === 'number').toBe(isSaid)
        made?.months.forEach((said, month) => {
          const kits = [first?.months[month], second?.months[month]]
          expect(typeof said === 'number').toBe(kits.every((each) => typeof each === 'number'))
        })
      }
    }),
    { numRuns: 400 },
  )
})

test('parts of a sum that is not said are not said either', () => {
  fc.assert(
    fc.property(year, year, (bars, streets) => {
      const parts = [bars, streets].map((counts) =>
        line({ of: 'venues', role: 'bar' }, counts, { isPart: true }),
      )
      const all = bars.map((each, month) => each + (streets[month] ?? 0))
      const lines = [figure('contacts', all), ...parts]
      const figures = figuresWith([{ id: 'street', lines, missing: [] }])
      for (const period of periods) {
        const [met, ...kinds] = leavingSections(figures, period)[0]?.lines ?? []
        if (typeof met?.total === 'number') continue
        expect(kinds.some(({ total }) => typeof total === 'number' && total > 0)).toBe(false)
      }
    }),
    { numRuns: 400 },
  )
})
