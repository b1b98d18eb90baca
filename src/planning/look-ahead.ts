import { type DemandOutlook, demandOver } from './demand-outlook.ts'
import { donationChances } from './donations.ts'
import { outlookAfter } from './forecast.ts'
import { medianLeadTime } from './lead-times.ts'
import type { Protection } from './order-up-to-level.ts'
import type { ReorderQuestion } from './reorder-question.ts'

/** The days ahead of an order: what is expected in them, and which of them it has to cover. */
export type LookAhead = {
  readonly outlook: DemandOutlook
  /** One per possible lead time. */
  readonly protections: readonly Protection[]
  readonly medianLeadTimeDays: number
  readonly plannedOpen: readonly number[]
}

const OUTLOOK_DAYS = 366

/** The days ahead of today's order: a year, or until the following one can arrive. */
export function lookAhead(question: ReorderQuestion): LookAhead {
  const { history, leadTimes, reviewDays } = question
  const plannedOpen = plannedFor(question.plannedOpen, daysToSee(question))
  const protectedDays = sum(leadTimes.map((lead) => lead.probability * (lead.days + reviewDays)))
  const outlook = outlookAfter(history, plannedOpen, Math.round(protectedDays))
  return {
    outlook,
    protections: protectionsFrom(question, outlook),
    medianLeadTimeDays: medianLeadTime(leadTimes),
    plannedOpen,
  }
}

/** Open days, weighed by their share of the usual service, among the first `days`. */
export function openDaysAhead({ plannedOpen }: LookAhead, days: number): number {
  return sum(plannedOpen.slice(0, days))
}

/** What each possible lead time asks for, until this order and until the following one arrive. */
export function protectionsFrom(
  {
    leadTimes,
    reviewDays,
    donated = [],
  }: Pick<ReorderQuestion, 'leadTimes' | 'reviewDays' | 'donated'>,
  outlook: DemandOutlook,
): Protection[] {
  const over = (days: number) => ({
    demand: demandOver(outlook, days),
    donated: donationChances(donated, days),
  })
  return leadTimes.map(({ days, probability }) => ({
    probability,
    overInterval: over(days + reviewDays),
    overLeadTime: over(days),
  }))
}

function daysToSee({ leadTimes, reviewDays }: ReorderQuestion): number {
  const longest = Math.max(...leadTimes.map((lead) => lead.days))
  return Math.max(OUTLOOK_DAYS, longest + reviewDays)
}

function plannedFor(plannedOpen: readonly number[], days: number): number[] {
  const planned = plannedOpen.slice(0, days)
  const week = Math.min(7, planned.length)
  while (planned.length < days) planned.push(planned[planned.length - week] ?? 0)
  return planned
}

function sum(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0)
}
