import { and, desc, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { jobRun, setting } from '#src/db/schema/index.ts'

/** How far a programme has come, in one statement. */
export async function beginnings(db: Db) {
  const [row] = await db
    .select({
      settingsChanged: yes(sql`${setting.version} > 1`),
      calendarChanged: changed(['service_pattern', 'service_exception']),
      catalogueChanged: changed(['item', 'pack', 'item_supply']),
      hasEntries: yes(sql`exists (select 1 from entry)`),
      hasShifts: yes(sql`exists (select 1 from shift)`),
      items: count(sql`item where retired_on is null`),
      stockrooms: count(sql`location where kind = 'stockroom' and retired_on is null`),
      bags: count(sql`location where kind = 'bag' and retired_on is null`),
      venues: count(sql`location where kind = 'venue' and retired_on is null
        and role not in ('home', 'drop-in-floor', 'unlogged')`),
      suppliers: count(sql`location where role = 'supplier' and retired_on is null`),
      people: count(sql`person where disabled_on is null`),
    })
    .from(setting)
  if (!row) throw new Error('the database has no settings: it was not prepared')
  return row
}

export type Beginnings = Awaited<ReturnType<typeof beginnings>>

/** True once anything is in the book. */
export async function hasEntries(db: Db): Promise<boolean> {
  const [row] = await db.select({ any: yes(sql`exists (select 1 from entry)`) }).from(setting)
  return row?.any ?? false
}

function yes(condition: ReturnType<typeof sql>) {
  return sql<boolean>`${condition}`.mapWith(Boolean)
}

function changed(tables: readonly string[]) {
  return yes(sql`exists (select 1 from change_log where table_name in ${tables})`)
}

function count(rows: ReturnType<typeof sql>) {
  return sql<number>`(select count(*) from ${rows})`
}

/**
 * When the book was last added up anew, by itself or for a backup, and whether that succeeded; null
 * before the first time. Not the message: it may name files.
 */
export async function lastVerification(db: Db) {
  const [run] = await db
    .select({ finishedAt: jobRun.finishedAt, succeeded: jobRun.succeeded })
    .from(jobRun)
    .where(and(inArray(jobRun.name, ['verification', 'backup']), isNotNull(jobRun.finishedAt)))
    .orderBy(desc(jobRun.finishedAt))
    .limit(1)
  if (!run?.finishedAt) return null
  return { finishedAt: new Date(run.finishedAt).toISOString(), succeeded: run.succeeded }
}
