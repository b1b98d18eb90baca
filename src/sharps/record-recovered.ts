// What came back is a fact of its own: it is waste, and never touches the book.
import { eq } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { binType, type RecoverySource, recovery } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { BinType } from './bin-types/queries.ts'
import {
  countedUnits,
  filledUnits,
  type Measured,
  type Recovered,
  weighedUnits,
} from './recovered-units.ts'

export type Found = {
  readonly source: RecoverySource
  readonly happenedOn: Day
  readonly measured: Measured
  /** Null for what was counted. */
  readonly type: BinType | null
  readonly containers: number
  readonly cleanUpId?: number
}

/**
 * Records what came back, with how it was measured and how many sharps that is by what is known of the
 * container today.
 * @returns the recovery's id
 * @throws Refusal `binLight` when it weighs less than the empty containers
 */
export async function recordRecovered(tx: Tx, found: Found, recording: Recording) {
  const { source, happenedOn, measured, type, containers, cleanUpId } = found
  const isCounted = measured.method === 'count'
  const [made] = await tx
    .insert(recovery)
    .values({
      ...{ requestId: recording.requestId, recordedOn: recording.today },
      ...{ source, happenedOn, cleanUpId: cleanUpId ?? null, method: measured.method },
      typeId: isCounted ? null : (type?.id ?? null),
      containers: isCounted ? null : containers,
      fillPercent: measured.method === 'container' ? measured.fillPercent : null,
      grams: measured.method === 'weight' ? measured.grams : null,
      ...unitsOf(found),
    })
    .returning({ id: recovery.id })
  if (!made) throw new Error('the database returned no recovery')
  return made.id
}

function unitsOf({ measured, type, containers }: Found): Recovered {
  if (measured.method === 'count') return countedUnits(measured.count)
  if (!type) throw new Error('a fill or a weight is of a kind of container')
  if (measured.method === 'container') return filledUnits(type, { ...measured, containers })
  const empty = containers * type.tareGrams
  if (measured.grams < empty) refuse('binLight', { grams: empty }, 'amount')
  return weighedUnits(type, { ...measured, containers })
}

/** A kind of container in use. @throws Refusal `notFound` */
export async function binTypeInUse(tx: Tx, id: number): Promise<BinType> {
  const [found] = await tx.select().from(binType).where(eq(binType.id, id))
  return found && found.retiredOn === null ? found : refuse('notFound', {}, 'typeId')
}

/** What may be taken back: of an outreach worker what was recorded today, of the office anything. */
export type Undoing = { readonly id: number; readonly recordedSince: Day | null }

/**
 * Takes a recovery back by another row, so that both stay readable.
 * @throws Refusal `notFound`, `reversedAlready`
 */
export async function takeBackRecovered(
  tx: Tx,
  { id, recordedSince }: Undoing,
  recording: Recording,
) {
  const [seen] = await tx.select().from(recovery).where(eq(recovery.id, id))
  if (!seen || seen.reversesId !== null) return refuse('notFound', {})
  if (seen.recordedOn < (recordedSince ?? '')) return refuse('notFound', {})
  const [reversal] = await tx.select().from(recovery).where(eq(recovery.reversesId, id))
  if (reversal) refuse('reversedAlready', { day: reversal.recordedOn })
  const { id: _, ...row } = seen
  await tx.insert(recovery).values({
    ...{ ...row, reversesId: id },
    ...{ requestId: recording.requestId, recordedOn: recording.today },
  })
  return seen
}
