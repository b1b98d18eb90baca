import type { DemandChannel } from './combined-demand.ts'
import { type ItemAdvice, type ItemFacts, itemAdvice } from './item-advice.ts'
import { type RunOut, runOut } from './run-out.ts'
import { type StockOnDay, stockAhead } from './stock-ahead.ts'

/** What somebody supposes of an item; null leaves things as they are. */
export type Supposition = {
  readonly serviceLevelPercent: number | null
  readonly leadTimeDays: number | null
  readonly reviewDays: number | null
  /** One opening more a week of one service: 1 Monday … 7 Sunday. */
  readonly extraOpening: { readonly stream: string; readonly weekday: number } | null
  /** Less than usual of everything that comes: orders, deliveries under way, donations. */
  readonly cutPercent: number
}

type Facts = Omit<ItemFacts, 'channels'> & {
  readonly channels: readonly (DemandChannel & { readonly stream: string })[]
}

/** The facts as they would be. `todayIs` is the weekday of the first planned day. */
export function supposed(facts: Facts, what: Supposition, todayIs: number): Facts {
  const { supply, item } = facts
  const kept = (100 - what.cutPercent) / 100
  const { leadTimeDays, reviewDays, serviceLevelPercent } = what
  return {
    ...facts,
    item: { ...item, serviceLevelPercent: serviceLevelPercent ?? item.serviceLevelPercent },
    supply: {
      ...supply,
      ...(leadTimeDays !== null && { leadTimeDays, observedLeadDays: [] }),
      reviewDays: reviewDays ?? supply.reviewDays,
      fillRate: supply.fillRate * kept,
    },
    donated: facts.donated.map((units) => units * kept),
    channels: facts.channels.map((channel) => opened(channel, what.extraOpening, todayIs)),
  }
}

type Channel = Facts['channels'][number]

function opened(channel: Channel, extra: Supposition['extraOpening'], todayIs: number): Channel {
  if (channel.stream !== extra?.stream) return channel
  const isExtra = (day: number) => ((todayIs - 1 + day) % 7) + 1 === extra.weekday
  return {
    ...channel,
    plannedOpen: channel.plannedOpen.map((open, day) => (isExtra(day) && open === 0 ? 1 : open)),
  }
}

/** What follows when the order that is advised is placed today. */
export type Outcome = {
  readonly advice: ItemAdvice
  /** Units of the order that can be counted on. */
  readonly arriving: number
  readonly runOut: RunOut
  /** The stock at the end of each day, today first. */
  readonly ahead: readonly StockOnDay[]
}

/** The outcome over so many days. */
export function outcomeOf(facts: ItemFacts, days: number): Outcome {
  const advice = itemAdvice(facts)
  const { outlook, changes, countedOfOrder: arriving, arrivesInDays } = advice
  const arrivals = [...changes, { quantity: arriving, inDays: arrivesInDays }]
  return {
    ...{ advice, arriving },
    runOut: runOut(outlook, facts.usable, arrivals),
    ahead: stockAhead(outlook, { available: facts.usable, arrivals, days }),
  }
}
