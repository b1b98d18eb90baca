// How long a supplier takes and when it can be ordered from, in calendar days.
import { eq } from 'drizzle-orm'
import { addDays, type Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { supplierTerms } from '#src/db/schema/index.ts'
import { deadlinesIn, nextDeadline, type OrderDeadlines } from '#src/order-deadlines.ts'

/** Assumed of a supplier nobody has described yet, and said to be assumed wherever it is shown. */
export const usualTerms = { leadTimeDays: 7, reviewDays: 14 } as const

export type SupplierTerms = {
  readonly leadTimeDays: number
  /** Null where orders are taken on any day. */
  readonly deadlines: OrderDeadlines | null
  readonly isUsual: boolean
}

/** A supplier's terms, or the usual ones. */
export async function termsOf(db: Db, supplierId: number): Promise<SupplierTerms> {
  const [terms] = await db
    .select()
    .from(supplierTerms)
    .where(eq(supplierTerms.supplierId, supplierId))
  const { leadTimeDays } = terms ?? usualTerms
  return { leadTimeDays, deadlines: terms ? deadlinesIn(terms) : null, isUsual: !terms }
}

/**
 * The day on which an order should be here. One that was sent on the day of a deadline is in time for
 * it: people note what they sent after they have sent it.
 */
export function arrivalOf({ leadTimeDays, deadlines }: SupplierTerms, sentOn: Day): Day {
  const { day } = deadlines ? nextDeadline(deadlines, { day: sentOn, hour: 0 }) : { day: sentOn }
  return addDays(day, leadTimeDays)
}
