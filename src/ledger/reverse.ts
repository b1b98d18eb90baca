// Undo: the opposite movements, on the same day, linked to what they take back.
import { and, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { entry, item, location, movement } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { entriesTogether, type Movement, post } from './post.ts'
import { reverseFacts } from './reverse-facts.ts'
import { reverseObserved } from './reverse-observed.ts'
import { reverseVisits } from './reverse-visits.ts'
import { allStanding } from './visit.ts'

type Entry = typeof entry.$inferSelect

/**
 * Reverses an entry and all that the same request wrote with it, last part first: what was observed with a
 * donation, and what else was recorded of the visits it was handed out at.
 * Reversing a reversal restores what it took back.
 * @returns the ids of the new entries
 * @throws Refusal `noSuchEntry`, `reversedAlready`, or `reversalShort` naming who used the goods
 */
export async function reverse(tx: Tx, entryId: number, recording: Recording): Promise<number[]> {
  const entries = await entriesTogether(tx, entryId)
  const [first] = entries
  if (!first) return refuse('noSuchEntry', {})
  const reversals = await reverseThese(tx, entries, recording)
  await reverseObserved(tx, entries, recording)
  if (entries.some(isOutside)) {
    await reverseFacts(tx, first.requestId, recording)
    await reverseVisits(tx, first.requestId, recording)
  }
  return reversals
}

/** A sheet of paper has more to it; a bag that nobody checked out is checked out by it. */
function isOutside({ kind }: Entry): boolean {
  return kind === 'hand-out' || kind === 'check-out'
}

/**
 * Reverses entries of one request, in the order given, as parts 0, 1, 2 … of this one.
 * @returns the ids of the new entries
 * @throws Refusal `reversedAlready`, or `reversalShort` naming who used the goods
 */
export async function reverseThese(
  tx: Tx,
  entries: readonly Entry[],
  recording: Recording,
): Promise<number[]> {
  const ids = entries.map((each) => each.id)
  const [reversal] = await tx.select().from(entry).where(inArray(entry.reversesId, ids))
  if (reversal) refuse('reversedAlready', { day: reversal.recordedOn })
  // The last movement first: what passed through a place goes back through it.
  const movements = await tx
    .select()
    .from(movement)
    .where(inArray(movement.entryId, ids))
    .orderBy(desc(movement.id))
  await refuseIfUsed(tx, Math.max(...ids), movements)
  // A visit that was taken back with its hand-out comes back with it.
  const again = entries.flatMap(({ sign, visitId }) => (sign === -1 && visitId ? [visitId] : []))
  await allStanding(tx, again, recording)

  const reversals: number[] = []
  for (const [part, each] of entries.entries()) {
    const { kind, happenedOn, period, donationId, orderId, shiftId, visitId, stocktakeId } = each
    const heading = {
      ...{ kind, happenedOn, period, donationId, orderId, shiftId, visitId, stocktakeId },
      part,
      reversesId: each.id,
      sign: each.sign === 1 ? (-1 as const) : (1 as const),
    }
    const opposite = movements.filter(({ entryId }) => entryId === each.id).map(turnedRound)
    reversals.push(await post(tx, heading, opposite, recording))
  }
  return reversals
}

function turnedRound(each: Movement): Movement {
  const { itemId, lotId, fromId, toId, quantity, price, priceUnits, orderLineId } = each
  return {
    ...{ itemId, lotId, quantity },
    fromId: toId,
    toId: fromId,
    price: price ?? null,
    priceUnits: priceUnits ?? null,
    orderLineId: orderLineId ?? null,
  }
}

/** Before anything is written: what would have to leave a place that no longer has it. */
async function refuseIfUsed(tx: Tx, entryId: number, movements: readonly Movement[]) {
  const needs = netLeaving(movements)
  const [short] = await tx.all<{ index: number; available: number }>(firstShort(needs))
  const need = short && needs[short.index]
  if (need) await refuseUsed(tx, entryId, need, short.available)
}

/** What a bag owes of no known lot is between the bag and the trigger: it may be below zero. */
function firstShort(needs: readonly Need[]): SQL {
  return sql`
    select need.key as "index", max(0, coalesce(on_hand.quantity, 0)) as available
    from json_each(${JSON.stringify(needs)}) as need
    join location on location.id = need.value ->> 'placeId'
    join lot on lot.id = need.value ->> 'lotId'
    left join on_hand on on_hand.location_id = location.id and on_hand.lot_id = lot.id
    where (location.kind = 'stockroom' or (location.kind = 'bag' and lot.kind = 'real'))
      and max(0, coalesce(on_hand.quantity, 0)) < need.value ->> 'quantity'
    order by need.key limit 1`
}

type Need = { placeId: number; lotId: number; itemId: number; quantity: number }

function netLeaving(movements: readonly Movement[]): Need[] {
  const needs = new Map<string, Need>()
  const add = (placeId: number, { lotId, itemId }: Movement, quantity: number) => {
    const key = `${placeId} ${lotId}`
    const before = needs.get(key)?.quantity ?? 0
    needs.set(key, { placeId, lotId, itemId, quantity: before + quantity })
  }
  for (const each of movements) {
    add(each.toId, each, each.quantity)
    add(each.fromId, each, -each.quantity)
  }
  return [...needs.values()].filter(({ quantity }) => quantity > 0)
}

async function refuseUsed(tx: Tx, entryId: number, need: Need, available: number) {
  const [use] = await tx
    .select({ id: entry.id, kind: entry.kind, happenedOn: entry.happenedOn })
    .from(movement)
    .innerJoin(entry, eq(entry.id, movement.entryId))
    .where(
      and(
        eq(movement.lotId, need.lotId),
        eq(movement.fromId, need.placeId),
        gt(movement.entryId, entryId),
      ),
    )
    .orderBy(desc(movement.id))
    .limit(1)
  const [names] = await tx
    .select({
      item: { nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
      place: { nameFr: location.nameFr, nameEn: location.nameEn },
    })
    .from(item)
    .innerJoin(location, eq(location.id, need.placeId))
    .where(eq(item.id, need.itemId))
  if (!names) throw new Error(`no item ${need.itemId}`)
  refuse('reversalShort', { ...names, available, wanted: need.quantity, use: use ?? null })
}
