// How long a supplier takes and how often one is ordered from, in calendar days.
import { eq } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { supplierTerms } from '#src/db/schema/index.ts'

/** Assumed of a supplier nobody has described yet, and said to be assumed wherever it is shown. */
export const usualTerms = { leadTimeDays: 7, reviewDays: 14 } as const

/** A supplier's terms, or the usual ones. */
export async function termsOf(db: Db, supplierId: number) {
  const [terms] = await db
    .select({ leadTimeDays: supplierTerms.leadTimeDays, reviewDays: supplierTerms.reviewDays })
    .from(supplierTerms)
    .where(eq(supplierTerms.supplierId, supplierId))
  return { ...(terms ?? usualTerms), isUsual: terms === undefined }
}
