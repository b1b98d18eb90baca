// Who shares what is short, how much each needs until more comes, and what each gets. Pure.
import { addDays, type Day, daysBetween } from '#src/day.ts'
import { type Stream, streams } from '#src/db/schema/index.ts'
import type { ReorderFacts } from '#src/ledger/reorder-facts.ts'
import type { Named } from '#src/messages/index.ts'
import { expectedUse } from '#src/planning/expected-use.ts'
import { fairShares } from '#src/planning/fair-shares.ts'
import type { SharingPlace } from './queries.ts'

/** Somebody who shares: a bag, a service from its shelves, or the kits to build. Base units. */
export type Sharer = {
  readonly kind: 'bag' | 'service' | 'kit'
  readonly id: number
  /** Null for a service, which is called by its stream. */
  readonly name: Named | null
  readonly stream: Stream | null
  /** What is there already. In a bag it stays; on shelves it is part of what is shared. */
  readonly there: number
  /** Expected use until more comes. */
  readonly need: number
}

export type Share = Sharer & {
  /** What it is to have. */
  readonly gets: number
  /** To bring; below zero, to take back. */
  readonly moves: number
  /** Days for which that is enough, at most until more comes. */
  readonly lastsDays: number
}

export type Rationing = {
  readonly until: Day
  readonly days: number
  /** Usable in stockrooms and on shelves. */
  readonly inStock: number
  /** What is shared. */
  readonly available: number
  /** Everything that the sharers lack. */
  readonly lacking: number
  readonly shares: readonly Share[]
}

type Sharing = {
  readonly facts: ReorderFacts
  readonly places: readonly SharingPlace[]
  /** By id: what kits are called. */
  readonly kits: ReadonlyMap<number, Named>
  readonly leadTimeDays: number
}

export function rationing(
  sharing: Sharing,
  asked: { readonly available: number | null; readonly until: Day | null },
): Rationing {
  const { facts, places } = sharing
  const until = asked.until ?? nextArrival(sharing)
  const days = Math.max(1, daysBetween(facts.today, until))
  const stockrooms = places.filter(({ kind }) => kind === 'stockroom')
  const inStock = stockrooms.reduce((sum, { usable }) => sum + usable, 0)
  const available = asked.available ?? inStock
  const claims = sharersOf(sharing, days).map((sharer) => ({ sharer, ...claimOf(sharer, days) }))
  const units = fairShares(available, claims)
  let over = available - units.reduce((sum, each) => sum + each, 0)
  return {
    ...{ until, days, inStock, available },
    lacking: claims.reduce((sum, { need }) => sum + need, 0),
    shares: claims.map(({ sharer, held, rate }, index) => {
      const share = held + (units[index] ?? 0)
      // What nobody else needs stays where it is.
      const stays = Math.max(0, Math.min(over, sharer.there - share))
      over -= stays
      const gets = share + stays
      const lastsDays = Math.min(days, Math.floor(gets / rate))
      return { ...sharer, gets, moves: gets - sharer.there, lastsDays }
    }),
  }
}

/** The day of what comes next, else the day on which an order placed today would. */
function nextArrival({ facts: { toCome, today }, leadTimeDays }: Sharing): Day {
  const inDays = toCome.filter(({ isLate }) => !isLate).map((order) => order.inDays)
  return addDays(today, Math.max(1, Math.min(...(inDays.length > 0 ? inDays : [leadTimeDays]))))
}

function claimOf({ kind, id, there, need }: Sharer, days: number) {
  const held = kind === 'bag' ? there : 0
  return { id, held, rate: need / days, need: Math.max(0, Math.ceil(need - 1e-9) - held) }
}

/** Everybody who is expected to use any. */
function sharersOf(sharing: Sharing, days: number): Sharer[] {
  const { channels, startOn } = sharing.facts
  const needOf = (which: (channel: (typeof channels)[number]) => boolean) =>
    expectedUse(channels.filter(which), { startOn, days })
  const services = streams.flatMap((stream) =>
    sharersOfService(
      sharing,
      stream,
      needOf((channel) => channel.kitId === null && channel.stream === stream),
    ),
  )
  const kits = [...sharing.kits].map(([id, name]): Sharer => {
    const need = needOf(({ kitId }) => kitId === id)
    return { kind: 'kit', id: -100 - id, name, stream: null, there: 0, need }
  })
  return [...services, ...kits].filter(({ need }) => need > 0)
}

/** The bags of a service, by what they should hold and how often they go out; else the service itself. */
function sharersOfService({ places }: Sharing, stream: Stream, need: number): Sharer[] {
  const ofService = places.filter((place) => place.stream === stream)
  const bags = ofService.filter(({ kind }) => kind === 'bag')
  if (bags.length > 0) {
    const weights = weightsOf(bags)
    return bags.map((bag, index) => ({
      ...{ kind: 'bag', id: bag.id, name: bag, stream, there: Math.max(0, bag.usable) },
      need: need * (weights[index] ?? 0),
    }))
  }
  const there = ofService
    .filter(({ role }) => role !== 'central')
    .reduce((sum, { usable }) => sum + usable, 0)
  return [{ kind: 'service', id: -1 - streams.indexOf(stream), name: null, stream, there, need }]
}

/** Shares of 1. Bags that list the item share it; where none does, those that go out. */
function weightsOf(bags: readonly SharingPlace[]): number[] {
  const isListed = bags.some(({ par }) => par !== null)
  const hasGoneOut = bags.some(({ outings }) => outings > 0)
  const weights = bags.map(({ par, outings }) => {
    const often = hasGoneOut ? outings : 1
    return isListed ? (par ?? 0) * Math.max(1, often) : often
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}
