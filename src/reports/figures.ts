// The figures of a report, in the order a funder reads them. Pure.
import { openFactor } from '#src/catalog/calendar.ts'
import { daysFrom, monthOf } from '#src/day.ts'
import type { Category, LocationRole } from '#src/db/schema/index.ts'
import { monthsFrom } from '#src/report-period.ts'
import {
  byMonth,
  eventsOf,
  type FigureWord,
  figure,
  isRecorded,
  itemLines,
  type Line,
  line,
  outOf,
  type Sources,
} from './lines.ts'
import type { Event, ReportFacts, ReportItem } from './queries.ts'

export type SectionId = keyof typeof sections

export type Section = {
  readonly id: SectionId
  /** What was recorded in some month of those that were read. */
  readonly lines: readonly Line[]
  /** Figures that funders ask for, of which the programme records nothing. */
  readonly missing: readonly FigureWord[]
}

export type Due = { readonly times: number; readonly kept: number }

export type Figures = {
  /** Every month that was read, 'YYYY-MM'. */
  readonly months: readonly string[]
  readonly sections: readonly Section[]
  /** The first month with anything in it: those before are in no mean. */
  readonly since: string | null
  readonly due: Readonly<Record<'current' | 'before', Due>>
  /** Evenings of the drop-in on which somebody counted heads, by month. */
  readonly nightsHeld: readonly number[]
}

export function figuresOf(facts: ReportFacts): Figures {
  const months = monthsFrom(monthOf(facts.read.from), monthOf(facts.read.to))
  const since = firstMonth({ facts, months })
  const sources = { facts, months, since }
  const ids = Object.keys(sections) as SectionId[]
  const all = ids.map((id) => sectionOf(id, sections[id](sources)))
  return {
    ...{ months, sections: all, since },
    due: { current: dueOf(facts.events, 'current'), before: dueOf(facts.events, 'before') },
    nightsHeld: eventsOf(sources, 'visit', 'drop-in-floor').n,
  }
}

/** The first month with anything in it; null without one. The calendar alone is no record. */
function firstMonth({ facts, months }: Pick<Sources, 'facts' | 'months'>): string | null {
  const { out, events, donations } = facts
  const recorded = new Set([
    ...out.map(({ month }) => month),
    ...events.flatMap(({ at }) => (at === null ? [] : [monthOf(at)])),
    ...donations.map(({ month }) => month),
  ])
  return months.find((month) => recorded.has(month)) ?? null
}

function sectionOf(id: SectionId, lines: readonly Line[]): Section {
  const missing = lines.flatMap((each) =>
    each.about.of === 'figure' && !isRecorded(each) ? [each.about.figure] : [],
  )
  return { id, lines: lines.filter(isRecorded), missing }
}

function dueOf(events: readonly Event[], period: 'current' | 'before'): Due {
  const found = events.find(({ what, which }) => what === 'due' && which === period)
  return { times: found?.n ?? 0, kept: found?.amount ?? 0 }
}

/** Two doses in a kit. */
const dosesPerKit = 2
// Nothing else tells a meal from a juice; the import and one-line entry know items by their codes too.
const mealCodes = ['meal', 'repas']
const groceryCodes = ['groc']
const restCategories: readonly Category[] = [
  ...(['injection', 'inhalation', 'food', 'hygiene', 'print', 'other'] as const),
]

const sections = {
  prevention: (sources: Sources) => itemLines(sources, ofCategory(sources, 'prevention')),

  syringes: (sources: Sources) => {
    const sharp = sources.facts.items.filter(({ isSharp }) => isSharp)
    const { counts, inKits } = outOf(sources, sharp)
    return [
      figure('syringes', counts, { inKits }),
      figure('recovered', eventsOf(sources, 'recovery').amount),
      figure('containers', outOf(sources, ofCategory(sources, 'sharps')).counts),
    ]
  },

  kits: (sources: Sources) => {
    const kits = sources.facts.items.filter((each) => isKit(sources, each))
    return itemLines(
      sources,
      kits.filter((each) => !isFigure(each)),
    )
  },

  naloxone: (sources: Sources) => {
    const items = ofCategory(sources, 'naloxone')
    const doses = outOf(sources, items).counts.map((kits) => kits * dosesPerKit)
    return [...itemLines(sources, items), figure('doses', doses)]
  },

  street: (sources: Sources) => {
    const roles = new Set(sources.facts.events.flatMap(visitedRole))
    const columns = [...roles].map((role) => ({ role, ...eventsOf(sources, 'visit', role) }))
    const sum = (of: 'n' | 'amount') =>
      sources.months.map((_, index) =>
        columns.reduce((all, each) => all + (each[of][index] ?? 0), 0),
      )
    const parts = columns.map(({ role, amount }) =>
      line({ of: 'venues', role }, amount, { isPart: true }),
    )
    return [figure('contacts', sum('amount')), ...parts, figure('visits', sum('n'))]
  },

  dropin: (sources: Sources) => [
    figure('nights', nightsOpen(sources)),
    figure('heads', eventsOf(sources, 'visit', 'drop-in-floor').amount),
    figure('meals', outOf(sources, withCode(sources, mealCodes)).counts),
    figure('groceries', outOf(sources, withCode(sources, groceryCodes)).counts),
  ],

  clothing: (sources: Sources) => itemLines(sources, ofCategory(sources, 'clothing')),

  rest: (sources: Sources) => {
    const items = restCategories.flatMap((category) => ofCategory(sources, category))
    return itemLines(
      sources,
      items.filter((each) => !each.isSharp && !isFigure(each)),
    )
  },

  donations,

  losses: (sources: Sources) =>
    (['expired', 'damaged', 'lost', 'found'] as const).map((role) => {
      const { amount } = eventsOf(sources, 'loss', role)
      const counts = role === 'found' ? amount.map((units) => 0 - units) : amount
      return line({ of: 'loss', role }, counts)
    }),

  cleanUps: (sources: Sources) => {
    const { n, amount } = eventsOf(sources, 'clean-up')
    return [
      figure('cleanUps', n),
      figure('people', amount),
      figure('collected', eventsOf(sources, 'recovery', 'clean-up').amount),
    ]
  },
}

/** Of a category, kits aside: they have a section of their own. */
function ofCategory(sources: Sources, category: Category): ReportItem[] {
  return sources.facts.items.filter(
    (each) => each.category === category && !isKit(sources, each) && !isFigure(each),
  )
}

function withCode({ facts }: Sources, codes: readonly string[]): ReportItem[] {
  return facts.items.filter(({ code }) => codes.includes(code.toLowerCase()))
}

function isKit({ facts }: Sources, { id }: ReportItem): boolean {
  return facts.kits.includes(id)
}

/** A figure of its own at the drop-in. */
function isFigure({ code }: ReportItem): boolean {
  return [...mealCodes, ...groceryCodes].includes(code.toLowerCase())
}

function visitedRole(event: Event): LocationRole[] {
  return event.what === 'visit' && event.which !== 'drop-in-floor' ? [event.which] : []
}

/** Evenings that the calendar had open, or that were held all the same. */
function nightsOpen({ facts, months, since }: Sources): number[] {
  const held = new Set(
    facts.events.flatMap(({ what, which, at }) =>
      what === 'visit' && which === 'drop-in-floor' ? [at] : [],
    ),
  )
  const last = facts.read.to < facts.today ? facts.read.to : facts.today
  if (since === null) return months.map(() => 0)
  const open = daysFrom(`${since}-01`, last).filter(
    (day) => held.has(day) || openFactor(facts.calendar, 'drop-in', day) > 0,
  )
  return byMonth(months, open, (day) => [day, 1])
}

/** All gifts, then those of each who gave, the most first. */
function donations({ facts, months }: Sources): Line[] {
  const gifts = (rows: ReportFacts['donations']) =>
    byMonth(months, rows, (row) => [row.month, row.gifts])
  const cents = (rows: ReportFacts['donations']) =>
    rows.some((row) => row.cents !== null)
      ? byMonth(months, rows, (row) => [row.month, row.cents ?? 0])
      : null
  const donors = [...new Set(facts.donations.map(({ donorId }) => donorId))]
  const parts = donors.map((id) => {
    const rows = facts.donations.filter(({ donorId }) => donorId === id)
    const donor = id === null ? null : (rows[0] ?? null)
    return line({ of: 'donor', donor }, gifts(rows), { cents: cents(rows), isPart: true })
  })
  const sum = ({ counts }: Line) => counts.reduce((all, count) => all + count, 0)
  const all = figure('gifts', gifts(facts.donations), { cents: cents(facts.donations) })
  return [all, ...parts.toSorted((a, b) => sum(b) - sum(a))]
}
