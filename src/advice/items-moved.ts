import { sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import type { Written } from '#src/db/remembered.ts'

/** What is edited in these tells nothing of what there is or is asked for: a row put aside, who was met. */
const apart = [
  ...['snooze', 'visit', 'person', 'par_line', 'route', 'planned_stop'],
  ...['bin', 'bin_type', 'clean_up'],
]

/**
 * The items that moved, were seen or were asked for in vain since: with the components of a kit among
 * them, whose use is theirs. 'any' when what is known was edited, or goods were received, because how a
 * supplier delivers one item tells of all the others.
 */
export async function itemsMoved(db: Db, since: Written): Promise<'any' | readonly number[]> {
  const [row] = await db.all<{ any: 0 | 1; items: string }>(sql`
    with moved (id) as (
      select item_id from movement where entry_id > ${since.entry}
      union select item_id from unmet where id > ${since.unmet}
      union select item_id from observation where id > ${since.observation})
    select exists (select 1 from entry where id > ${since.entry} and order_id is not null)
        or exists (select 1 from recipe where id > ${since.recipe})
        or exists (select 1 from change_log where id > ${since.edit}
          and table_name not in ${apart}) as "any",
      (select json_group_array(id) from (
        select id from moved
        union select component_id from recipe join recipe_line on recipe_line.recipe_id = recipe.id
        where recipe.kit_id in (select id from moved))) as items`)
  if (!row || row.any === 1) return 'any'
  return JSON.parse(row.items)
}
