// What the page of one shift shows.
import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import {
  bagOut,
  carriedIn,
  entry,
  item,
  location,
  lot,
  movement,
  parLine,
  shift,
  visit,
} from '#src/db/schema/index.ts'
import { shiftSums } from '#src/ledger/shift.ts'
import type { ShiftFacts } from './account.ts'
import { itemNames, peopleNames, takenAt } from './queries.ts'

const signs = (
  kind: 'check-out' | 'return',
) => sql<number>`(select coalesce(sum(sign), 0) from entry
  where entry.shift_id = ${shift.id} and entry.kind = ${kind})`

/** A shift with its bag and people, and how far it is; null when there is none. */
export async function shiftById(db: Db, shiftId: number, personId: number) {
  const [found] = await db
    .select({
      ...{ id: shift.id, startedOn: shift.startedOn, people: peopleNames, takenAt },
      bag: {
        ...{ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
        ...{ feederId: location.feederId, stream: location.stream },
      },
      isOut: sql<number>`${bagOut.shiftId} is ${shift.id}`,
      isTheirs: sql<number>`exists (select 1 from shift_person
        where shift_id = ${shift.id} and person_id = ${personId})`,
      ...{ checkOuts: signs('check-out'), returns: signs('return') },
      wasTaken: sql<number>`exists (select 1 from entry
        where entry.shift_id = ${shift.id} and entry.kind = 'check-out')`,
      stops: sql<number>`(select count(*) from visit
        where visit.shift_id = ${shift.id} and taken_back_on is null)`,
      lastVisitId: sql<number | null>`(select max(visit.id) from visit
        where visit.shift_id = ${shift.id} and taken_back_on is null)`,
    })
    .from(shift)
    .innerJoin(location, eq(location.id, shift.bagId))
    .leftJoin(bagOut, eq(bagOut.bagId, shift.bagId))
    .where(eq(shift.id, shiftId))
  if (!found) return null
  const { isOut, returns, checkOuts, wasTaken, people, ...rest } = found
  return { ...rest, people: JSON.parse(people) as string[], state: stateOf(found) }
}

/** paper: typed in later, while others had the bag, so that it was never checked out here. */
export type ShiftState = 'out' | 'reopened' | 'returned' | 'taken-back' | 'paper'

// Out again after a return: a late hand-out was more than the return could not explain.
type Signs = { isOut: number; returns: number; checkOuts: number; wasTaken: number }

function stateOf(found: Signs): ShiftState {
  if (found.isOut === 1) return found.returns > 0 ? 'reopened' : 'out'
  if (found.wasTaken === 0) return 'paper'
  return found.checkOuts > 0 ? 'returned' : 'taken-back'
}

/** The stops of a shift, in order, with the units that stayed there. */
export async function stopsOf(db: Db, shiftId: number) {
  const rows = await db
    .select({
      ...{ id: visit.id, happenedOn: visit.happenedOn, contacts: visit.contacts },
      venue: { nameFr: location.nameFr, nameEn: location.nameEn },
      given: sql<string>`(select json_group_array(json_object('nameFr', name_fr, 'nameEn', name_en, 'quantity', given))
        from (select item.name_fr, item.name_en,
            sum(iif(movement.to_id = ${visit.venueId}, movement.quantity, -movement.quantity)) as given
          from entry join movement on movement.entry_id = entry.id join item on item.id = movement.item_id
          where entry.visit_id = ${visit.id} and ${visit.venueId} in (movement.from_id, movement.to_id)
          group by item.id having given <> 0 order by item.id))`,
      /** Requests for what there was none of. */
      asked: sql<number>`(select coalesce(sum(iif(reverses_id is null, 1, -1)), 0) from unmet
        where unmet.visit_id = ${visit.id})`,
    })
    .from(visit)
    .innerJoin(location, eq(location.id, visit.venueId))
    .where(and(eq(visit.shiftId, shiftId), isNull(visit.takenBackOn)))
    .orderBy(asc(visit.id))
  return rows.map(({ given: told, ...row }) => {
    const given = JSON.parse(told) as Given[]
    return { ...row, given, isEmpty: given.length + row.asked + row.contacts === 0 }
  })
}

type Given = { nameFr: string | null; nameEn: string | null; quantity: number }

type AtShift = { readonly shiftId: number; readonly bagId: number }

/** Everything the account of a shift is made of, in three statements. */
export async function shiftFacts(db: Db, at: AtShift): Promise<ShiftFacts> {
  return {
    carried: await carriedBy(db, at),
    sums: await shiftSums(db, at),
    meanwhile: await movedMeanwhile(db, at),
  }
}

async function carriedBy(db: Db, { shiftId, bagId }: AtShift) {
  return db
    .select({ item: itemNames, position: parLine.position, quantity: carriedIn.quantity })
    .from(carriedIn)
    .innerJoin(lot, eq(lot.id, carriedIn.lotId))
    .innerJoin(item, eq(item.id, lot.itemId))
    .leftJoin(parLine, and(eq(parLine.locationId, bagId), eq(parLine.itemId, item.id)))
    .where(eq(carriedIn.shiftId, shiftId))
}

/** What others moved between the check-out and the return, or until now: as many entries as an outing. */
async function movedMeanwhile(db: Db, { shiftId, bagId }: AtShift) {
  const isOut = sql`exists (select 1 from bag_out where shift_id = ${shiftId})`
  const leaves = sql<number>`(select min(id) from entry
    where shift_id = ${shiftId} and kind = 'check-out')`
  const comesBack = sql<number>`coalesce(iif(${isOut}, null, (select max(id) from entry
    where shift_id = ${shiftId} and kind = 'return')), (select max(id) + 1 from entry))`
  return db
    .select({
      ...{ item: itemNames, position: parLine.position },
      quantity: sql<number>`sum(iif(${movement.toId} = ${bagId}, 1, -1) * ${movement.quantity})`,
    })
    .from(entry)
    .innerJoin(movement, eq(movement.entryId, entry.id))
    .innerJoin(item, eq(item.id, movement.itemId))
    .leftJoin(parLine, and(eq(parLine.locationId, bagId), eq(parLine.itemId, item.id)))
    .where(
      and(
        ...[gt(entry.id, leaves), lt(entry.id, comesBack), sql`${entry.shiftId} is not ${shiftId}`],
        sql`${bagId} in (${movement.fromId}, ${movement.toId})`,
      ),
    )
    .groupBy(movement.lotId)
}
