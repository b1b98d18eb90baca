import type { Tx } from '#src/db/gate.ts'
import { handOutFromStockroom, type Tap } from '#src/ledger/hand-out-from-stockroom.ts'
import { openVisit } from '#src/ledger/start-visit.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { eventDay } from './event-day.ts'
import { eventPlaceById } from './queries.ts'

/**
 * Hands out at an event, from the stockroom that serves it.
 * @returns the last entry made
 * @throws Refusal `notFound`, `notYet`, and those of `handOutFromStockroom`
 */
export async function handOutAtEvent(
  tx: Tx,
  { placeId, tap }: { readonly placeId: number; readonly tap: Tap },
  recording: Recording,
): Promise<number> {
  const { place, visit } = await beginEvent(tx, placeId, recording)
  return handOutFromStockroom(tx, { visit, stockroom: place.stockroom, tap }, recording)
}

/**
 * What is recorded at an event on its day, begun by the first thing that is.
 * @throws Refusal `notFound`, `notYet` before the event
 */
export async function beginEvent(tx: Tx, placeId: number, recording: Recording) {
  const { today, period } = recording
  const place = await eventPlaceById(tx, placeId)
  if (!place || place.retiredOn !== null) return refuse('notFound', {})
  const day = eventDay(place, today)
  if (day === null) return refuse('notYet', { day: place.startsOn ?? today })
  const asked = { venueId: placeId, shiftId: null, happenedOn: day, period }
  const { visit } = await openVisit(tx, asked, recording)
  return { place, visit }
}
