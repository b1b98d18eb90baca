import { and, eq } from 'drizzle-orm'
import { placeOf } from '#src/catalog/places.ts'
import type { Tx } from '#src/db/gate.ts'
import { visit } from '#src/db/schema/index.ts'
import { shiftAtWork } from '#src/ledger/shift.ts'
import type { Recording } from '#src/recording.ts'

/**
 * Starts a visit of a shift at a venue, or opens the one it has there that day. A shift that is back
 * gets it on its own day: that is when it was.
 * @returns the visit's id
 * @throws Refusal `notYourShift`, `notFound`
 */
export async function startVisit(
  tx: Tx,
  { shiftId, venueId }: { readonly shiftId: number; readonly venueId: number },
  recording: Recording,
): Promise<number> {
  const shift = await shiftAtWork(tx, { shiftId, personId: recording.personId })
  await placeOf(tx, { id: venueId, kind: 'venue' }, 'venueId')
  const isOut = shift.outWithId === shift.id
  const happenedOn = isOut ? recording.today : shift.startedOn
  const [open] = await tx
    .select({ id: visit.id })
    .from(visit)
    .where(
      and(
        ...[eq(visit.venueId, venueId), eq(visit.happenedOn, happenedOn)],
        eq(visit.shiftId, shiftId),
      ),
    )
  if (open) return open.id
  const period = isOut ? recording.period : (shift.period ?? recording.period)
  const [made] = await tx
    .insert(visit)
    .values({ venueId, shiftId, happenedOn, period })
    .returning({ id: visit.id })
  if (!made) throw new Error('the database returned no visit')
  return made.id
}
