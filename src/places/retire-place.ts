import { and, eq, isNull, sql } from 'drizzle-orm'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { bagOut, location, onHand } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { refuseNameTaken } from './edit-place.ts'
import { kindOf } from './kinds.ts'
import { placeById } from './queries.ts'

type Seen = { readonly id: number; readonly version: number }

/**
 * Takes a place out of the forms; its history stays.
 * @throws Refusal `stale`, `notFound`, `builtIn`, `bagAway`, `placeHolds` saying how much,
 *   `stockroomFeeds` naming what is filled from it
 */
export async function retirePlace(tx: Tx, seen: Seen, recording: Recording) {
  const found = await placeById(tx, seen.id)
  if (!found || kindOf(found.place) === null) return refuse('notFound', {})
  const { place } = found
  if (found.isBuiltIn) refuse('builtIn', { place })
  const [out] = await tx.select().from(bagOut).where(eq(bagOut.bagId, place.id))
  if (out) refuse('bagAway', { place })
  const [held] = await tx
    .select({
      units: sql<number>`coalesce(sum(abs(quantity)), 0)`,
      items: sql<number>`count(distinct item_id)`,
    })
    .from(onHand)
    .where(eq(onHand.locationId, place.id))
  if (held && held.items > 0) refuse('placeHolds', { place, ...held })
  const fed = await tx
    .select()
    .from(location)
    .where(and(eq(location.feederId, place.id), isNull(location.retiredOn)))
  if (fed.length > 0) refuse('stockroomFeeds', { place, fed })
  return { changeId: await amend(tx, location, seen, { retiredOn: recording.today }, recording) }
}

/** @throws Refusal `stale`, `notFound`, `nameTaken` */
export async function restorePlace(tx: Tx, seen: Seen, recording: Recording) {
  const found = await placeById(tx, seen.id)
  if (!found) return refuse('notFound', {})
  await refuseNameTaken(tx, found.place)
  return { changeId: await amend(tx, location, seen, { retiredOn: null }, recording) }
}
