// When a row that was put aside is on the board again before its day: as soon as it is worse than it
// was then. Pure.
import { addDays, type Day, daysBetween } from '#src/day.ts'
import { type StockLevel, stockLevels } from '#src/planning/item-advice.ts'

/** How an item stands. Base units. */
export type Standing = {
  readonly level: StockLevel
  /** The likely day; null where it is none within a year, or where nobody knows. */
  readonly runsOutOn: Day | null
  /** Null where nobody counts. */
  readonly usable: number | null
}

/** Nothing is left, its level is more pressing, or it runs out sooner. */
export type Worse = 'level' | 'empty' | 'sooner'

/** What got worse since somebody put it aside; null where nothing did. */
export function worsened(
  then: Standing & { readonly snoozedOn: Day },
  now: Standing,
): Worse | null {
  if (now.usable === 0 && then.usable !== 0) return 'empty'
  if (weightOf(now.level) < weightOf(then.level)) return 'level'
  // What had run out cannot run out sooner.
  if (then.usable === 0 || now.runsOutOn === null) return null
  return now.runsOutOn <= soonerOn(then) ? 'sooner' : null
}

const calmFrom = stockLevels.indexOf('coming')

/** What is on order, enough or unknown is all the same: none of it asks for anything. */
function weightOf(level: StockLevel): number {
  return Math.min(calmFrom, stockLevels.indexOf(level))
}

const fewestDaysSooner = 3

/**
 * To run out on this day or before it is worse: three days before the day it was likely to then, or a
 * tenth of the time that was left where that is more. A day is as good as a year away where none was known.
 */
export function soonerOn({
  runsOutOn,
  snoozedOn,
}: Pick<Standing, 'runsOutOn'> & { readonly snoozedOn: Day }): Day {
  const likely = runsOutOn ?? addDays(snoozedOn, 366)
  const tenth = Math.ceil(daysBetween(snoozedOn, likely) / 10)
  return addDays(likely, -Math.max(fewestDaysSooner, tenth))
}

/** Red and empty is the end: waiting for worse would be waiting for ever. */
export function canWorsen({ level, usable }: Pick<Standing, 'level' | 'usable'>): boolean {
  return level !== 'now' || (usable !== null && usable > 0)
}
