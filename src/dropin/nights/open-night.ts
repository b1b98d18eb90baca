import { eq } from 'drizzle-orm'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { nightSession, visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { OpeningForm } from '../form.ts'
import { begin, type Night, tonightAt } from '../tonight.ts'
import { countAsOpen } from './say-opening.ts'

/**
 * Opens the night of today, or opens it again. An evening the calendar has closed is an extra one, and
 * says why.
 * @returns the night's visit
 * @throws Refusal `openingUnexplained`
 */
export async function openNight(
  tx: Tx,
  { reason }: Pick<OpeningForm, 'reason'>,
  recording: Recording,
): Promise<number> {
  await countAsOpen(tx, { day: recording.today, reason }, recording)
  const { id, night } = await tonightAt(tx, recording.today)
  const { id: visitId } = night ?? (await begin(tx, id, recording))
  if (night) await reopen(tx, night, recording)
  return visitId
}

/**
 * Closes the night of today: nothing more is recorded of it, and its devices stop.
 * @returns the night's visit
 * @throws Refusal `notFound` when nothing has begun
 */
export async function closeNight(tx: Tx, recording: Recording): Promise<number> {
  const { night } = await tonightAt(tx, recording.today)
  if (!night) return refuse('notFound', {})
  if (night.closedOn === null)
    await amend(tx, visit, night, { closedOn: recording.today }, recording)
  return night.id
}

/**
 * Takes the closing of tonight's night back: its devices work again.
 * @throws Refusal `nightOver` when its day has ended, `notFound`
 */
export async function reopenNight(tx: Tx, visitId: number, recording: Recording): Promise<number> {
  const { night } = await tonightAt(tx, recording.today)
  if (night?.id !== visitId) return refuse('nightOver', {})
  await reopen(tx, night, recording)
  return visitId
}

async function reopen(tx: Tx, night: Night, recording: Recording) {
  if (night.closedOn !== null) await amend(tx, visit, night, { closedOn: null }, recording)
}

/** Ends a shared device: it shows nothing any more. @throws Refusal `notFound` */
export async function endDevice(tx: Tx, id: number): Promise<number> {
  const ended = await tx.delete(nightSession).where(eq(nightSession.id, id)).returning()
  return ended[0]?.id ?? refuse('notFound', {})
}
