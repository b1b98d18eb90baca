// The places that hold stock and are at hand: stockrooms, and bags that are in. What a bag that is out
// holds belongs to its shift.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { bagOut, location } from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'
import type { Place } from './places.ts'

export type Holder = Place & { readonly isOut: boolean }

/** Stockrooms and bags in use, stockrooms first; a bag says whether it is out. */
export async function holders(db: Db): Promise<Holder[]> {
  const rows = await db
    .select({ place: location, out: bagOut.shiftId })
    .from(location)
    .leftJoin(bagOut, eq(bagOut.bagId, location.id))
    .where(and(inArray(location.kind, ['stockroom', 'bag']), isNull(location.retiredOn)))
    .orderBy(asc(location.kind), asc(location.id))
  return rows
    .map(({ place, out }) => ({ ...place, isOut: out !== null }))
    .toSorted((a, b) => Number(a.kind === 'bag') - Number(b.kind === 'bag'))
}

/** The one with this id. @throws Refusal `notFound`, or `bagIsOut`, at `field` */
export function holderAt(holders: readonly Holder[], id: number, field: string): Holder {
  const found = holders.find((each) => each.id === id) ?? refuse('notFound', {}, field)
  return found.isOut ? refuse('bagIsOut', {}, field) : found
}
