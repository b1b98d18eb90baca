// Adding and editing a route: its name, and its places in order.
import { add, amend } from '#src/db/amend.ts'
import { amendList } from '#src/db/amend-list.ts'
import type { Tx } from '#src/db/gate.ts'
import { route } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { RoundEditForm, RoundForm } from './form.ts'
import { roundById } from './queries.ts'

/** @returns the new route's id */
export async function addRound(tx: Tx, form: RoundForm, recording: Recording) {
  const { nameFr, nameEn, stops } = form
  const made = await add(tx, route, { nameFr, nameEn }, recording)
  const rows = rowsOf(made.id, stops)
  await amendList(tx, { name: 'route_stop', ownerId: made.id, seen: 0, rows }, recording)
  return { roundId: made.id }
}

/**
 * Edits a route. Shifts that are under way keep the places they left with.
 * @returns the change to undo; null when its name and its places changed at once, which are two
 * @throws Refusal `stale`, `notFound`
 */
export async function editRound(
  tx: Tx,
  roundId: number,
  form: RoundEditForm,
  recording: Recording,
): Promise<{ readonly changeId: number | null }> {
  const found = await roundById(tx, roundId)
  if (!found) return refuse('notFound', {})
  const { nameFr, nameEn, stops, version, seen } = form
  if (version !== found.version || seen !== found.seen) refuse('stale', {})
  const isRenamed = nameFr !== found.nameFr || nameEn !== found.nameEn
  const isMoved = stops.join() !== found.stops.map(({ id }) => id).join()
  const renamed = isRenamed
    ? await amend(tx, route, { id: roundId, version }, { nameFr, nameEn }, recording)
    : null
  const rows = rowsOf(roundId, stops)
  const moved = isMoved
    ? await amendList(tx, { name: 'route_stop', ownerId: roundId, seen, rows }, recording)
    : null
  return { changeId: renamed !== null && moved !== null ? null : (renamed ?? moved) }
}

type Seen = { readonly id: number; readonly version: number }

/** Takes a route out of the check-out. @throws Refusal `stale`, `notFound` */
export async function retireRound(tx: Tx, seen: Seen, recording: Recording) {
  return { changeId: await amend(tx, route, seen, { retiredOn: recording.today }, recording) }
}

/** @throws Refusal `stale`, `notFound` */
export async function restoreRound(tx: Tx, seen: Seen, recording: Recording) {
  return { changeId: await amend(tx, route, seen, { retiredOn: null }, recording) }
}

function rowsOf(routeId: number, stops: readonly number[]) {
  return stops.map((venueId, position) => ({ routeId, venueId, position }))
}
