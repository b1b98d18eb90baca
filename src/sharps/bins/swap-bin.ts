import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#src/db/gate.ts'
import { binEvent } from '#src/db/schema/index.ts'
import { standingBin } from '#src/ledger/bins.ts'
import { reverse } from '#src/ledger/reverse.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { recordRecovered, takeBackRecovered, type Undoing } from '../record-recovered.ts'
import type { SwapForm } from './form.ts'
import { recordEvent } from './place-bin.ts'
import { takeContainer } from './take-container.ts'

/**
 * Takes a bin away with what is in it; where it is swapped, an empty one of its kind stays.
 * @throws Refusal `binGone` when none stands there, `binBefore`, `binLight`, and those of `takeContainer`
 */
export async function swapBin(tx: Tx, binId: number, form: SwapForm, recording: Recording) {
  const { outcome, happenedOn, measured, fromId } = form
  const bin = await standingBin(tx, binId)
  if (!bin) return refuse('binGone', {})
  const { type, venue, placedOn } = bin
  if (happenedOn < placedOn) refuse('binBefore', { day: placedOn }, 'happenedOn')
  const found = { source: 'bin' as const, happenedOn, measured, type, containers: 1 }
  const recoveryId = await recordRecovered(tx, found, recording)
  const taken = { itemId: type.itemId, fromId, venueId: venue.id, day: happenedOn }
  const entryId = outcome === 'swapped' ? await takeContainer(tx, taken, recording) : null
  const event = { binId, kind: outcome, happenedOn, entryId, recoveryId }
  return { eventId: await recordEvent(tx, event, recording), venueId: venue.id }
}

/**
 * Takes back what was done with a bin: what was in it, and the container that stayed, with it.
 * @returns the bin's id
 * @throws Refusal `notFound`, `reversedAlready`, `binUsed` when it was swapped since it was placed
 */
export async function takeBackEvent(
  tx: Tx,
  { id, recordedSince }: Undoing,
  recording: Recording,
): Promise<number> {
  const [done] = await tx.select().from(binEvent).where(eq(binEvent.id, id))
  if (!done || done.reversesId !== null) return refuse('notFound', {})
  if (done.recordedOn < (recordedSince ?? '')) return refuse('notFound', {})
  const [reversal] = await tx.select().from(binEvent).where(eq(binEvent.reversesId, id))
  if (reversal) refuse('reversedAlready', { day: reversal.recordedOn })
  if (done.kind === 'placed') await refuseUsed(tx, done.binId)
  const { binId, kind, happenedOn, entryId, recoveryId } = done
  await tx.insert(binEvent).values({
    ...{ binId, kind, happenedOn, reversesId: id },
    ...{ requestId: recording.requestId, recordedOn: recording.today },
  })
  if (recoveryId !== null) {
    await takeBackRecovered(tx, { id: recoveryId, recordedSince }, recording)
  }
  if (entryId !== null) await reverse(tx, entryId, recording)
  return binId
}

async function refuseUsed(tx: Tx, binId: number) {
  const undone = alias(binEvent, 'undone')
  const isUndone = tx.select({ one: sql`1` }).from(undone).where(eq(undone.reversesId, binEvent.id))
  const [later] = await tx
    .select({ happenedOn: binEvent.happenedOn })
    .from(binEvent)
    .where(
      and(
        ...[eq(binEvent.binId, binId), ne(binEvent.kind, 'placed')],
        ...[isNull(binEvent.reversesId), notExists(isUndone)],
      ),
    )
    .limit(1)
  if (later) refuse('binUsed', { day: later.happenedOn })
}
