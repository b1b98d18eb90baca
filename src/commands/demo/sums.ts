import { sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'

/** How much of everything there is, in one statement. */
export async function sumsOf(db: Db) {
  const [sums] = await db.all<{ visits: number; units: number; entries: number }>(sql`
    select (select count(*) from visit) as visits,
      (select coalesce(sum(quantity), 0) from consumption_by_day) as units,
      (select count(*) from entry) as entries`)
  if (!sums) throw new Error('the database returned no sums')
  return sums
}
