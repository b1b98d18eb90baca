import { type Day, weekdayOf } from '#src/day.ts'

/** One step of a history is a day, a week or a month. */
export type Frequency = 'D' | 'W' | 'M'

/** Nothing missing, no stock all day, or stock that reached zero during the day. */
export type StockOut = 'none' | 'out' | 'ran-out'

/**
 * What happened to one item, oldest step first, one entry per step in every list. Counts are whole
 * units. Lists left out mean: always open, never without stock, nobody asked in vain.
 */
export type DemandHistory = {
  readonly frequency: Frequency
  readonly startOn: Day
  readonly handedOut: readonly number[]
  /** Asked for, none left. A count above zero replaces any guess about that step. */
  readonly unmet?: readonly number[]
  /** 1 for a step with its usual service, 0 for a closed one, or any share between or above. */
  readonly open?: readonly number[]
  readonly stockOut?: readonly StockOut[]
}

/**
 * The open steps of a history, oldest first. Closed steps are left out altogether, so they can
 * neither dilute the rate nor age what came before them.
 */
export type OpenSteps = {
  readonly frequency: Frequency
  /** Units asked for: handed out plus unmet. */
  readonly demand: Float64Array
  readonly open: Float64Array
  /** 1 Monday … 7 Sunday; 0 when the step is not a day. */
  readonly weekday: Uint8Array
  readonly stockOut: readonly StockOut[]
}

/** The open steps from about the first demand on: leading zeros go, for days in whole weeks. */
export function openSteps(history: DemandHistory): OpenSteps {
  const kept = sinceFirstDemand(history, openIndexes(history))
  const weekdayAt = weekdays(history)
  const demand = new Float64Array(kept.length)
  const open = new Float64Array(kept.length)
  const weekday = new Uint8Array(kept.length)
  kept.forEach((index, i) => {
    demand[i] = demandAt(history, index)
    open[i] = opennessAt(history, index)
    weekday[i] = weekdayAt(index)
  })
  const stockOut = kept.map((index) => stockOutAt(history, index))
  return { frequency: history.frequency, demand, open, weekday, stockOut }
}

/** How open a step was. One on which something was asked for was open, whatever the calendar says. */
export function opennessAt(history: DemandHistory, index: number): number {
  const planned = history.open?.[index] ?? 1
  return planned > 0 || demandAt(history, index) === 0 ? planned : 1
}

/** Whether what was handed out on a step may be less than what was asked for. */
export function stockOutAt({ stockOut, unmet }: DemandHistory, index: number): StockOut {
  return (unmet?.[index] ?? 0) > 0 ? 'none' : (stockOut?.[index] ?? 'none')
}

/** Weekday of any step of the history or after it: 1 Monday … 7 Sunday, 0 for weeks and months. */
export function weekdays({ frequency, startOn }: DemandHistory): (index: number) => number {
  if (frequency !== 'D') return () => 0
  const first = weekdayOf(startOn) - 1
  return (index) => ((first + index) % 7) + 1
}

function openIndexes(history: DemandHistory): number[] {
  const indexes: number[] = []
  for (let index = 0; index < history.handedOut.length; index++)
    if (opennessAt(history, index) > 0) indexes.push(index)
  return indexes
}

function sinceFirstDemand(history: DemandHistory, indexes: number[]): number[] {
  const first = indexes.findIndex((index) => demandAt(history, index) > 0)
  if (first <= 0) return indexes
  return indexes.slice(history.frequency === 'D' ? first - (first % 7) : first)
}

function demandAt({ handedOut, unmet }: DemandHistory, index: number): number {
  return (handedOut[index] ?? 0) + (unmet?.[index] ?? 0)
}
