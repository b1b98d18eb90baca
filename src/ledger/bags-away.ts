// Bags that did not come back on the day they left: nobody knows what is in them until they do.
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import { type Day, daysBetween } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { remembered } from '#src/db/remembered.ts'
import { bagOut, location, shift } from '#src/db/schema/index.ts'

export type BagAway = Awaited<ReturnType<typeof bagsAway>>[number]

/** Bags that are out since an earlier day, the longest away first, with who has them and for how many days. */
export const bagsAway = remembered(async (db: Db, { today }: { readonly today: Day }) => {
  const rows = await db
    .select({
      ...{ shiftId: shift.id, startedOn: shift.startedOn },
      bag: { id: location.id, nameFr: location.nameFr, nameEn: location.nameEn },
      people: sql<string>`(select json_group_array(person.name) from shift_person
        join person on person.id = shift_person.person_id where shift_person.shift_id = shift.id)`,
    })
    .from(shift)
    .innerJoin(location, eq(location.id, shift.bagId))
    // By the bags that are out, which are few.
    .where(
      and(
        inArray(shift.id, db.select({ id: bagOut.shiftId }).from(bagOut)),
        lt(shift.startedOn, today),
      ),
    )
    .orderBy(asc(shift.startedOn))
  return rows.map(({ people, ...row }) => ({
    ...{ ...row, people: JSON.parse(people) as string[] },
    days: daysBetween(row.startedOn, today),
  }))
})
