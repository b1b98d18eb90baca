// An empty container that is left at a venue comes out of stock like anything that is handed out; what
// comes back in it never does.
import { eq } from 'drizzle-orm'
import { builtInLots } from '#src/catalog/lots.ts'
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { bagOut, item, location } from '#src/db/schema/index.ts'
import { drawnFromBag } from '#src/ledger/draw.ts'
import { lotsIn } from '#src/ledger/on-hand.ts'
import { pickLines } from '#src/ledger/pick-lines.ts'
import { type Heading, post } from '#src/ledger/post.ts'
import { shiftAtWork } from '#src/ledger/shift.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

type Wanted = {
  /** What new containers of the kind are in stock; null when they are none of ours. */
  readonly itemId: number | null
  readonly fromId: number | undefined
  readonly venueId: number
  readonly day: Day
}

/**
 * Posts one container from a stockroom, or from a bag that is out, to the venue. A bag is in the field: it
 * may then owe one, and a stockroom may not.
 * @returns the entry's id; null when nothing of ours was left there
 * @throws Refusal `notFound`, `short`, `bagIsIn`, `notYourShift`
 */
export async function takeContainer(
  tx: Tx,
  { itemId, fromId, venueId, day }: Wanted,
  recording: Recording,
): Promise<number | null> {
  if (itemId === null || fromId === undefined) return null
  const [from] = await tx
    .select({ place: location, shiftId: bagOut.shiftId })
    .from(location)
    .leftJoin(bagOut, eq(bagOut.bagId, location.id))
    .where(eq(location.id, fromId))
  if (!from || from.place.retiredOn !== null) return refuse('notFound', {}, 'fromId')
  const { place, shiftId } = from
  const heading = { kind: 'hand-out' as const, happenedOn: day }
  const leave = (at: Heading, picks: readonly Taken[]) =>
    post(
      tx,
      at,
      picks.map((each) => ({ ...each, itemId, fromId, toId: venueId })),
      recording,
    )
  if (place.kind === 'stockroom') return leave(heading, await fromStockroom(tx, place, itemId, day))
  if (place.kind !== 'bag') return refuse('notFound', {}, 'fromId')
  if (shiftId === null) return refuse('bagIsIn', {}, 'fromId')
  await shiftAtWork(tx, { shiftId, personId: recording.personId })
  return leave({ ...heading, shiftId }, await fromBag(tx, place.id, itemId, day))
}

type Taken = { readonly lotId: number; readonly quantity: number }

async function fromStockroom(
  tx: Tx,
  place: typeof location.$inferSelect,
  itemId: number,
  day: Day,
): Promise<Taken[]> {
  const [container] = await tx.select().from(item).where(eq(item.id, itemId))
  if (!container) throw new Error(`no item ${itemId}`)
  const lines = [{ item: container, quantity: 1, field: 'fromId' }]
  return pickLines(tx, place, { lines, day })
}

async function fromBag(tx: Tx, bagId: number, itemId: number, day: Day): Promise<Taken[]> {
  const builtIn = await builtInLots(tx, [itemId])
  const lots = await lotsIn(tx, { locationId: bagId, itemIds: [itemId] })
  return drawnFromBag(lots, { itemId, quantity: 1, builtInId: builtIn.get(itemId) ?? 0, day })
}
