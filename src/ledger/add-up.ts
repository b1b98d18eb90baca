// The book added up from its movements alone, in one reading from its first entry to its last: what came
// to each place and what left it, what bags held when shifts took them, and what was used or lost.
import { sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { arraysOf } from '#src/db/json-rows.ts'
import { usedByDay } from './used-by-day.ts'

/** Units of one lot that ever came to a place, and that ever left it. */
type Side = {
  readonly placeId: number
  readonly lotId: number
  readonly came: number
  readonly gone: number
}

/** What a bag held of a lot before the first check-out of a shift; never zero. */
type Carried = { readonly shiftId: number; readonly lotId: number; readonly held: number }

export type Sums = {
  readonly sides: readonly Side[]
  readonly carriedIn: readonly Carried[]
  /** Whether what is kept of use and of losses, day by day, is what the movements say. */
  readonly usedAddsUp: boolean
}

type Head = readonly [entryId: number, day: Day, checkedOutTo: number | null]
export type Line = readonly [
  ...[entryId: number, fromId: number, toId: number, lotId: number, units: number],
]

// Some hundred kilobytes of text. As one query, the sums of the whole book would be sorted on the way.
const entriesAtOnce = 5000

export async function addUp(db: Db): Promise<Sums> {
  const places = placesWithLots()
  const bags = await bagsOfShifts(db)
  const used = await usedByDay(db)
  const carriedIn: Carried[] = []
  const checkOut = (shiftId: number) => {
    const bagId = bags.get(shiftId)
    // Only its first check-out begins a shift.
    if (bagId === undefined || !bags.delete(shiftId)) return
    for (const { lotId, held } of places.heldIn(bagId)) carriedIn.push({ shiftId, lotId, held })
  }
  for (let last = await lastEntry(db), after = 0; after < last; after += entriesAtOnce) {
    const { heads, lines } = await read(db, after)
    await used.expect(heads.reduce((latest, [, day]) => (day > latest ? day : latest), ''))
    let next = 0
    const count = (before: number, day: Day | null) => {
      for (let line = lines[next]; line && line[0] < before; line = lines[++next]) {
        places.move(line)
        if (day !== null) used.count(day, line)
      }
    }
    for (const [entryId, day, shiftId] of heads) {
      count(entryId, null)
      if (shiftId !== null) checkOut(shiftId)
      count(entryId + 1, day)
    }
    // What is of no entry: that it is so, the foreign keys say.
    count(Number.POSITIVE_INFINITY, null)
  }
  return { sides: places.sides(), carriedIn, usedAddsUp: await used.isWhole() }
}

async function lastEntry(db: Db): Promise<number> {
  const [row] = await db.all<{ id: number | null }>(sql`select max(id) as id from (
    select max(id) as id from entry union all select max(entry_id) from movement)`)
  return row?.id ?? 0
}

async function bagsOfShifts(db: Db): Promise<Map<number, number>> {
  return new Map(await arraysOf<readonly [number, number]>(db, ['id', 'bag_id'], sql`from shift`))
}

/** The next entries and their movements, in the order of the book; nearly always they come in it. */
async function read(db: Db, after: number) {
  const until = after + entriesAtOnce
  const checkedOutTo = "iif(kind = 'check-out', shift_id, null)"
  const heads = await arraysOf<Head>(
    db,
    ['id', 'happened_on', checkedOutTo],
    sql`from entry where id > ${after} and id <= ${until}`,
  )
  const lines = await arraysOf<Line>(
    db,
    ['entry_id', 'from_id', 'to_id', 'lot_id', 'quantity'],
    sql`from movement where entry_id > ${after} and entry_id <= ${until}`,
  )
  return { heads: heads.sort(byEntry), lines: lines.sort(byEntry) }
}

function byEntry([one]: Head | Line, [other]: Head | Line): number {
  return one - other
}

/** Units by lot. */
type Lots = Map<number, number>

function placesWithLots() {
  const came = new Map<number, Lots>()
  const gone = new Map<number, Lots>()
  return {
    move: ([, fromId, toId, lotId, units]: Line) => {
      add(lotsOf(gone, fromId), lotId, units)
      add(lotsOf(came, toId), lotId, units)
    },
    heldIn: (placeId: number) =>
      sidesOf(placeId)
        .map((side) => ({ lotId: side.lotId, held: side.came - side.gone }))
        .filter(({ held }) => held !== 0),
    sides: () => [...new Set([...came.keys(), ...gone.keys()])].flatMap(sidesOf),
  }

  function sidesOf(placeId: number): Side[] {
    const [there, away] = [lotsOf(came, placeId), lotsOf(gone, placeId)]
    return [...new Set([...there.keys(), ...away.keys()])].map((lotId) => ({
      ...{ placeId, lotId, came: there.get(lotId) ?? 0, gone: away.get(lotId) ?? 0 },
    }))
  }
}

function lotsOf(places: Map<number, Lots>, placeId: number): Lots {
  const known = places.get(placeId)
  if (known) return known
  const lots: Lots = new Map()
  places.set(placeId, lots)
  return lots
}

function add(lots: Lots, lotId: number, units: number) {
  lots.set(lotId, (lots.get(lotId) ?? 0) + units)
}
