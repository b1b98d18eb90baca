// Rough stock is seen, not counted: in the office on its card, at the drop-in from the kitchen.
import { eq } from 'drizzle-orm'
import { stockroomOf } from '#src/catalog/places.ts'
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, observation } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

export type Sighting = {
  /** The stockroom it was seen in. */
  readonly placeId: number
  readonly happenedOn: Day
  readonly kind: 'intake' | 'use' | 'level'
  /** Intake and use in the item's rough unit; level 3 full … 0 empty. */
  readonly amount: number
}

/**
 * Notes what was seen of a rough item: what came in, what was used, or how much is left.
 * @returns the id of the observation
 * @throws Refusal `notFound` when the item is not a rough one or the stockroom is gone
 */
export async function observe(
  tx: Tx,
  itemId: number,
  sighting: Sighting,
  recording: Recording,
): Promise<number> {
  const [seen] = await tx.select({ tracking: item.tracking }).from(item).where(eq(item.id, itemId))
  if (seen?.tracking !== 'rough') refuse('notFound', {})
  const place = await stockroomOf(tx, sighting.placeId, 'placeId')
  const [made] = await tx
    .insert(observation)
    .values({
      ...{ requestId: recording.requestId, recordedOn: recording.today },
      ...{ itemId, locationId: place.id, kind: sighting.kind },
      ...{ happenedOn: sighting.happenedOn, amount: sighting.amount },
    })
    .returning({ id: observation.id })
  if (!made) throw new Error('the database returned no observation')
  return made.id
}

/**
 * Takes an observation back by another one, so that both stay readable.
 * @returns the item's id
 * @throws Refusal `notFound`, or `reversedAlready`
 */
export async function takeBackObservation(
  tx: Tx,
  id: number,
  recording: Recording,
): Promise<number> {
  const [seen] = await tx.select().from(observation).where(eq(observation.id, id))
  if (!seen || seen.reversesId !== null) return refuse('notFound', {})
  const [reversal] = await tx.select().from(observation).where(eq(observation.reversesId, id))
  if (reversal) refuse('reversedAlready', { day: reversal.recordedOn })
  const { itemId, locationId, happenedOn, kind, amount } = seen
  await tx.insert(observation).values({
    ...{ itemId, locationId, happenedOn, kind, amount, reversesId: id },
    ...{ requestId: recording.requestId, recordedOn: recording.today },
  })
  return itemId
}
