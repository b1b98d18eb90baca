// The only writer of the book.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Day, Period } from '#src/day.ts'
import { codeOf } from '#src/db/errors.ts'
import type { Tx } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import {
  type EntryKind,
  entry,
  entryTrace,
  item,
  location,
  movement,
  onHand,
} from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

/** Units of one lot going from one location to another; `quantity` in base units, above zero. */
export type Movement = {
  readonly itemId: number
  readonly lotId: number
  readonly fromId: number
  readonly toId: number
  readonly quantity: number
  /** What it cost, for what came in: ten-thousandths of a dollar for `priceUnits` base units. */
  readonly price?: number | null
  readonly priceUnits?: number | null
  readonly orderLineId?: number | null
}

/** One thing that happened. */
export type Heading = {
  readonly kind: EntryKind
  readonly happenedOn: Day
  /** Left out: the period of recording when it happened today, unknown when it is late. */
  readonly period?: Period | null
  /** One request may write several entries: 0 (or left out), 1, 2 … */
  readonly part?: number
  readonly reversesId?: number
  readonly sign?: 1 | -1
  readonly donationId?: number | null
  readonly orderId?: number | null
  readonly shiftId?: number | null
  readonly visitId?: number | null
  readonly stocktakeId?: number | null
}

/**
 * Writes one entry with its movements and who recorded it; the triggers keep every balance.
 * @returns the entry's id
 * @throws Refusal `overdraft` naming what is short and where, or a refusal the triggers raise
 */
export async function post(
  tx: Tx,
  heading: Heading,
  movements: readonly Movement[],
  recording: Recording,
): Promise<number> {
  const [posted] = await newEntry(tx).all({
    ...{ part: 0, reversesId: null, sign: 1, donationId: null, orderId: null, shiftId: null },
    ...{ visitId: null, stocktakeId: null, ...heading, period: periodOf(heading, recording) },
    ...{ requestId: recording.requestId, recordedOn: recording.today },
  })
  if (!posted) throw new Error('the database returned no entry')
  const { personId, at: recordedAt } = recording
  await newTrace(tx).run({ entryId: posted.id, personId, recordedAt })
  await insertMovements(
    tx,
    movements.map((each) => ({ ...each, entryId: posted.id })),
  )
  return posted.id
}

const { placeholder } = sql

const newEntry = prepared((tx: Tx) =>
  tx
    .insert(entry)
    .values({
      ...{ kind: placeholder('kind'), requestId: placeholder('requestId') },
      ...{ part: placeholder('part'), happenedOn: placeholder('happenedOn') },
      ...{ period: placeholder('period'), recordedOn: placeholder('recordedOn') },
      ...{ reversesId: placeholder('reversesId'), sign: placeholder('sign') },
      ...{ donationId: placeholder('donationId'), orderId: placeholder('orderId') },
      ...{ shiftId: placeholder('shiftId'), visitId: placeholder('visitId') },
      stocktakeId: placeholder('stocktakeId'),
    })
    .returning({ id: entry.id })
    .prepare(),
)

const newTrace = prepared((tx: Tx) =>
  tx
    .insert(entryTrace)
    .values({
      ...{ entryId: placeholder('entryId'), personId: placeholder('personId') },
      recordedAt: placeholder('recordedAt'),
    })
    .prepare(),
)

function periodOf(heading: Heading, recording: Recording): Period | null {
  if (heading.period !== undefined) return heading.period
  return heading.happenedOn === recording.today ? recording.period : null
}

type Row = Movement & { readonly entryId: number }

// All at once, whatever their number: as JSON they are one value to bind. In the order of the columns.
const newMovements = prepared((tx: Tx) =>
  tx
    .insert(movement)
    .select(
      sql`select null, value ->> 'entryId', value ->> 'itemId', value ->> 'lotId', value ->> 'fromId',
        value ->> 'toId', value ->> 'quantity', value ->> 'price', value ->> 'priceUnits',
        value ->> 'orderLineId'
      from json_each(${placeholder('rows')}) order by key`,
    )
    .prepare(),
)

async function insertMovements(tx: Tx, rows: readonly Row[]) {
  try {
    await newMovements(tx).run({ rows: JSON.stringify(rows) })
  } catch (error) {
    // The statement is undone, the transaction is not: there is time to say what is short.
    if (codeOf(error) === 'overdraft') await refuseShort(tx, rows)
    throw error
  }
}

async function refuseShort(tx: Tx, rows: readonly Row[]) {
  const wanted = new Map<string, Row & { leaving: number }>()
  for (const row of rows) {
    const key = `${row.fromId} ${row.lotId}`
    wanted.set(key, { ...row, leaving: (wanted.get(key)?.leaving ?? 0) + row.quantity })
  }
  for (const { fromId, lotId, itemId, leaving } of wanted.values()) {
    const [there] = await tx
      .select({ quantity: onHand.quantity })
      .from(onHand)
      .where(and(eq(onHand.locationId, fromId), eq(onHand.lotId, lotId)))
    const available = Math.max(0, there?.quantity ?? 0)
    if (available < leaving) {
      const names = await namesOf(tx, itemId, fromId)
      refuse('short', { ...names, available, wanted: leaving })
    }
  }
}

async function namesOf(tx: Tx, itemId: number, placeId: number) {
  const [names] = await tx
    .select({
      item: { nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
      place: { nameFr: location.nameFr, nameEn: location.nameEn },
    })
    .from(item)
    .innerJoin(location, eq(location.id, placeId))
    .where(eq(item.id, itemId))
  if (!names) throw new Error(`no item ${itemId} or no location ${placeId}`)
  return names
}

/** The entries of one request: they were made together and are undone together. */
export async function entriesTogether(tx: Tx, entryId: number) {
  const sameRequest = tx
    .select({ requestId: entry.requestId })
    .from(entry)
    .where(eq(entry.id, entryId))
  return tx
    .select()
    .from(entry)
    .where(inArray(entry.requestId, sameRequest))
    .orderBy(sql`${entry.part} desc`)
}
