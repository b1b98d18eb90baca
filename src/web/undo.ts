// What the bar at the foot of every page says about the last thing done, and whether it can still be
// taken back.
import { eq, sql } from 'drizzle-orm'
import { pathOf } from '#src/catalog/changes.ts'
import type { Db } from '#src/db/gate.ts'
import { changeLog, entry, movement } from '#src/db/schema/index.ts'
import type { Say } from '#src/messages/index.ts'

/** The last thing done. */
export type Undo = {
  /** POST here takes it back; null when it has been taken back already. */
  readonly path: string | null
  readonly text: string
  /** Where it can be read. */
  readonly href: string
}

/** Reads '/entries/12/reversal' or '/changes/5/reversal'; anything else has no bar. */
export async function undoneOf(db: Db, path: string, say: Say): Promise<Undo | null> {
  const [, what, id] =
    path.match(/^\/(entries|changes|unmet|observations|bin-events|recoveries)\/(\d+)\/reversal$/) ??
    []
  if (what === 'entries') return entryUndo(db, Number(id), path, say)
  if (what === 'changes') return changeUndo(db, Number(id), path, say)
  if (what) return { path, text: say.entries.lastFact, href: '#main' }
  return null
}

async function entryUndo(db: Db, id: number, path: string, say: Say): Promise<Undo | null> {
  const [done] = await db
    .select({
      kind: entry.kind,
      sign: entry.sign,
      units: sql<number>`coalesce(sum(${movement.quantity}), 0)`,
      lines: sql<number>`count(${movement.id})`,
      reversed: sql<number>`exists (select 1 from entry as later where later.reverses_id = ${id})`,
    })
    .from(entry)
    .leftJoin(movement, eq(movement.entryId, entry.id))
    .where(eq(entry.id, id))
    .groupBy(entry.id)
  if (!done) return null
  return {
    path: done.reversed ? null : path,
    text: say.entries.last({
      kind: done.kind,
      isReversal: done.sign === -1,
      ...{ units: done.units, lines: done.lines },
    }),
    href: `/entries/${id}`,
  }
}

async function changeUndo(db: Db, id: number, path: string, say: Say): Promise<Undo | null> {
  const [done] = await db.select().from(changeLog).where(eq(changeLog.id, id))
  if (!done) return null
  const isVisit = done.tableName === 'visit'
  return {
    path: done.before || isVisit ? path : null,
    text: say.entries.lastChange,
    // Who was met where is in no list.
    href: isVisit ? pathOf(done) : '/changes',
  }
}
