// A planned stop is passed by, or made after all.
import { and, eq } from 'drizzle-orm'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { plannedStop } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { shiftAtWork } from './shift.ts'

type Seen = { readonly id: number; readonly version: number }

/**
 * Passes by a planned stop, or means to stop there after all.
 * @throws Refusal `stale`, `notFound`, `notYourShift`
 */
export async function skipStop(
  tx: Tx,
  { skipped, ...seen }: Seen & { readonly skipped: boolean },
  recording: Recording,
) {
  const [stop] = await tx.select().from(plannedStop).where(eq(plannedStop.id, seen.id))
  if (!stop) return refuse('notFound', {})
  await shiftAtWork(tx, { shiftId: stop.shiftId, personId: recording.personId })
  const changeId = await amend(tx, plannedStop, seen, { skipped }, recording)
  return { changeId, shiftId: stop.shiftId }
}

type Told = { readonly shiftId: number; readonly venueId: number; readonly skipped: boolean }

/**
 * The same, told later by a phone that has no version. It is a plan and moves nothing: the last word stands.
 * @returns the stop's id
 * @throws Refusal `notFound` where no stop is planned, `notYourShift`
 */
export async function skipStopAt(
  tx: Tx,
  { shiftId, venueId, skipped }: Told,
  recording: Recording,
): Promise<number> {
  await shiftAtWork(tx, { shiftId, personId: recording.personId })
  const [stop] = await tx
    .select()
    .from(plannedStop)
    .where(and(eq(plannedStop.shiftId, shiftId), eq(plannedStop.venueId, venueId)))
  if (!stop) return refuse('notFound', {})
  if (stop.skipped !== skipped) await amend(tx, plannedStop, stop, { skipped }, recording)
  return stop.id
}
