import { and, desc, eq, getTableColumns, gte, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { cleanUp } from '#src/db/schema/index.ts'

/** A clean-up, and how far back the person may look; null is the whole history. */
export type Reach = { readonly id: number; readonly since: Day | null }

const sumOf = (column: 'low' | 'likely' | 'high') =>
  sql<number>`(select coalesce(sum(iif(reverses_id is null, 1, -1) * ${sql.raw(column)}), 0)
    from recovery where recovery.clean_up_id = clean_up.id)`

const columns = {
  ...getTableColumns(cleanUp),
  ...{ low: sumOf('low'), likely: sumOf('likely'), high: sumOf('high') },
  /** How many times something was collected, less what was taken back. */
  recoveries: sql<number>`(select coalesce(sum(iif(reverses_id is null, 1, -1)), 0)
    from recovery where recovery.clean_up_id = clean_up.id)`,
}

/** Clean-ups, latest day first, a page of `size` after the one that is `before`. */
export async function cleanUps(
  db: Db,
  {
    before,
    size,
    since,
  }: { readonly before: number | null; readonly size: number; readonly since: Day | null },
) {
  const older =
    before === null
      ? undefined
      : sql`(${cleanUp.happenedOn}, ${cleanUp.id}) < (
          select happened_on, id from clean_up where id = ${before})`
  return db
    .select(columns)
    .from(cleanUp)
    .where(and(older, seenSince(since)))
    .orderBy(desc(cleanUp.happenedOn), desc(cleanUp.id))
    .limit(size)
}

export type CleanUpRow = Awaited<ReturnType<typeof cleanUps>>[number]

/** Null without one, and when it is further back than the person may look. */
export async function cleanUpById(db: Db, { id, since }: Reach): Promise<CleanUpRow | null> {
  const [found] = await db
    .select(columns)
    .from(cleanUp)
    .where(and(eq(cleanUp.id, id), seenSince(since)))
  return found ?? null
}

function seenSince(since: Day | null) {
  return since === null ? undefined : gte(cleanUp.happenedOn, since)
}

/** The codes that sectors were given, for the next clean-up to use again. */
export async function sectors(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ sector: cleanUp.sector })
    .from(cleanUp)
    .orderBy(cleanUp.sector)
    .limit(200)
  return rows.map(({ sector }) => sector)
}
