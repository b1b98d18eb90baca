import { desc, eq, lt } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { exportLog, person } from '#src/db/schema/index.ts'

/** What left, latest first, a page of `size` before `before`. */
export async function exportsLogged(
  db: Db,
  { before, size }: { readonly before: number | null; readonly size: number },
) {
  return db
    .select({
      ...{ id: exportLog.id, exportedAt: exportLog.exportedAt, path: exportLog.path },
      name: person.name,
    })
    .from(exportLog)
    .innerJoin(person, eq(person.id, exportLog.personId))
    .where(before === null ? undefined : lt(exportLog.id, before))
    .orderBy(desc(exportLog.id))
    .limit(size)
}

export type LoggedExport = Awaited<ReturnType<typeof exportsLogged>>[number]
