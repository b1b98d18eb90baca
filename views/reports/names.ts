// What the lines of a report are called, and where their figures lead.
import type { Say } from '#src/messages/index.ts'
import type { ReportPeriod } from '#src/report-period.ts'
import type { FigureWord, Rate, Subject } from '#src/reports/lines.ts'

export function lineName(about: Subject | Rate, say: Say): string {
  const { reports, common } = say
  switch (about.of) {
    case 'figure':
      return reports.figures[about.figure]
    case 'rate':
      return reports.rates[about.rate]
    case 'item':
      return say.name(about.goods)
    case 'venues':
    case 'loss':
      return common.locationRoles[about.role]
    case 'donor':
      return about.donor ? say.name(about.donor) : reports.anonymous
  }
}

export function lineUnit(about: Subject | Rate, say: Say): string {
  return about.of === 'item' ? say.unit(about.goods) : ''
}

/** The page that has the entries of a figure, or their list. */
export function evidencePath(about: Subject | Rate, { from, to, months }: ReportPeriod): string {
  const span = `from=${from}&to=${to}`
  switch (about.of) {
    case 'item': {
      const [itemId] = about.itemIds
      return about.itemIds.length === 1
        ? `/distribution/entries?item=${itemId}&${span}`
        : `/distribution?${span}`
    }
    case 'venues':
      return `/venues?kind=${about.role}`
    case 'rate':
      return about.rate === 'average' ? `/drop-in/nights?until=${to}` : '/venues'
    case 'loss':
      return '/transfers'
    case 'donor':
      return '/donations'
    case 'figure': {
      const nights = `/drop-in/nights?until=${to}`
      const paths: Partial<Record<FigureWord, string>> = {
        syringes: `/sharps/ratio?year=${months[0]?.slice(0, 4)}`,
        recovered: '/recoveries',
        collected: '/recoveries',
        contacts: '/venues',
        visits: '/venues',
        nights,
        heads: nights,
        gifts: '/donations',
        cleanUps: '/clean-ups',
        people: '/clean-ups',
      }
      return paths[about.figure] ?? `/distribution?${span}`
    }
  }
}
