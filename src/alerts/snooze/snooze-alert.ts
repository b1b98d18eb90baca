import { and, eq, isNull } from 'drizzle-orm'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, snooze } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { SnoozeForm } from './form.ts'

/**
 * Puts the row of an item aside until a day, with how it stood for the person who did.
 * @throws Refusal `stale` when somebody else put it aside or woke it, `notFound` without such an item
 */
export async function snoozeAlert(
  tx: Tx,
  itemId: number,
  { version, untilOn, level, runsOutOn, usable }: SnoozeForm,
  recording: Recording,
) {
  const standing = { level, runsOutOn, usable }
  const who = { snoozedOn: recording.today, snoozedBy: recording.personId }
  if (version === 0) await beginAwake(tx, { id: itemId, ...standing, ...who })
  const seen = { id: itemId, version: Math.max(1, version) }
  const changes = { untilOn, ...who, ...standing }
  return { changeId: await amend(tx, snooze, seen, changes, recording) }
}

/** The first snooze of an item is a change from being awake, so that it can be undone like any other. */
async function beginAwake(tx: Tx, values: typeof snooze.$inferInsert) {
  const inUse = and(eq(item.id, values.id ?? 0), isNull(item.retiredOn))
  const [found] = await tx.select({ id: item.id }).from(item).where(inUse)
  if (!found) return refuse('notFound', {})
  await tx.insert(snooze).values(values).onConflictDoNothing()
}

/** Brings a row back before its day. @throws Refusal `stale`, `notFound` */
export async function wakeAlert(
  tx: Tx,
  seen: { readonly id: number; readonly version: number },
  recording: Recording,
) {
  return { changeId: await amend(tx, snooze, seen, { untilOn: null }, recording) }
}
