import type { Day } from '#src/day.ts'
import type { DemandHistory, StockOut } from './demand-history.ts'

/**
 * One way an item is asked for: by one service, on its own or inside one kind of kit. Lists run day by
 * day, oldest first, all of one length; `plannedOpen` runs from today on. Units are the item's own.
 */
export type DemandChannel = {
  readonly handedOut: readonly number[]
  readonly unmet: readonly number[]
  readonly stockOut: readonly StockOut[]
  /** 1 for the usual service, 0 for closed or for a day before the channel was in use. */
  readonly open: readonly number[]
  readonly plannedOpen: readonly number[]
  /** Units inside kits that are ready: as long as they last, this channel asks for no others. */
  readonly ready: number
}

/** An item's demand as one history, and what is planned after it. */
export type CombinedDemand = {
  readonly history: DemandHistory & { readonly frequency: 'D' }
  /** How much of the usual demand a day is planned to bring: 0 while ready kits serve it all. */
  readonly plannedOpen: readonly number[]
  /** Whether any service that uses the item opens, from today on. */
  readonly isOpen: readonly boolean[]
}

/**
 * The channels of an item as one demand. A day is as open as the channels open on it weigh, each by
 * its usual units an open day; so the evening on which only the lesser service opens counts for
 * little, and one on which a service has nothing to give counts for the others only. Weights are
 * scaled so that an open day is 1 on average: what is shown as days is days.
 */
export function combinedDemand(asked: readonly DemandChannel[], startOn: Day): CombinedDemand {
  const channels = asked.map(afterReadyKits)
  const shares = sharesOf(asked)
  const days = channels[0]?.handedOut.length ?? 0
  const each = <T>(of: (day: number) => T) => Array.from({ length: days }, (_, day) => of(day))
  const ahead = channels[0]?.plannedOpen.length ?? 0
  return {
    history: {
      frequency: 'D',
      startOn,
      handedOut: each((day) => sum(channels, (one) => one.handedOut[day] ?? 0)),
      unmet: each((day) => sum(channels, (one) => one.unmet[day] ?? 0)),
      open: each((day) => openOn(channels, shares, day)),
      stockOut: each((day) => stockOutOn(channels, shares, day)),
    },
    plannedOpen: Array.from({ length: ahead }, (_, day) =>
      rounded(weighed(channels, shares, (one) => one.plannedOpen[day] ?? 0)),
    ),
    isOpen: Array.from({ length: ahead }, (_, day) =>
      asked.some((one, index) => (shares[index] ?? 0) > 0 && (one.plannedOpen[day] ?? 0) > 0),
    ),
  }
}

/** A channel that opens only when the kits that are ready have likely gone. */
function afterReadyKits(channel: DemandChannel): DemandChannel {
  if (channel.ready <= 0) return channel
  const rate = usualRate(channel)
  let left = channel.ready
  const plannedOpen = channel.plannedOpen.map((open) => {
    const asked = rate * open
    const served = Math.min(left, asked)
    left -= served
    return asked > 0 ? open * (1 - served / asked) : open
  })
  return { ...channel, plannedOpen }
}

/** What one ordinary open day of each channel counts: together 1 on an average open day. */
function sharesOf(channels: readonly DemandChannel[]): number[] {
  const rates = channels.map(usualRate)
  const total = sum(rates, (rate) => rate)
  const weights = rates.map((rate) => (total > 0 ? rate / total : 1 / rates.length))
  const used = channels.filter((_, index) => (weights[index] ?? 0) > 0)
  if (used.length < 2) return weights.map((weight) => (weight > 0 ? 1 : 0))
  const perOpenDay = averageOpenDay(channels, weights)
  return weights.map((weight) => weight / perOpenDay)
}

/** Units an open day on which there was something to give, over the whole record. */
function usualRate({ handedOut, unmet, open, stockOut }: DemandChannel): number {
  let [asked, days] = [0, 0]
  for (let day = 0; day < handedOut.length; day++) {
    const units = (handedOut[day] ?? 0) + (unmet[day] ?? 0)
    if (stockOut[day] !== 'none' && units === 0) continue
    asked += units
    days += openness(open[day], units)
  }
  return days > 0 ? asked / days : 0
}

/** The weight of the channels that open on a day, on average over the days that any opens. */
function averageOpenDay(channels: readonly DemandChannel[], weights: readonly number[]): number {
  const days = channels[0]?.plannedOpen.length ?? 0
  let [open, weight] = [0, 0]
  for (let day = 0; day < days; day++) {
    const today = weighed(channels, weights, (one) => ((one.plannedOpen[day] ?? 0) > 0 ? 1 : 0))
    if (today > 0) open++
    weight += today
  }
  return open > 0 ? weight / open : 1
}

function openOn(channels: readonly DemandChannel[], shares: readonly number[], day: number) {
  const isOut = isOutOn(channels, shares, day)
  return rounded(
    weighed(channels, shares, (one) => {
      if (!isOut && one.stockOut[day] === 'out') return 0
      return openness(one.open[day], (one.handedOut[day] ?? 0) + (one.unmet[day] ?? 0))
    }),
  )
}

function stockOutOn(
  channels: readonly DemandChannel[],
  shares: readonly number[],
  day: number,
): StockOut {
  if (isOutOn(channels, shares, day)) return 'out'
  const hasRunOut = channels.some(
    (one, index) => (shares[index] ?? 0) > 0 && one.stockOut[day] === 'ran-out',
  )
  return hasRunOut ? 'ran-out' : 'none'
}

/** No channel that opens on this day has anything to give. */
function isOutOn(channels: readonly DemandChannel[], shares: readonly number[], day: number) {
  const open = channels.filter((one, index) => (shares[index] ?? 0) > 0 && (one.open[day] ?? 0) > 0)
  return open.length > 0 && open.every((one) => one.stockOut[day] === 'out')
}

/** A day on which something was asked for was open, whatever the calendar says. */
function openness(open: number | undefined, units: number): number {
  return open || (units > 0 ? 1 : 0)
}

function weighed(
  channels: readonly DemandChannel[],
  weights: readonly number[],
  value: (channel: DemandChannel) => number,
): number {
  return channels.reduce((total, one, index) => total + (weights[index] ?? 0) * value(one), 0)
}

function sum<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((total, one) => total + value(one), 0)
}

/** In hundredths of a day, so that days add up as they are shown; a little open is not closed. */
function rounded(share: number): number {
  return share > 0 ? Math.max(1, Math.round(share * 100)) / 100 : 0
}
