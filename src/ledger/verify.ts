// Adds the book up again, from the movements alone, and compares with every balance that the triggers
// keep. It reads everything: run it on a copy, not under people's hands.
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { addUp, type Sums } from './add-up.ts'

/** One thing that does not add up: which rule, where, what is stored and what the movements say. */
export type Difference = {
  readonly rule: string
  readonly where: string
  readonly stored: number | null
  readonly recomputed: number | null
}

/**
 * Checks the file's structure, every foreign key, every rollup and every rule of the book.
 * @returns what differs; empty when the book is right
 */
export async function verify(db: Db): Promise<Difference[]> {
  const differences: Difference[] = []
  const sums = await addUp(db)
  const { usedAddsUp } = sums
  const asked = { sides: sidesOf(sums), carriedIn: carriedIn(sums) }
  for (const [rule, query] of Object.entries({ ...rules, ...(usedAddsUp ? {} : rulesOfUse) })) {
    const rows = await db.all<Omit<Difference, 'rule'>>(query(asked))
    differences.push(...rows.map((row) => ({ rule, ...row })))
  }
  return differences
}

/** What each place has of each lot by its movements, also where that is nothing. */
function sidesOf({ sides }: Sums): SQL {
  return sql`
    select value ->> 'placeId' as place_id, value ->> 'lotId' as lot_id, lot.item_id,
      value ->> 'came' as came, (value ->> 'came') - (value ->> 'gone') as quantity
    from json_each(${JSON.stringify(sides)}) left join lot on lot.id = value ->> 'lotId'`
}

function carriedIn({ carriedIn }: Sums): SQL {
  return sql`
    select value ->> 'shiftId' as shift_id, value ->> 'lotId' as lot_id, value ->> 'held' as held
    from json_each(${JSON.stringify(carriedIn)})`
}

/**
 * Keys whose value in a rollup differs from what the movements say. Grouped and not joined: a full join
 * of two computed tables has no index and would take the square of their length.
 */
function compared(stored: SQL, recomputed: SQL): SQL {
  return sql`
    select key as "where", max(stored) as stored, max(recomputed) as recomputed
    from (
      select key, value as stored, null as recomputed from (${stored})
      union all select key, null, value from (${recomputed}))
    group by key having max(stored) is not max(recomputed)
    limit 100`
}

const venues = sql`select id from location where kind = 'venue'`

const lossPlaces = sql`select id from location where kind = 'loss'`

type Asked = { readonly sides: SQL; readonly carriedIn: SQL }
type Rules = Readonly<Record<string, (asked: Asked) => SQL>>

const rules: Rules = {
  structure: () => sql`
    select quick_check as "where", null as stored, null as recomputed
    from pragma_quick_check where quick_check <> 'ok'`,
  'foreign keys': () => sql`
    select "table" || ' ' || coalesce(rowid, '') as "where", null as stored, null as recomputed
    from pragma_foreign_key_check limit 100`,
  'on hand': ({ sides }) =>
    compared(
      sql`select 'place ' || location_id || ' lot ' || lot_id as key, quantity as value from on_hand`,
      sql`select 'place ' || place_id || ' lot ' || lot_id as key, sum(quantity) as value
      from (${sides}) join location on location.id = place_id
      where kind in ('stockroom', 'bag')
      group by place_id, lot_id having sum(quantity) <> 0`,
    ),
  'on hand item': () => sql`
    select 'lot ' || on_hand.lot_id as "where", on_hand.item_id as stored, lot.item_id as recomputed
    from on_hand join lot on lot.id = on_hand.lot_id where lot.item_id <> on_hand.item_id`,
  arrived: ({ sides }) =>
    compared(
      sql`select 'place ' || location_id || ' item ' || item_id as key, 1 as value from arrived`,
      sql`select distinct 'place ' || place_id || ' item ' || item_id as key, 1 as value
      from (${sides}) where came > 0`,
    ),
  'sum of all places': ({ sides }) => sql`
    select 'lot ' || lot_id as "where", 0 as stored, sum(quantity) as recomputed
    from (${sides}) group by lot_id having sum(quantity) <> 0`,
  'kits used': () =>
    compared(
      sql`select day || ' recipe ' || recipe_id as key, quantity as value
      from kit_use_by_day where quantity <> 0`,
      sql`select happened_on || ' recipe ' || recipe_id as key,
        sum(iif(to_id = venue.id, quantity, -quantity)) as value
      from lot cross join movement on movement.lot_id = lot.id
      cross join location as venue on venue.id in (from_id, to_id) and venue.kind = 'venue'
      cross join entry on entry.id = entry_id
      where lot.recipe_id is not null group by happened_on, recipe_id having value <> 0`,
    ),
  'stock by day': ({ sides }) =>
    compared(
      sql`select key, value from (
        select item_id || ' ' || stream as key, closing as value, max(day) from stock_by_day
        group by item_id, stream) where value <> 0`,
      sql`select item_id || ' ' || stream as key, sum(quantity) as value
      from (${sides}) join location on location.id = place_id
      where kind in ('stockroom', 'bag') and stream is not null
      group by item_id, stream having sum(quantity) <> 0`,
    ),
  'days join': () => sql`
    select item_id || ' ' || stream || ' ' || day as "where", opening as stored, previous as recomputed
    from (select item_id, stream, day, opening,
        lag(closing, 1, 0) over (partition by item_id, stream order by day) as previous
      from stock_by_day) where opening <> previous limit 100`,
  unmet: () =>
    compared(
      sql`select item_id || ' ' || stream as key, sum(unmet) as value from stock_by_day
      group by item_id, stream having sum(unmet) <> 0`,
      sql`select item_id || ' ' || stream as key,
        sum(case when reverses_id is null then quantity else -quantity end) as value
      from unmet join location on location.id = venue_id
      group by item_id, stream having value <> 0`,
    ),
  'no stockroom below zero': () => sql`
    select 'place ' || location_id || ' lot ' || lot_id as "where", quantity as stored, 0 as recomputed
    from on_hand join location on location.id = location_id
    where quantity < 0 and (location.kind = 'stockroom'
      or (location.kind = 'bag' and (select kind from lot where lot.id = lot_id) = 'real'))`,
  'lots are corrected within an item': () => sql`
    select 'entry ' || entry_id || ' item ' || item_id as "where", 0 as stored,
      sum(iif(to_id = place.id, quantity, -quantity)) as recomputed
    from entry cross join movement on entry_id = entry.id
    join location as place on place.id in (from_id, to_id) and place.role = 'assembly'
    where entry.kind = 'lot-correction' group by entry_id, item_id having recomputed <> 0`,
  'kits conserve their components': () => sql`
    with built as (
      select entry_id, lot.recipe_id, sum(iif(from_id = place.id, quantity, -quantity)) as kits
      from entry cross join movement on entry_id = entry.id
      join location as place on place.id in (from_id, to_id) and place.role = 'assembly'
      join lot on lot.id = lot_id and lot.recipe_id is not null
      where entry.kind = 'build' group by entry_id, lot.recipe_id)
    select 'entry ' || built.entry_id || ' item ' || component_id as "where",
      kits * recipe_line.quantity as stored,
      (select coalesce(sum(iif(to_id = place.id, used.quantity, -used.quantity)), 0)
        from location as place join movement as used on place.id in (from_id, to_id)
        where place.role = 'assembly' and used.entry_id = built.entry_id
          and used.item_id = component_id) as recomputed
    from built join recipe_line on recipe_line.recipe_id = built.recipe_id
    where stored <> recomputed limit 100`,
  'bags out': () =>
    compared(
      sql`select 'shift ' || shift_id as key, 1 as value from bag_out`,
      sql`select 'shift ' || shift_id as key, 1 as value from entry
      where shift_id is not null and kind in ('check-out', 'return')
      group by shift_id having sum(iif(kind = 'check-out', sign, -sign)) = 1`,
    ),
  'carried in': ({ carriedIn }) =>
    compared(
      sql`select 'shift ' || shift_id || ' lot ' || lot_id as key, quantity as value from carried_in`,
      sql`select 'shift ' || shift_id || ' lot ' || lot_id as key, held as value from (${carriedIn})`,
    ),
}

/** The longest of the rollups: asked only to name what was found to be wrong in them. */
const rulesOfUse: Rules = {
  // The longest of the rollups, so it is compared as it is grouped and only what differs becomes text.
  consumption: () => sql`
    select day || ' item ' || item_id || ' venue ' || venue_id as "where",
      sum(stored) as stored, sum(recomputed) as recomputed
    from (
      select day, item_id, venue_id, quantity as stored, 0 as recomputed from consumption_by_day
      union all select happened_on, item_id, to_id, 0, quantity
        from movement join entry on entry.id = entry_id where to_id in (${venues})
      union all select happened_on, item_id, from_id, 0, -quantity
        from movement join entry on entry.id = entry_id where from_id in (${venues}))
    group by day, item_id, venue_id having sum(stored) <> sum(recomputed)
    limit 100`,
  losses: () =>
    compared(
      sql`select day || ' ' || place_id || ' item ' || item_id as key, quantity as value
      from loss_by_day where quantity <> 0`,
      sql`select happened_on || ' ' || place_id || ' item ' || item_id as key, sum(quantity) as value
      from (select to_id as place_id, item_id, entry_id, quantity from movement
          where to_id in (${lossPlaces})
        union all select from_id, item_id, entry_id, -quantity from movement
          where from_id in (${lossPlaces}))
      join entry on entry.id = entry_id
      group by happened_on, place_id, item_id having value <> 0`,
    ),
}
