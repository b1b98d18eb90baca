// What was asked for of an item with none left, fact by fact: what is behind a term of its order.
import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '#src/db/gate.ts'
import { location, stockByDay, streams, unmet, visit } from '#src/db/schema/index.ts'
import type { UnmetFilter } from './form.ts'

const takenBack = alias(unmet, 'taken_back')

/** A fact, or what takes one back; never who noted it. */
export type UnmetOfItem = Awaited<ReturnType<typeof unmetOfItem>>[number]

/** The latest day first: a page of `size` after the fact `before`. */
export async function unmetOfItem(
  db: Db,
  itemId: number,
  { before, size, ...filter }: UnmetFilter & { readonly size: number },
) {
  return db
    .select({
      ...{ id: unmet.id, happenedOn: unmet.happenedOn, recordedOn: unmet.recordedOn },
      ...{
        quantity: unmet.quantity,
        reversesId: unmet.reversesId,
        takenBackOn: takenBack.recordedOn,
      },
      venue: {
        ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
        ...{ role: location.role, stream: location.stream },
      },
      visit: { id: visit.id, shiftId: visit.shiftId },
    })
    .from(unmet)
    .innerJoin(location, eq(location.id, unmet.venueId))
    .leftJoin(visit, eq(visit.id, unmet.visitId))
    .leftJoin(takenBack, eq(takenBack.reversesId, unmet.id))
    .where(and(eq(unmet.itemId, itemId), after(before), ...within(filter)))
    .orderBy(desc(unmet.happenedOn), desc(unmet.id))
    .limit(size)
}

/** In the order of the index by item and day: no page gets slower with history. */
function after(before: number | null): SQL | undefined {
  if (before === null) return undefined
  return sql`(${unmet.happenedOn}, ${unmet.id}) <
    (select happened_on, id from unmet as last where last.id = ${before})`
}

function within({ stream, from, to }: Omit<UnmetFilter, 'before'>): (SQL | undefined)[] {
  return [
    from === null ? undefined : gte(unmet.happenedOn, from),
    to === null ? undefined : lte(unmet.happenedOn, to),
    stream === null ? undefined : eq(location.stream, stream),
  ]
}

/** The sum of what such a list holds, less what was taken back: from the days, as the forecast has it. */
export async function unmetUnits(
  db: Db,
  itemId: number,
  { stream, from, to }: Omit<UnmetFilter, 'before'>,
): Promise<number> {
  const [found] = await db
    .select({ units: sql<number>`coalesce(sum(${stockByDay.unmet}), 0)` })
    .from(stockByDay)
    .where(
      and(
        eq(stockByDay.itemId, itemId),
        sql`${stockByDay.stream} in ${stream === null ? streams : [stream]}`,
        from === null ? undefined : gte(stockByDay.day, from),
        to === null ? undefined : lte(stockByDay.day, to),
      ),
    )
  return found?.units ?? 0
}
