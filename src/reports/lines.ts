// The lines of a report: a count for each month that was read. Pure.
import { monthOf } from '#src/day.ts'
import type { LocationRole, RecoverySource } from '#src/db/schema/index.ts'
import type { Event, ReportFacts, ReportItem } from './queries.ts'

/** A figure of the programme; the other lines are those of an item, a kind of venue, a donor, a way to lose. */
export type FigureWord =
  | ('syringes' | 'recovered' | 'containers' | 'doses' | 'contacts' | 'visits' | 'nights' | 'heads')
  | ('meals' | 'groceries' | 'gifts' | 'cleanUps' | 'people' | 'collected')

/** No sum of months: visits due, those made in time, people a night. */
export type Rate = { readonly of: 'rate'; readonly rate: 'due' | 'kept' | 'average' }

type Name = Pick<ReportItem, 'nameFr' | 'nameEn'>
type Goods = Pick<ReportItem, 'nameFr' | 'nameEn' | 'unitFr' | 'unitEn'>

/** What a line is about. */
export type Subject =
  | { readonly of: 'figure'; readonly figure: FigureWord }
  | { readonly of: 'item'; readonly goods: Goods; readonly itemIds: readonly number[] }
  | { readonly of: 'venues' | 'loss'; readonly role: LocationRole }
  /** Null: those who do not want to be named. */
  | { readonly of: 'donor'; readonly donor: Name | null }

export type Line = {
  readonly about: Subject
  /** One for each month that was read: base units, people, evenings, gifts. */
  readonly counts: readonly number[]
  /** Of these, what was in kits; null where none ever was. */
  readonly inKits: readonly number[] | null
  /** What donors said that it was worth; null where nobody did. */
  readonly cents: readonly number[] | null
  /** It is listed below the line that it is a part of. */
  readonly isPart: boolean
}

/** What the lines are made of. */
export type Sources = {
  readonly facts: ReportFacts
  /** Every month that was read, 'YYYY-MM'. */
  readonly months: readonly string[]
  /** The first with anything in it. */
  readonly since: string | null
}

export type Column = { readonly n: readonly number[]; readonly amount: readonly number[] }

export function line(about: Subject, counts: readonly number[], more: Partial<Line> = {}): Line {
  return { about, counts, inKits: null, cents: null, isPart: false, ...more }
}

export function figure(
  word: FigureWord,
  counts: readonly number[],
  more: Partial<Line> = {},
): Line {
  return line({ of: 'figure', figure: word }, counts, more)
}

/** Events of a kind, or of one sort of it: how often, and how much, month by month. */
export function eventsOf(
  { facts, months }: Sources,
  what: Event['what'],
  which?: LocationRole | RecoverySource,
): Column {
  const found = facts.events.filter(
    (each) => each.what === what && (which === undefined || each.which === which),
  )
  return {
    n: byMonth(months, found, ({ at, n }) => [at, n]),
    amount: byMonth(months, found, ({ at, amount }) => [at, amount]),
  }
}

/** Sums by month of rows that say their month, or a day in it. */
export function byMonth<Row>(
  months: readonly string[],
  rows: readonly Row[],
  read: (row: Row) => readonly [at: string | null, count: number],
): number[] {
  const sums = new Map(months.map((month) => [month, 0]))
  for (const row of rows) {
    const [at, count] = read(row)
    const month = at === null ? '' : monthOf(at)
    const known = sums.get(month)
    if (known !== undefined) sums.set(month, known + count)
  }
  return [...sums.values()]
}

/** What of some items reached venues, as one sum. */
export function outOf({ facts, months }: Sources, items: readonly ReportItem[]) {
  const ids = new Set(items.map(({ id }) => id))
  const out = facts.out.filter(({ itemId }) => ids.has(itemId))
  const inKits = byMonth(months, out, (each) => [each.month, each.inKits])
  return {
    counts: byMonth(months, out, ({ month, alone, inKits }) => [month, alone + inKits]),
    inKits: inKits.some((count) => count !== 0) ? inKits : null,
  }
}

/** A line an item; the sizes of one thing are one line. */
export function itemLines(sources: Sources, items: readonly ReportItem[]): Line[] {
  const groups = new Map<number, ReportItem[]>()
  for (const item of items) {
    const key = item.familyId ?? -item.id
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const { nameFr, nameEn } = first.family ?? first
    const goods = { nameFr, nameEn, unitFr: first.unitFr, unitEn: first.unitEn }
    const { counts, inKits } = outOf(sources, members)
    return [line({ of: 'item', goods, itemIds: members.map(({ id }) => id) }, counts, { inKits })]
  })
}

export function isRecorded({ counts }: Line): boolean {
  return counts.some((count) => count !== 0)
}
