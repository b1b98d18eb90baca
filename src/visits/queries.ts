// Where a visit is, and whose.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { firstVisitLines } from '#src/catalog/first-visit.ts'
import type { Db } from '#src/db/gate.ts'
import { jsonRows } from '#src/db/json-rows.ts'
import { prepared } from '#src/db/prepared.ts'
import { bagOut, location, shift, visit } from '#src/db/schema/index.ts'
import { type Use, usesBefore, usualOf } from '#src/ledger/usual.ts'

const bag = alias(location, 'bag')

/** A visit of a shift, with its venue, its bag and how far the shift is; null when there is none. */
export async function visitById(db: Db, visitId: number, personId: number) {
  const [found] = await visitAsked(db).all({ visitId, personId })
  return found ?? null
}

const visitAsked = prepared((db) =>
  db
    .select({
      ...{ id: visit.id, happenedOn: visit.happenedOn, period: visit.period },
      ...{ contacts: visit.contacts, version: visit.version, shiftId: shift.id },
      takenBackOn: visit.takenBackOn,
      venue: {
        ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
        role: location.role,
      },
      bag: { id: bag.id, nameFr: bag.nameFr, nameEn: bag.nameEn },
      isOut: sql<number>`${bagOut.shiftId} is ${shift.id}`,
      isTheirs: sql<number>`exists (select 1 from shift_person
        where shift_id = ${shift.id} and person_id = ${sql.placeholder('personId')})`,
      stop: sql<number>`(select count(*) from visit as earlier
        where earlier.shift_id = ${shift.id} and earlier.id <= ${visit.id}
          and earlier.taken_back_on is null)`,
      isFirst: sql<number>`not exists (select 1 from visit as before
        where before.venue_id = ${visit.venueId} and before.id <> ${visit.id}
          and before.taken_back_on is null)`,
      stopsToGo: sql<number>`(select count(*) from planned_stop as planned
        where planned.shift_id = ${shift.id} and not planned.skipped and not exists (
          select 1 from visit as made where made.shift_id = planned.shift_id
            and made.venue_id = planned.venue_id and made.taken_back_on is null))`,
      uses: jsonRows<Use>(usesBefore),
    })
    .from(visit)
    .innerJoin(location, eq(location.id, visit.venueId))
    .innerJoin(shift, eq(shift.id, visit.shiftId))
    .innerJoin(bag, eq(bag.id, shift.bagId))
    .leftJoin(bagOut, eq(bagOut.bagId, bag.id))
    .where(eq(visit.id, sql.placeholder('visitId')))
    .prepare(),
)

/** Where a visit is that no bag serves; null when there is none. */
export async function placeOfVisit(db: Db, visitId: number) {
  const [found] = await db
    .select({
      ...{ id: visit.id, venueId: visit.venueId, role: location.role },
      takenBackOn: visit.takenBackOn,
    })
    .from(visit)
    .innerJoin(location, eq(location.id, visit.venueId))
    .where(and(eq(visit.id, visitId), isNull(visit.shiftId)))
  return found ?? null
}

type VisitFound = NonNullable<Awaited<ReturnType<typeof visitById>>>

/** What may be handed out in one go: first, from the list for a first visit; else what is usual there. */
export type Proposal = {
  readonly kind: 'first' | 'usual'
  /** Base units, by item. */
  readonly quantities: ReadonlyMap<number, number>
}

/** Without quantities where there is nothing to propose. */
export async function proposalFor(db: Db, visit: VisitFound): Promise<Proposal> {
  if (visit.isFirst === 0) return { kind: 'usual', quantities: usualOf(visit.uses) }
  const lines = await firstVisitLines(db)
  const quantities = new Map(lines.map(({ item, quantity }) => [item.id, quantity]))
  return { kind: 'first', quantities }
}
