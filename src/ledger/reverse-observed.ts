// What came with a donation and is followed roughly is no movement: it was observed, and goes and comes
// back with the donation's entry.
import { and, eq, isNotNull, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#src/db/gate.ts'
import { type entry, observation } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'

type Entry = typeof entry.$inferSelect

/**
 * Takes back what was observed with the donations of these entries, by other observations; where an
 * entry is itself a reversal, notes again what that one took back. What somebody took back alone stays so.
 */
export async function reverseObserved(tx: Tx, entries: readonly Entry[], recording: Recording) {
  for (const { donationId, requestId, sign } of entries) {
    if (donationId === null) continue
    const ofDonation = eq(observation.donationId, donationId)
    if (sign === 1) await takeBack(tx, ofDonation, recording)
    else await noteAgain(tx, and(ofDonation, eq(observation.requestId, requestId)), recording)
  }
}

async function takeBack(tx: Tx, ofDonation: SQL, recording: Recording) {
  const undone = alias(observation, 'undone')
  const isUndone = tx
    .select({ one: sql`1` })
    .from(undone)
    .where(eq(undone.reversesId, observation.id))
  const standing = await tx
    .select()
    .from(observation)
    .where(and(ofDonation, isNull(observation.reversesId), notExists(isUndone)))
  await note(
    tx,
    standing.map((each) => ({ ...each, reversesId: each.id })),
    recording,
  )
}

async function noteAgain(tx: Tx, ofReversal: SQL | undefined, recording: Recording) {
  const takenBack = await tx
    .select()
    .from(observation)
    .where(and(ofReversal, isNotNull(observation.reversesId)))
  await note(
    tx,
    takenBack.map((each) => ({ ...each, reversesId: null })),
    recording,
  )
}

type Observation = typeof observation.$inferSelect

async function note(tx: Tx, rows: readonly Observation[], { requestId, today }: Recording) {
  if (rows.length === 0) return
  const noted = rows.map(({ id: _, ...row }) => ({ ...row, requestId, recordedOn: today }))
  await tx.insert(observation).values(noted)
}
