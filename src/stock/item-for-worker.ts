// What the card of an item tells who carries it: what their own bag has and should have, and who to ask.
import { sql } from 'drizzle-orm'
import { remembered } from '#src/db/remembered.ts'

type Name = { readonly nameFr: string | null; readonly nameEn: string | null }

/** The bag a worker has out, or the one they took last. */
export type OwnBag = Name & {
  readonly id: number
  /** Null when it is in, or somebody else has it. */
  readonly shiftId: number | null
  readonly isOut: 0 | 1
  /** Base units on its par list; null when the item is not on it. */
  readonly par: number | null
}

export type ForWorker = {
  /** Null before the first shift. */
  readonly bag: OwnBag | null
  /** Who keeps the stock. */
  readonly keepers: readonly string[]
}

/** One statement; the same answer while nothing was written. */
export const itemForWorker = remembered(
  async (db, _, itemId: number, personId: number): Promise<ForWorker> => {
    const [found] = await db.all<{ bag: string | null; keepers: string }>(sql`
      select (select json_object('id', bag.id, 'nameFr', bag.name_fr, 'nameEn', bag.name_en,
          'isOut', bag_out.shift_id is not null, 'shiftId', iif(bag_out.shift_id = shift.id, shift.id, null),
          'par', (select quantity from par_line where location_id = bag.id and item_id = ${itemId}))
        from shift join location as bag on bag.id = shift.bag_id and bag.retired_on is null
          left join bag_out on bag_out.bag_id = bag.id
        where shift.id = coalesce(
          (select bag_out.shift_id from bag_out join shift_person on shift_person.shift_id = bag_out.shift_id
            where person_id = ${personId} limit 1),
          (select max(shift_id) from shift_person where person_id = ${personId}))) as bag,
      (select json_group_array(name) from (select name from person
        where role = 'stock' and disabled_on is null order by name)) as keepers`)
    return {
      bag: found?.bag ? JSON.parse(found.bag) : null,
      keepers: found ? JSON.parse(found.keepers) : [],
    }
  },
)
