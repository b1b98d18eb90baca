import { inArray } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { item, visit } from '#src/db/schema/index.ts'
import { type Change, changeHandOut, type HandedOut } from '#src/ledger/change-hand-out.ts'
import { pickLines } from '#src/ledger/pick-lines.ts'
import { post } from '#src/ledger/post.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { eventDay } from './event-day.ts'
import { type EventPlaceFound, eventPlaceById, visitOn } from './queries.ts'

/** A tap, or a change of what was tapped before. */
export type Tap = { readonly given: HandedOut } | { readonly change: Change }

/**
 * Hands out at an event, from the stockroom that serves it, first to expire first.
 * @returns the last entry made
 * @throws Refusal `notFound`, `notYet`, `short`, `shortUsable`, `handOutGone`
 */
export async function handOutAtEvent(
  tx: Tx,
  { placeId, tap }: { readonly placeId: number; readonly tap: Tap },
  recording: Recording,
): Promise<number> {
  const { place, visit: at } = await beginVisit(tx, placeId, recording)
  const handOut = async (lines: readonly HandedOut[], part: number) => {
    const { happenedOn, period } = at
    const heading = { kind: 'hand-out' as const, happenedOn, period, part, visitId: at.id }
    const movements = await movementsOf(tx, { place, lines, day: happenedOn })
    return post(tx, heading, movements, recording)
  }
  if ('given' in tap) return handOut([tap.given], 0)
  return changeHandOut(tx, { visitId: at.id, change: tap.change }, recording, handOut)
}

/**
 * What is recorded at an event on its day, begun by the first thing that is.
 * @throws Refusal `notFound`, `notYet` before the event
 */
export async function beginVisit(tx: Tx, placeId: number, recording: Recording) {
  const place = await eventPlaceById(tx, placeId)
  if (!place || place.retiredOn !== null) return refuse('notFound', {})
  const day = eventDay(place, recording.today)
  if (day === null) return refuse('notYet', { day: place.startsOn ?? recording.today })
  const begun = await visitOn(tx, { placeId, day })
  if (begun) return { place, visit: begun }
  const [made] = await tx
    .insert(visit)
    .values({ venueId: placeId, happenedOn: day, period: recording.period })
    .returning()
  if (!made) throw new Error('the database returned no visit')
  return { place, visit: made }
}

type Given = {
  readonly place: EventPlaceFound
  readonly lines: readonly HandedOut[]
  readonly day: string
}

async function movementsOf(tx: Tx, { place, lines, day }: Given) {
  const ids = lines.map(({ itemId }) => itemId)
  const items = await tx.select().from(item).where(inArray(item.id, ids))
  const wanted = lines.map(({ itemId, quantity }) => ({
    item: items.find(({ id }) => id === itemId) ?? refuse('notFound', {}),
    ...{ quantity, field: 'quantity' },
  }))
  const picked = await pickLines(tx, place.stockroom, { lines: wanted, day })
  return picked.map((each) => ({ ...each, fromId: place.stockroom.id, toId: place.id }))
}
