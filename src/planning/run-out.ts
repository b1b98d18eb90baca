import { cdf } from './demand-distribution.ts'
import { type DemandOutlook, demandOver } from './demand-outlook.ts'

/** Units that come and the day they are expected, 0 being today; below zero, units that go unused. */
export type Arrival = { readonly quantity: number; readonly inDays: number }

/**
 * The day stock reaches zero, 0 being today: it is this early with a chance of one in ten, as
 * likely before as after the median, and this late with a chance of one in ten. `null` means not
 * within the outlook.
 */
export type RunOut = {
  readonly earliestInDays: number | null
  readonly medianInDays: number | null
  readonly latestInDays: number | null
}

/** When the units available today and the arrivals will have been asked for. */
export function runOut(
  outlook: DemandOutlook,
  available: number,
  arrivals: readonly Arrival[] = [],
): RunOut {
  const stockedUntil = stockLevels(outlook, available, arrivals)
  const within = (probability: number) => dayOfRunningOut(outlook, stockedUntil, probability)
  return {
    earliestInDays: within(0.1),
    medianInDays: within(0.5),
    latestInDays: within(0.9),
  }
}

type StockLevel = { readonly fromDay: number; readonly toDay: number; readonly units: number }

/** What has come in by each arrival, with the days for which nothing more comes. */
function stockLevels(
  outlook: DemandOutlook,
  available: number,
  arrivals: readonly Arrival[],
): StockLevel[] {
  const lastDay = outlook.expectedBy.length - 2
  const inOrder = arrivals.toSorted((a, b) => a.inDays - b.inDays)
  const levels: StockLevel[] = []
  let units = available
  let fromDay = 0
  for (const { quantity, inDays } of inOrder) {
    if (inDays > fromDay) {
      levels.push({ fromDay, toDay: Math.min(lastDay, inDays - 1), units })
      fromDay = inDays
    }
    units += quantity
  }
  return [...levels, { fromDay, toDay: lastDay, units }].filter((l) => l.fromDay <= l.toDay)
}

function dayOfRunningOut(
  outlook: DemandOutlook,
  levels: readonly StockLevel[],
  probability: number,
): number | null {
  for (const { fromDay, toDay, units } of levels) {
    const isOut = (day: number) => outBy(outlook, day, units) >= probability
    if (isOut(toDay)) return firstDay(fromDay, toDay, isOut)
  }
  return null
}

/** P(these units have all been asked for by the end of this day). */
function outBy(outlook: DemandOutlook, day: number, units: number): number {
  return 1 - cdf(demandOver(outlook, day + 1), Math.ceil(units) - 1)
}

function firstDay(from: number, to: number, isOut: (day: number) => boolean): number {
  let early = from
  let late = to
  while (early < late) {
    const middle = Math.floor((early + late) / 2)
    if (isOut(middle)) late = middle
    else early = middle + 1
  }
  return early
}
