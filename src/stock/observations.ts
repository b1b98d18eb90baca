import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { location, observation } from '#src/db/schema/index.ts'

const shown = 30

/** What was last seen of a rough item, latest day first; what was taken back is marked. */
export async function observationsOf(db: Db, itemId: number) {
  return db
    .select({
      id: observation.id,
      kind: observation.kind,
      amount: observation.amount,
      placeId: observation.locationId,
      happenedOn: observation.happenedOn,
      recordedOn: observation.recordedOn,
      place: { nameFr: location.nameFr, nameEn: location.nameEn },
      reversed: sql<number>`exists (select 1 from observation as undone
        where undone.reverses_id = ${observation.id})`,
    })
    .from(observation)
    .innerJoin(location, eq(location.id, observation.locationId))
    .where(and(eq(observation.itemId, itemId), isNull(observation.reversesId)))
    .orderBy(desc(observation.happenedOn), desc(observation.id))
    .limit(shown)
}

/** The item that was seen, or 0, which no item has. */
export async function itemOfObservation(db: Db, id: number): Promise<number> {
  const [seen] = await db
    .select({ itemId: observation.itemId })
    .from(observation)
    .where(eq(observation.id, id))
  return seen?.itemId ?? 0
}

export type Observation = Awaited<ReturnType<typeof observationsOf>>[number]
