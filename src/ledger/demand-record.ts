// The record of demand, day by day: what each service handed out of an item, what was asked for in
// vain, whether there was any to give, whether it was open. Pure, from rows of the rollups.
import { type Calendar, openFactor } from '#src/catalog/calendar.ts'
import { addDays, type Day } from '#src/day.ts'
import { type Stream, streams } from '#src/db/schema/index.ts'
import { type DaysRow, type LotRow, type ReorderRows, recordDays } from './reorder-rows.ts'

/** None missing, nothing all day, or used up during the day. */
type StockOut = 'none' | 'out' | 'ran-out'

/** One service's demand; lists run from the first day of the record to yesterday, in base units. */
export type Channel = {
  readonly stream: Stream
  /** The kit it is asked for in; null for the item on its own. */
  readonly kitId: number | null
  /** Base units in one kit; 1 for the item on its own. */
  readonly perKit: number
  /** The first day on which the service had or used the item. */
  readonly firstDay: number
  readonly handedOut: readonly number[]
  readonly unmet: readonly number[]
  readonly stockOut: readonly StockOut[]
  /** Against an ordinary open day; 0 closed. */
  readonly open: readonly number[]
  /** The same from today on. */
  readonly plannedOpen: readonly number[]
  /** Base units inside kits that are ready, for a channel of kits. */
  readonly ready: number
}

export type DemandRecord = ReturnType<typeof demandRecord>

const daysAhead = 366

export function demandRecord({ days, calendar }: ReorderRows, today: Day) {
  const indexes = new Map(
    Array.from({ length: recordDays }, (_, index) => [addDays(today, index - recordDays), index]),
  )
  const openings = openingsOf(calendar, today)
  const rows = new Map(days.map((row) => [keyOf(row), row]))
  const made = new Map<string, Channel | null>()
  const placed = (row: DaysRow | undefined) => byDay(row, indexes)

  const channel = (itemId: number, stream: Stream): Channel | null => {
    const used = rows.get(keyOf({ what: 'use', itemId, stream }))
    const stock = rows.get(keyOf({ what: 'stock', itemId, stream }))
    if (!used && !stock) return null
    const days = channelOf(placed(used), placed(stock), openings[stream])
    return { ...{ stream, kitId: null, perKit: 1 }, ...days }
  }
  /** Every service's channel of an item, in units of something of which it holds `perUnit`. */
  const channelsOf = (itemId: number, perUnit: number): Channel[] =>
    streams.flatMap((stream) => {
      const key = `${itemId} ${stream}`
      const known = made.has(key) ? made.get(key) : channel(itemId, stream)
      made.set(key, known ?? null)
      return known ? [times(perUnit, known)] : []
    })
  return {
    channelsOf,
    /** Units donated on each day. */
    giftsOf: (itemId: number): number[] =>
      placed(rows.get(keyOf({ what: 'gift', itemId, stream: null }))).map((row) => row?.[1] ?? 0),
    /** What all services together had as each day closed. */
    closingsOf: (itemId: number, lots: readonly LotRow[]): number[] =>
      streams
        .map((stream) => {
          const now = lots
            .filter((lot) => lot.stream === stream)
            .reduce((sum, { quantity }) => sum + quantity, 0)
          return closings(placed(rows.get(keyOf({ what: 'stock', itemId, stream }))), now)
        })
        .reduce((sums, each) => sums.map((sum, day) => sum + (each[day] ?? 0))),
  }
}

type Row = readonly [Day, ...number[]]

function keyOf({ what, itemId, stream }: Pick<DaysRow, 'what' | 'itemId' | 'stream'>): string {
  return `${what} ${itemId} ${stream}`
}

function byDay(row: DaysRow | undefined, indexes: ReadonlyMap<Day, number>) {
  const days: (Row | undefined)[] = Array.from({ length: recordDays })
  for (const day of row?.days ?? []) {
    const index = indexes.get(day[0])
    if (index !== undefined) days[index] = day
  }
  return days
}

function channelOf(
  used: readonly (Row | undefined)[],
  stock: readonly (Row | undefined)[],
  { open, plannedOpen }: Openings,
): Omit<Channel, 'stream' | 'kitId' | 'perKit'> {
  const firsts = [used, stock].map((rows) => rows.findIndex((row) => row !== undefined))
  const firstDay = Math.min(...firsts.map((index) => (index < 0 ? recordDays : index)))
  const handedOut = used.map((row) => row?.[1] ?? 0)
  return {
    ...{ firstDay, handedOut, plannedOpen, ready: 0 },
    unmet: stock.map((row) => row?.[3] ?? 0),
    stockOut: stockOuts(stock, handedOut),
    open: open.map((factor, day) => (day < firstDay ? 0 : factor)),
  }
}

/**
 * Judged by what a day ended with, so that neither the order of entries nor their reversal matters.
 * A day without a row held what the last row closed with; before the first row nobody knows.
 */
function stockOuts(stock: readonly (Row | undefined)[], handedOut: readonly number[]): StockOut[] {
  let opening: number | null = null
  return stock.map((row, day) => {
    const began = row?.[1] ?? opening
    const ended = row?.[2] ?? opening
    opening = ended
    if (ended === null || ended > 0) return 'none'
    return (handedOut[day] ?? 0) > 0 || (began ?? 0) > 0 ? 'ran-out' : 'out'
  })
}

function closings(stock: readonly (Row | undefined)[], now: number): number[] {
  let last = stock.find((row) => row !== undefined)?.[1] ?? now
  return stock.map((row) => {
    last = row?.[2] ?? last
    return last
  })
}

function times(perUnit: number, channel: Channel): Channel {
  if (perUnit === 1) return channel
  return {
    ...channel,
    handedOut: channel.handedOut.map((units) => units * perUnit),
    unmet: channel.unmet.map((units) => units * perUnit),
  }
}

type Openings = Pick<Channel, 'open' | 'plannedOpen'>

/** How open each service was and is planned to be: asked once, for every item. */
function openingsOf(calendar: Calendar, today: Day): Record<Stream, Openings> {
  const factors = (stream: Stream, from: number, days: number) =>
    Array.from({ length: days }, (_, day) =>
      openFactor(calendar, stream, addDays(today, from + day)),
    )
  const of = (stream: Stream) => ({
    open: factors(stream, -recordDays, recordDays),
    plannedOpen: factors(stream, 0, daysAhead),
  })
  return { outreach: of('outreach'), 'drop-in': of('drop-in'), events: of('events') }
}
