// What is known of each item before it is decided whether to order it: how it was asked for day by
// day and by which service, what there is, what is to come, how it is supplied. Plain data, for
// planning to reckon with.

import { usualTerms } from '#src/catalog/supplier-terms.ts'
import { addDays, type Day, daysBetween, type WallTime } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { chancesToOrder, deadlinesIn, nextDeadline } from '#src/order-deadlines.ts'
import { type Channel, type DemandRecord, demandRecord } from './demand-record.ts'
import { isUsable, lastUsableDay } from './pick.ts'
import {
  type Asked,
  isToCome,
  type OrderRow,
  type ReorderItem,
  type ReorderRows,
  recordDays,
  reorderRows,
  type SupplyRow,
} from './reorder-rows.ts'

export type ReorderFacts = ReturnType<typeof factsOf>

/**
 * Facts of every item that is ordered, or of some, in one pass of three statements. Kits are built: they
 * are left out.
 */
export async function reorderFacts(
  db: Db,
  asked: Pick<Asked, 'today' | 'itemIds'>,
): Promise<ReorderFacts[]> {
  const facts = [...factsFrom(await reorderRows(db, asked), asked)]
  return facts.filter(({ isKit }) => !isKit)
}

/** Facts of the items asked for, kits included, one after the other. */
export function* factsFrom(
  rows: ReorderRows,
  { today, clock = { day: today, hour: 0 } }: Pick<Asked, 'today' | 'clock'>,
): Generator<ReorderFacts> {
  const record = demandRecord(rows, today)
  const kits = rows.items.filter(isKit)
  for (const item of rows.items.filter(({ isAsked }) => isAsked === 1)) {
    yield factsOf(item, { record, kits: kitsHolding(item, kits), today, clock })
  }
}

function isKit({ recipe }: ReorderItem): boolean {
  return recipe.length > 0
}

type Kit = { readonly kit: ReorderItem; readonly perKit: number }

function kitsHolding({ id }: ReorderItem, kits: readonly ReorderItem[]): Kit[] {
  return kits.flatMap((kit) =>
    kit.recipe
      .filter(({ itemId }) => itemId === id)
      .map(({ quantity }) => ({ kit, perKit: quantity })),
  )
}

type Around = {
  readonly record: DemandRecord
  readonly kits: readonly Kit[]
  readonly today: Day
  readonly clock: WallTime
}

function factsOf(item: ReorderItem, { record, kits, today, clock }: Around) {
  const { packs, supplies: _, recipe: __, isAsked: ___, lots, orders, seen, ...facts } = item
  const channels = [
    ...record.channelsOf(item.id, 1),
    ...kits.flatMap((each) => kitChannels(each, { record, today })),
  ]
  const first = Math.min(recordDays, ...channels.map(({ firstDay }) => firstDay))
  const usable = usableOf(item, today)
  const supply = supplyOf(item, { today, clock })
  return {
    item: { ...facts, packs },
    /** Built from others, and never ordered. */
    isKit: isKit(item),
    /** Rough items: what somebody saw last; null when nobody looked. */
    seen: seen[0] ?? null,
    today,
    startOn: addDays(today, first - recordDays),
    channels: channels.map((channel) => since(first, channel)),
    donated: record.giftsOf(item.id).slice(first),
    /** What there was as each day of the record closed; the last is yesterday. */
    closings: record.closingsOf(item.id, lots).slice(first),
    usable: Math.max(0, usable),
    /** Kits hold it: what they ask for is part of its demand. */
    hasKits: kits.length > 0,
    /** Base units inside kits that are ready: what kits ask for begins when they have gone. */
    inKits: channels.reduce((sum, { ready }) => sum + ready, 0),
    datedLots: datedLots(item, today),
    toCome: orders.filter(isToCome).map((order) => comingOf(order, supply, today)),
    supply,
    lastSentOrderUpTo: orders.find(({ orderUpTo }) => orderUpTo !== null)?.orderUpTo ?? null,
  }
}

/** The channels of a kit in units of one component; its ready kits shared as they are used. */
function kitChannels({ kit, perKit }: Kit, { record, today }: Pick<Around, 'record' | 'today'>) {
  const channels = record.channelsOf(kit.id, perKit)
  const used = channels.map(({ handedOut }) => handedOut.reduce((sum, units) => sum + units, 0))
  const total = used.reduce((sum, units) => sum + units, 0)
  const ready = perKit * Math.max(0, usableOf(kit, today))
  return channels.map((channel, index) => ({
    ...channel,
    ...{ kitId: kit.id, perKit },
    ready: total > 0 ? Math.round((ready * (used[index] ?? 0)) / total) : 0,
  }))
}

function since(first: number, channel: Channel) {
  const { stream, kitId, perKit, handedOut, unmet, stockOut, open, plannedOpen, ready } = channel
  return {
    ...{ stream, kitId, perKit },
    handedOut: handedOut.slice(first),
    unmet: unmet.slice(first),
    stockOut: stockOut.slice(first),
    open: open.slice(first),
    plannedOpen,
    ready,
  }
}

function usableOf(item: ReorderItem, today: Day): number {
  return item.lots
    .filter((lot) => isUsable({ ...item, ...lot }, today))
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Usable lots that will end, wherever they are, with the days until the first on which they are not given. */
function datedLots(item: ReorderItem, today: Day) {
  const lots = new Map<number, { lotId: number; quantity: number; expiresInDays: number }>()
  for (const lot of item.lots) {
    const last = lastUsableDay({ ...item, ...lot })
    const isGiven = last !== null && lot.quantity > 0 && isUsable({ ...item, ...lot }, today)
    if (!isGiven) continue
    const { lotId } = lot
    const quantity = lot.quantity + (lots.get(lotId)?.quantity ?? 0)
    lots.set(lotId, { lotId, quantity, expiresInDays: daysBetween(today, last) + 1 })
  }
  return [...lots.values()]
}

type Lead = { readonly leadTimeDays: number }

function comingOf(order: OrderRow, { leadTimeDays }: Lead, today: Day) {
  const { orderId, quantity, received, expectedOn } = order
  const inDays = daysBetween(today, expectedOn)
  return {
    ...{ orderId, expectedOn, quantity: quantity - received },
    /** What is late takes as long again: nobody knows better, and hope fills no bag. */
    inDays: inDays < 0 ? leadTimeDays : inDays,
    isLate: inDays < 0,
  }
}

/** How the item is supplied: by the supplier noted first, or the one it was last ordered from. */
function supplyOf(item: ReorderItem, { today, clock }: Pick<Around, 'today' | 'clock'>) {
  const { supplies, orders, packs } = item
  const [supply] = supplies
  const fromSupplier = orders.filter(({ supplierId }) => supplierId === supply?.supplier.id)
  return {
    supplier: supply?.supplier ?? null,
    leadTimeDays: supply?.leadTimeDays ?? usualTerms.leadTimeDays,
    ...rhythmOf(supply, clock),
    orderedLately: orderedUntil(today, fromSupplier),
    orderedLastYear: orderedUntil(addDays(today, -365), fromSupplier),
    /** Nobody has said how this supplier delivers: the terms are the usual ones. */
    isUsual: supply?.leadTimeDays === null || supply === undefined,
    observedLeadDays: supply?.observedLeadDays ?? [],
    packs,
    pack: packs.find(({ id }) => id === supply?.packId) ?? null,
    price: supply?.price ?? null,
    priceUnits: supply?.priceUnits ?? null,
    minimumOrder: supply?.minimumOrder ?? null,
    maximumOrder: supply?.maximumOrder ?? null,
    fillRate: fillRateOf(fromSupplier),
    lifeAtReceiptDays: lifeAtReceipt(item, fromSupplier),
  }
}

/** As long as the record, which is 35 days longer than a year, has both. */
const seasonDays = 35

/** Units of the orders sent in the five weeks that end with a day. */
function orderedUntil(last: Day, orders: readonly OrderRow[]): number {
  const first = addDays(last, 1 - seasonDays)
  return orders
    .filter(({ sentOn }) => first <= sentOn && sentOn <= last)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

/** When it can be ordered from now on. */
function rhythmOf(supply: SupplyRow | undefined, clock: WallTime) {
  const deadlines = supply ? deadlinesIn(supply) : null
  if (!deadlines) {
    const reviewDays = supply?.reviewDays ?? usualTerms.reviewDays
    return { reviewDays, deadlines, deadline: null, missed: null }
  }
  const { next, reviewDays } = chancesToOrder(deadlines, clock)
  const first = nextDeadline(deadlines, { day: clock.day, hour: 0 })
  return {
    ...{ reviewDays, deadlines, deadline: next },
    /** Today's, which has passed. */
    missed: first.day < next.day && first.day === clock.day ? first : null,
  }
}

/**
 * Days for which what the supplier delivers can be given, the day it arrives included: in the middle
 * of what the deliveries of the record had. Null before any, and for what does not expire.
 */
function lifeAtReceipt(item: ReorderItem, orders: readonly OrderRow[]): number | null {
  const lives = orders
    .flatMap(({ lifeDays }) => (lifeDays === null ? [] : [lifeDays]))
    .sort((a, b) => a - b)
  const usual = lives[Math.floor((lives.length - 1) / 2)]
  if (item.expiry === 'none' || usual === undefined) return null
  const grace = item.expiry === 'best-before' ? item.graceDays : 0
  return Math.max(0, usual + grace - item.minimumLifeDays + 1)
}

/** Received of ordered, between 0 and 1, over lines of which no more is to come; 1 before any. */
function fillRateOf(orders: readonly OrderRow[]): number {
  const over = orders.filter((order) => !isToCome(order))
  const ordered = over.reduce((sum, { quantity }) => sum + quantity, 0)
  const filled = over.reduce((sum, each) => sum + Math.min(each.quantity, each.received), 0)
  return ordered > 0 ? filled / ordered : 1
}
