// Weeks of hand-outs in a few lines, and what the board says of an item.
import { advisedAnew } from '#src/advice/advised-items.ts'
import { alertsOf } from '#src/alerts/queries.ts'
import { lotIds } from '#src/catalog/lots.ts'
import { addDays, type Day, daysFrom, weekdayOf } from '#src/day.ts'
import { type Movement, post } from '#src/ledger/post.ts'
import type { World } from '#test/support/world.ts'

type Use = {
  readonly code: string
  /** Units an open day. */
  readonly aDay: number
  readonly weeks: number
  /** What is left today. */
  readonly left: number
  /** 1 Monday … 7 Sunday; the outreach is out from Monday to Friday. */
  readonly weekdays?: readonly number[]
  /** From the shelves to the floor of the drop-in, and not from the stockroom to the street. */
  readonly atDropIn?: 'at the drop-in'
}

/** So many units on every open day of some weeks, up to yesterday. @returns the entries */
export async function handedOut(world: World, use: Use): Promise<number[]> {
  const { code, aDay, weeks, left, weekdays = [1, 2, 3, 4, 5], atDropIn } = use
  const days = daysFrom(addDays(world.today(), -7 * weeks), addDays(world.today(), -1)).filter(
    (day) => weekdays.includes(weekdayOf(day)),
  )
  const { places, venues } = world
  const [from, to] = atDropIn ? [places.shelves, places.floor] : [places.central, venues.sky]
  const lotId = await lotOf(world, code)
  const move = (quantity: number, fromId: number, toId: number): Movement[] => [
    { itemId: world.item(code).id, lotId, quantity, fromId, toId },
  ]
  return world.write(async (tx) => {
    const opening = move(aDay * days.length + left, places.opening, from)
    const first = days[0] ?? world.today()
    await post(tx, { kind: 'opening', happenedOn: first }, opening, world.recording())
    const ids: number[] = []
    for (const happenedOn of days) {
      const given = move(aDay, from, to)
      ids.push(await post(tx, { kind: 'hand-out', happenedOn }, given, world.recording()))
    }
    return ids
  })
}

async function lotOf(world: World, code: string): Promise<number> {
  const { id, lots } = world.item(code)
  const lot = { itemId: id, lots, code: lots === 'number' ? 'L1' : '' }
  const expiresOn = lots === 'none' ? null : ('2029-12-31' as Day)
  const [lotId] = await world.write((tx) => lotIds(tx, [{ ...lot, expiresOn }]))
  return lotId ?? 0
}

/** The row of the board. */
export async function alertOf(world: World, code: string) {
  const found = alertsOf(await advisedIn(world)).find(({ item }) => item.code === code)
  if (!found) throw new Error(`${code} is not on the board`)
  return found
}

/** The advice behind it, as the item's card shows it. */
export async function adviceOf(world: World, code: string) {
  const { facts, advice } = (await advisedIn(world)).get(world.item(code).id) ?? {}
  if (!facts || !advice) throw new Error(`${code} is rough or not in use`)
  return { ...advice, facts }
}

function advisedIn({ database, today }: World) {
  return advisedAnew(database, { today: today() })
}
