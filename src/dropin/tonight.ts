// Tonight at the drop-in: one visit row at the floor for the business day, made by the first thing recorded.
import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { location, visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'

const shelves = alias(location, 'shelves')

/** The floor where things are handed out, and the shelves they come from. */
export async function floorOf(db: Db) {
  const [found] = await db
    .select({
      ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      shelves: { id: shelves.id, nameFr: shelves.nameFr, nameEn: shelves.nameEn },
    })
    .from(location)
    .innerJoin(shelves, eq(shelves.id, location.feederId))
    .where(eq(location.role, 'drop-in-floor'))
    .limit(1)
  if (!found) throw new Error('this database has no drop-in floor with shelves')
  return found
}

/** The latest nights, tonight first when it has begun. */
export async function nightsOf(
  db: Db,
  { floorId, size }: { readonly floorId: number; readonly size: number },
) {
  return db
    .select()
    .from(visit)
    .where(and(eq(visit.venueId, floorId), isNull(visit.shiftId)))
    .orderBy(desc(visit.happenedOn))
    .limit(size)
}

/** Tonight's visit, begun now when nothing was recorded yet. */
export async function beginNight(tx: Tx, floorId: number, recording: Recording) {
  const [latest] = await nightsOf(tx, { floorId, size: 1 })
  if (isTonight(latest, recording.today)) return latest
  const { today, period } = recording
  const [begun] = await tx
    .insert(visit)
    .values({ venueId: floorId, happenedOn: today, period })
    .returning()
  if (!begun) throw new Error('the database returned no visit')
  return begun
}

export function isTonight<Night extends { readonly happenedOn: Day }>(
  night: Night | undefined,
  today: Day,
): night is Night {
  return night?.happenedOn === today
}
