import type { Day } from '#src/day.ts'
import { en, type Named, type Unit } from '../format.ts'

export const distribution = {
  title: 'Distribution',
  caption: 'Units of each item handed out in each place',
  filter: 'Filter',
  period: 'Period',
  from: 'From',
  to: 'To',
  fromTo: (p: { from: Day; to: Day }) => `${en.day(p.from)} to ${en.day(p.to)}`,
  twelveMonths: '12 months',
  by: 'Columns',
  byKind: 'Kinds of venue',
  byVenue: 'Each venue',
  stream: 'Service',
  allStreams: 'All services',
  byMonth: 'By month',
  empty: 'Nothing was given in this period',
  emptyHint: 'Choose another period or service. What is handed out is added up here.',
  entriesOf: (p: { item: Named }) => `${en.name(p.item)}: the entries`,
  addUpTo: (p: { units: number; item: Unit }) => `They add up to ${en.units(p.units, p.item)}.`,
  noEntries: 'No entry adds to this figure',
  what: 'What',
  way: 'From, to',
  file: 'distribution',
}
