import { demandOver } from './demand-outlook.ts'
import type { ExpiryRisk } from './expiry-risk.ts'
import type { LookAhead } from './look-ahead.ts'
import type { ReorderLevel } from './reorder-level.ts'
import type { RunOut } from './run-out.ts'

/**
 * Red: runs out before an order placed today arrives. Amber: is to be ordered today, or runs out
 * before an order placed at the following deadline arrives. Blue: will expire unused, or is enough
 * for more than a year. Grey: too few data to say. "Runs out" is the median day.
 */
export type ReorderAlarm = 'red' | 'amber' | 'blue' | 'grey' | 'enough'

type Findings = {
  readonly ahead: LookAhead
  readonly reviewDays: number
  readonly level: ReorderLevel
  readonly position: number
  readonly runOut: RunOut
  readonly expiring: readonly ExpiryRisk[]
}

/** The most pressing of the alarms that apply. */
export function reorderAlarm(findings: Findings): ReorderAlarm {
  const { ahead, reviewDays, level, runOut } = findings
  if (level.basis !== 'forecast') return 'grey'
  const outIn = runOut.medianInDays ?? Infinity
  if (outIn < ahead.medianLeadTimeDays) return 'red'
  if (level.needed > 0 || outIn < ahead.medianLeadTimeDays + reviewDays) return 'amber'
  return isTooMuch(findings) ? 'blue' : 'enough'
}

function isTooMuch({ ahead, position, expiring }: Findings): boolean {
  const inAYear = demandOver(ahead.outlook, 365).mean
  return expiring.length > 0 || position > inAYear
}
