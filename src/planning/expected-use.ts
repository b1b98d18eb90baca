import type { Day } from '#src/day.ts'
import { combinedDemand, type DemandChannel } from './combined-demand.ts'
import { demandOver } from './demand-outlook.ts'
import { outlookAfter } from './forecast.ts'

/** Units that some ways of asking for an item are expected to use over the days from today on. */
export function expectedUse(
  channels: readonly DemandChannel[],
  { startOn, days }: { readonly startOn: Day; readonly days: number },
): number {
  if (channels.length === 0) return 0
  const { history, plannedOpen } = combinedDemand(channels, startOn)
  return demandOver(outlookAfter(history, plannedOpen, days), days).mean
}
