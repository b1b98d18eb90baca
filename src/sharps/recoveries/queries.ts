import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { binType, cleanUp, recovery } from '#src/db/schema/index.ts'

/** What came back, latest day first, a page of `size` after the one that is `before`. */
export async function recoveries(
  db: Db,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  const older =
    before === null
      ? undefined
      : sql`(${recovery.happenedOn}, ${recovery.id}) < (
          select happened_on, id from recovery where id = ${before})`
  return recoveriesWhere(db, older).limit(size)
}

/** What came back from one clean-up. */
export async function recoveriesOf(db: Db, cleanUpId: number) {
  return recoveriesWhere(db, eq(recovery.cleanUpId, cleanUpId))
}

function recoveriesWhere(db: Db, which: SQL | undefined) {
  return db
    .select({
      recovery,
      id: recovery.id,
      type: { nameFr: binType.nameFr, nameEn: binType.nameEn },
      sector: cleanUp.sector,
      binId: sql<number | null>`(select bin_id from bin_event
        where bin_event.recovery_id = ${recovery.id})`,
      isUndone: sql<number>`exists (select 1 from recovery as undone
        where undone.reverses_id = ${recovery.id})`,
    })
    .from(recovery)
    .leftJoin(binType, eq(binType.id, recovery.typeId))
    .leftJoin(cleanUp, eq(cleanUp.id, recovery.cleanUpId))
    .where(and(isNull(recovery.reversesId), which))
    .orderBy(desc(recovery.happenedOn), desc(recovery.id))
}

export type RecoveryRow = Awaited<ReturnType<typeof recoveries>>[number]
