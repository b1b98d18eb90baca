// What a sheet of paper says beside what was given: what was asked for in vain, and what was seen of rough
// items. It is taken back with the sheet, by other facts, and said again with it.
import { and, between, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#src/db/gate.ts'
import { observation, unmet } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { insertAllUnmet } from './unmet.ts'
import { allStanding } from './visit.ts'

/** Takes back the facts of a request; of one that took facts back, says them again. */
export async function reverseFacts(tx: Tx, requestId: string, recording: Recording): Promise<void> {
  await reverseAsked(tx, requestId, recording)
  await reverseSeen(tx, requestId, recording)
}

/** Several rows of one request are its parts: `R/0`, `R/1` … */
async function reverseAsked(tx: Tx, requestId: string, recording: Recording) {
  const undone = alias(unmet, 'undone')
  const rows = await tx
    .select({ unmet })
    .from(unmet)
    .leftJoin(undone, eq(undone.reversesId, unmet.id))
    .where(and(between(unmet.requestId, `${requestId}/`, `${requestId}/~`), isNull(undone.id)))
  const again = rows.flatMap(({ unmet: { reversesId, visitId } }) =>
    reversesId !== null && visitId !== null ? [visitId] : [],
  )
  await allStanding(tx, again, recording)
  const opposite = rows.map(
    ({ unmet: { id, requestId: _, recordedOn: __, reversesId, ...row } }) => ({
      ...row,
      reversesId: reversesId === null ? id : null,
    }),
  )
  await insertAllUnmet(tx, opposite, recording)
}

/** What came with a donation goes with the donation: see reverse-observed.ts. */
async function reverseSeen(tx: Tx, requestId: string, recording: Recording) {
  const undone = alias(observation, 'undone')
  const rows = await tx
    .select({ observation })
    .from(observation)
    .leftJoin(undone, eq(undone.reversesId, observation.id))
    .where(
      and(
        ...[eq(observation.requestId, requestId), isNull(observation.donationId)],
        isNull(undone.id),
      ),
    )
  if (rows.length === 0) return
  const opposite = rows.map(({ observation: { id, reversesId, ...row } }) => ({
    ...row,
    reversesId: reversesId === null ? id : null,
    ...{ requestId: recording.requestId, recordedOn: recording.today },
  }))
  await tx.insert(observation).values(opposite)
}
