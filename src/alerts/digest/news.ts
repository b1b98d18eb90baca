// When a digest is worth sending. Pure. A message goes when an item has come onto the list or become more
// pressing since the last one; while the list is not empty, every seventh day all the same.
import { type Day, daysBetween } from '#src/day.ts'
import { type Alert, isAsleep } from '../queries.ts'

/** What a digest lists, most pressing first. */
export const pressing = ['now', 'soon'] as const
export type Pressing = (typeof pressing)[number]

/** The most pressing level that was told of an item, by its id. */
export type Told = Readonly<Record<string, Pressing>>

export type PressingAlert = Alert & { readonly level: Pressing }

const reminderDays = 7

export function pressingOf(alerts: readonly Alert[]): PressingAlert[] {
  return alerts.filter(
    (alert): alert is PressingAlert => isPressing(alert.level) && !isAsleep(alert),
  )
}

export type News = {
  readonly isDue: boolean
  /** The items that the last message did not tell, or told as less pressing. */
  readonly fresh: ReadonlySet<number>
  /** To be remembered. What got better and worse again is no news; what left the list is forgotten. */
  readonly told: Told
}

export function newsOf(
  list: readonly PressingAlert[],
  last: { readonly told: Told; readonly sentOn: Day | null },
  today: Day,
): News {
  const fresh = new Set(list.filter((each) => isFresh(each, last.told)).map(({ item }) => item.id))
  const told = list.map(({ item, level }): [string, Pressing] => [
    String(item.id),
    fresh.has(item.id) ? level : (last.told[item.id] ?? level),
  ])
  const isReminder = last.sentOn !== null && daysBetween(last.sentOn, today) >= reminderDays
  return {
    isDue: fresh.size > 0 || (list.length > 0 && isReminder),
    fresh,
    told: Object.fromEntries(told),
  }
}

function isFresh({ item, level }: PressingAlert, told: Told): boolean {
  const before = told[item.id]
  return before === undefined || pressing.indexOf(level) < pressing.indexOf(before)
}

function isPressing(level: string): level is Pressing {
  return pressing.some((each) => each === level)
}
