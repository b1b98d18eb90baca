// "Asked for, none left": demand that nothing was handed out for. A fact like a hand-out, append-only.
import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { item, location, unmet, visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { standing } from './visit.ts'

type Asked = {
  readonly visitId: number
  readonly itemId: number
  /** Base units. */
  readonly quantity: number
}

/**
 * Records demand that could not be met, on the day of the visit.
 * @returns the row's id
 * @throws Refusal `notFound` for an item or a visit that does not exist
 */
export async function recordUnmet(tx: Tx, asked: Asked, recording: Recording): Promise<number> {
  const [at] = await tx
    .select({ visit, itemId: item.id })
    .from(visit)
    .innerJoin(item, eq(item.id, asked.itemId))
    .where(eq(visit.id, asked.visitId))
  if (!at) return refuse('notFound', {})
  const { happenedOn, venueId } = await standing(tx, at.visit, recording)
  return insertUnmet(tx, { happenedOn, venueId, ...asked }, recording)
}

type AskedLine = Omit<Asked, 'visitId'>

/**
 * The same of several items at once, on the day of a visit that stands.
 * @throws Refusal `notFound` for an item that does not exist
 */
export async function recordUnmetLines(
  tx: Tx,
  { visit: at, lines }: { readonly visit: Visit; readonly lines: readonly AskedLine[] },
  recording: Recording,
): Promise<void> {
  const ids = lines.map(({ itemId }) => itemId)
  const known = await tx.select({ id: item.id }).from(item).where(inArray(item.id, ids))
  if (known.length < new Set(ids).size) refuse('notFound', {})
  const { id: visitId, venueId, happenedOn } = at
  const rows = lines.map((line) => ({ ...line, visitId, venueId, happenedOn }))
  await insertAllUnmet(tx, rows, recording)
}

/** The unmet demand with this id, and the visit it belongs to. @throws Refusal `notFound` */
export async function unmetById(tx: Tx, id: number) {
  const [found] = await tx
    .select({ unmet, shiftId: visit.shiftId, venueRole: location.role })
    .from(unmet)
    .innerJoin(location, eq(location.id, unmet.venueId))
    .leftJoin(visit, eq(visit.id, unmet.visitId))
    .where(eq(unmet.id, id))
  return found ?? refuse('notFound', {})
}

/**
 * Takes unmet demand back.
 * @returns the id of the row that counts against it
 * @throws Refusal `reversedAlready`, `noSuchEntry` for what takes back already
 */
export async function reverseUnmet(
  tx: Tx,
  asked: typeof unmet.$inferSelect,
  recording: Recording,
): Promise<number> {
  if (asked.reversesId !== null) return refuse('noSuchEntry', {})
  const [reversal] = await tx.select().from(unmet).where(eq(unmet.reversesId, asked.id))
  if (reversal) return refuse('reversedAlready', { day: reversal.recordedOn })
  const { happenedOn, itemId, venueId, visitId, quantity } = asked
  const values = { happenedOn, itemId, venueId, visitId, quantity, reversesId: asked.id }
  return insertUnmet(tx, values, recording)
}

type Visit = typeof visit.$inferSelect
type Row = Omit<typeof unmet.$inferInsert, 'id' | 'requestId' | 'recordedOn'>

/** As parts of one request. */
export async function insertAllUnmet(tx: Tx, rows: readonly Row[], recording: Recording) {
  if (rows.length === 0) return
  const { requestId, today: recordedOn } = recording
  await tx
    .insert(unmet)
    .values(rows.map((row, index) => ({ ...row, requestId: `${requestId}/${index}`, recordedOn })))
}

async function insertUnmet(tx: Tx, row: Row, recording: Recording): Promise<number> {
  const [made] = await tx
    .insert(unmet)
    .values({ ...row, requestId: recording.requestId, recordedOn: recording.today })
    .returning({ id: unmet.id })
  if (!made) throw new Error('the database returned no unmet demand')
  return made.id
}
