// Adding and editing a place.
import { and, eq, ne, sql } from 'drizzle-orm'
import { folded } from '#src/catalog/items.ts'
import { placeOf } from '#src/catalog/places.ts'
import { add, amend } from '#src/db/amend.ts'
import { amendList } from '#src/db/amend-list.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { location } from '#src/db/schema/index.ts'
import { columnsOf, type DeadlineColumns } from '#src/order-deadlines.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { PlaceEditForm, PlaceForm } from './form.ts'
import { type Kind, kindOf, rowOf } from './kinds.ts'
import { placeById } from './queries.ts'

type Row = typeof location.$inferSelect

/** @throws Refusal `nameTaken`, `notFound` when the place it is filled from is not a stockroom */
export async function addPlace(tx: Tx, kind: Kind, form: PlaceForm, recording: Recording) {
  const { role, ...row } = rowOf(kind)
  const values = { ...row, ...placeValues(form), role: form.role ?? role }
  await refuseNameTaken(tx, { id: 0, ...values })
  await refuseFeeder(tx, form.feederId, null)
  const made = await add(tx, location, values, recording)
  const terms = termsOf(form, made.id)
  if (terms) await saveTerms(tx, { rows: [terms], seen: 0 }, recording)
  return { placeId: made.id }
}

/**
 * Edits a place. Its kind stays, and so does the role of a built-in place.
 * @returns the change to undo; null when its names and its terms changed at once, which are two
 * @throws Refusal `stale`, `notFound`, `nameTaken`, `serviceFixed` once something has moved there
 */
export async function editPlace(
  tx: Tx,
  placeId: number,
  form: PlaceEditForm,
  recording: Recording,
): Promise<{ readonly changeId: number | null }> {
  const found = await placeById(tx, placeId)
  if (!found || kindOf(found.place) === null) return refuse('notFound', {})
  const { place, terms: before, isBuiltIn, hasMoved } = found
  const role = isBuiltIn ? place.role : (form.role ?? place.role)
  const values = { ...placeValues(form), role }
  if (hasMoved && (values.stream ?? null) !== place.stream) refuse('serviceFixed', {}, 'stream')
  if (role === 'drop-in-floor' && !form.feederId) refuse('notFound', {}, 'feederId')
  await refuseNameTaken(tx, { ...place, ...values })
  await refuseFeeder(tx, form.feederId, placeId)

  const terms = termsOf(form, placeId)
  const termsDiffer = terms !== null && !isSame(terms, before)
  const namesDiffer = place.nameFr !== values.nameFr || place.nameEn !== values.nameEn
  const changeId = await amend(
    tx,
    location,
    { id: placeId, version: form.version },
    values,
    recording,
  )
  if (!termsDiffer) return { changeId }
  const termsChangeId = await saveTerms(tx, { rows: [terms], seen: form.seen }, recording)
  return { changeId: namesDiffer ? null : termsChangeId }
}

function placeValues(form: PlaceForm) {
  return {
    ...{ nameFr: form.nameFr, nameEn: form.nameEn },
    stream: form.stream ?? null,
    visitEveryDays: form.visitEveryDays ?? null,
    agreementSignedOn: form.agreementSignedOn ?? null,
    agreementReviewOn: form.agreementReviewOn ?? null,
    startsOn: form.startsOn ?? null,
    endsOn: form.endsOn ?? null,
    feederId: form.feederId ?? null,
    anonymous: form.anonymous ?? false,
  }
}

type Terms = DeadlineColumns & {
  readonly supplierId: number
  readonly leadTimeDays: number
  readonly reviewDays: number
}

function termsOf(form: PlaceForm, supplierId: number): Terms | null {
  const { leadTimeDays, reviewDays, deadlines = null } = form
  if (leadTimeDays === undefined || reviewDays === undefined) return null
  return { supplierId, leadTimeDays, reviewDays, ...columnsOf(deadlines) }
}

function isSame(terms: Terms, before: Terms | null): boolean {
  return before !== null && keysOf(terms).every((key) => terms[key] === before[key])
}

function keysOf<T extends object>(row: T) {
  return Object.keys(row) as (keyof T)[]
}

async function saveTerms(
  tx: Tx,
  { rows: [terms], seen }: { rows: readonly [Terms]; seen: number },
  recording: Recording,
) {
  const edit = { name: 'supplier_terms' as const, ownerId: terms.supplierId, seen, rows: [terms] }
  return amendList(tx, edit, recording)
}

/** Two places of one kind with one name would be taken for each other. @throws Refusal `nameTaken` */
export async function refuseNameTaken(
  db: Db,
  place: Pick<Row, 'id' | 'kind' | 'role' | 'nameFr' | 'nameEn'>,
) {
  const sameKind = and(eq(location.kind, place.kind), ne(location.id, place.id))
  const sameRole = place.kind === 'source' ? eq(location.role, place.role) : undefined
  const others = await db
    .select()
    .from(location)
    .where(and(sameKind, sameRole, sql`${location.role} <> 'unlogged'`))
  for (const field of ['nameFr', 'nameEn'] as const) {
    const name = place[field]
    const other = others.find(({ nameFr, nameEn }) =>
      [nameFr, nameEn].some(
        (each) => each !== null && name !== null && folded(each) === folded(name),
      ),
    )
    if (other) refuse('nameTaken', { other, isRetired: other.retiredOn !== null }, field)
  }
}

async function refuseFeeder(db: Db, feederId: number | undefined, ownId: number | null) {
  if (feederId === undefined) return
  if (feederId === ownId) refuse('notFound', {}, 'feederId')
  await placeOf(db, { id: feederId, kind: 'stockroom' }, 'feederId')
}
