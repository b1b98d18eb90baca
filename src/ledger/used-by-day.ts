// What reached venues and losses by day, counted down: what is kept of it is expected, each movement meets
// some of it, and in a book that is right nothing is left. In the order of the book a day is soon met, so
// only days of late entries wait, and no sum of all the days is ever held.
import { sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { arraysOf } from '#src/db/json-rows.ts'
import type { Line } from './add-up.ts'

type Kept = readonly [day: Day, itemId: number, placeId: number, units: number]

/** After every day. */
const never = '9999-99-99'

/** Units by item and place. */
type Expected = Map<number, number>

export async function usedByDay(db: Db) {
  const known = await knownIds(db)
  const days = new Map<Day, Expected>()
  let keptUntil = ''
  const meet = (day: Day, key: number, units: number) => {
    const expected = days.get(day) ?? new Map<number, number>()
    const left = (expected.get(key) ?? 0) - units
    if (left === 0) expected.delete(key)
    else expected.set(key, left)
    if (expected.size === 0) days.delete(day)
    else days.set(day, expected)
  }
  const expect = async (until: Day) => {
    if (until <= keptUntil) return
    for (const [day, itemId, placeId, units] of await keptIn(db, keptUntil, until)) {
      meet(day, known.key(itemId, placeId), -units)
    }
    keptUntil = until
  }
  return {
    /** Reads what is kept of the days up to `until`. */
    expect,
    count: (day: Day, [, fromId, toId, lotId, units]: Line) => {
      const itemId = known.itemOf(lotId)
      if (known.uses(toId)) meet(day, known.key(itemId, toId), units)
      if (known.uses(fromId)) meet(day, known.key(itemId, fromId), -units)
    },
    isWhole: async () => {
      await expect(never)
      return days.size === 0
    },
  }
}

/** What the triggers kept of the days after one and up to another. */
async function keptIn(db: Db, after: Day, until: Day): Promise<Kept[]> {
  const used = await arraysOf<Kept>(
    db,
    ['day', 'item_id', 'venue_id', 'quantity'],
    sql`from consumption_by_day
      where item_id in (select id from item) and day > ${after} and day <= ${until}`,
  )
  const lost = await arraysOf<Kept>(
    db,
    ['day', 'item_id', 'place_id', 'quantity'],
    sql`from loss_by_day where day > ${after} and day <= ${until}`,
  )
  return [...used, ...lost]
}

/** Items by lot, and the places where things are used or lost. */
async function knownIds(db: Db) {
  type Pair = readonly [number, number]
  const items = new Map(await arraysOf<Pair>(db, ['id', 'item_id'], sql`from lot`))
  const uses = "kind in ('venue', 'loss')"
  const places = await arraysOf<Pair>(db, ['id', uses], sql`from location`)
  const using = new Set(places.filter(([, uses]) => uses === 1).map(([id]) => id))
  const width = Math.max(0, ...places.map(([id]) => id)) + 1
  return {
    itemOf: (lotId: number) => items.get(lotId) ?? 0,
    uses: (placeId: number) => using.has(placeId),
    key: (itemId: number, placeId: number) => itemId * width + placeId,
  }
}
