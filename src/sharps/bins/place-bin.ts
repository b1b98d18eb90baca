import { placeOf } from '#src/catalog/places.ts'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { bin, binEvent } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { binTypeInUse } from '../record-recovered.ts'
import type { PlaceForm, RhythmForm } from './form.ts'
import { takeContainer } from './take-container.ts'

/**
 * Places a bin at a venue; the container leaves our stock when it is one of ours.
 * @throws Refusal `notFound`, and those of `takeContainer`
 */
export async function placeBin(tx: Tx, form: PlaceForm, recording: Recording) {
  const { typeId, swapEveryDays, happenedOn, fromId } = form
  const venue = await placeOf(tx, { id: form.venueId, kind: 'venue' }, 'venueId')
  if (venue.role === 'unlogged') refuse('notFound', {}, 'venueId')
  const { itemId } = await binTypeInUse(tx, typeId)
  const [made] = await tx
    .insert(bin)
    .values({ venueId: venue.id, typeId, swapEveryDays })
    .returning()
  if (!made) throw new Error('the database returned no bin')
  const taken = { itemId, fromId, venueId: venue.id, day: happenedOn }
  const entryId = await takeContainer(tx, taken, recording)
  const eventId = await recordEvent(
    tx,
    { binId: made.id, kind: 'placed', happenedOn, entryId, recoveryId: null },
    recording,
  )
  return { binId: made.id, eventId }
}

type BinEvent = Pick<
  typeof binEvent.$inferSelect,
  'binId' | 'kind' | 'happenedOn' | 'entryId' | 'recoveryId'
>

/** @returns the event's id */
export async function recordEvent(tx: Tx, event: BinEvent, recording: Recording): Promise<number> {
  const { requestId, today: recordedOn } = recording
  const [made] = await tx
    .insert(binEvent)
    .values({ ...event, requestId, recordedOn })
    .returning({ id: binEvent.id })
  if (!made) throw new Error('the database returned no event')
  return made.id
}

/** Changes how often a bin is to be swapped. @throws Refusal `stale`, `notFound` */
export async function changeRhythm(tx: Tx, id: number, form: RhythmForm, recording: Recording) {
  const { version, swapEveryDays } = form
  return { changeId: await amend(tx, bin, { id, version }, { swapEveryDays }, recording) }
}
