// What is not counted at the drop-in: bread, vegetables, loose clothes. Their level is noted, and roughly
// what was used.
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { jsonRows } from '#src/db/json-rows.ts'
import { item, observation } from '#src/db/schema/index.ts'
import { observe, takeBackObservation } from '#src/ledger/observe.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { RoughForm } from './form.ts'
import { beginNight } from './tonight.ts'

/** What was noted of a rough item on a day, and still stands. */
export type Seen = {
  readonly id: number
  readonly kind: 'intake' | 'use' | 'level'
  readonly amount: number
}

export type Rough = Awaited<ReturnType<typeof roughItems>>[number]

/** Rough items of the drop-in: how much is left, and what was noted on this day, latest first. */
export async function roughItems(db: Db, day: Day) {
  return db
    .select({
      ...{ id: item.id, code: item.code, shortFr: item.shortFr, shortEn: item.shortEn },
      ...{ nameFr: item.nameFr, nameEn: item.nameEn, unitFr: item.unitFr, unitEn: item.unitEn },
      /** 3 full … 0 empty; null where nobody looked yet. */
      level: sql<number | null>`(select seen.amount from observation as seen
        where seen.item_id = item.id and seen.kind = 'level' and ${stands}
        order by seen.happened_on desc, seen.id desc limit 1)`,
      seen: jsonRows<Seen>(sql`
        select json_object('id', seen.id, 'kind', seen.kind, 'amount', seen.amount) as row
        from observation as seen
        where seen.item_id = item.id and seen.happened_on = ${day} and ${stands}
        order by seen.id desc`),
    })
    .from(item)
    .where(and(eq(item.tracking, 'rough'), eq(item.allowedAtDropIn, true), isNull(item.retiredOn)))
    .orderBy(asc(item.category), asc(item.id))
}

const stands = sql`seen.reverses_id is null and not exists (
  select 1 from observation as undone where undone.reverses_id = seen.id)`

/**
 * Notes the level of a rough item tonight, or that one unit of it was used.
 * @returns the id of the observation
 * @throws Refusal `notFound`, `nightClosed`
 */
export async function noteRough(
  tx: Tx,
  { item: itemId, what }: Pick<RoughForm, 'item' | 'what'>,
  recording: Recording,
): Promise<number> {
  await beginNight(tx, recording)
  const placeId = await placeOf(tx, itemId)
  const seen =
    what === 'use'
      ? { kind: 'use' as const, amount: 1 }
      : { kind: 'level' as const, amount: Number(what) }
  return observe(tx, itemId, { placeId, happenedOn: recording.today, ...seen }, recording)
}

/**
 * Takes back what was noted tonight.
 * @returns the item's id
 * @throws Refusal `notFound` for what is of another day, `nightClosed`, `reversedAlready`
 */
export async function takeBackRough(tx: Tx, id: number, recording: Recording): Promise<number> {
  await beginNight(tx, recording)
  const [seen] = await tx.select().from(observation).where(eq(observation.id, id))
  if (seen?.happenedOn !== recording.today) refuse('notFound', {})
  return takeBackObservation(tx, id, recording)
}

/** Where it was last seen; before that, food is in the kitchen, clothes in their bank, the rest on the shelves. */
export async function placeOf(tx: Tx, itemId: number): Promise<number> {
  const [found] = await tx.all<{ id: number }>(sql`
    select place.id as id from item
    join location as place on place.kind = 'stockroom' and place.retired_on is null
    where item.id = ${itemId}
    order by
      place.id = (select location_id from observation where item_id = item.id
        order by happened_on desc, id desc limit 1) desc,
      place.role = case item.category when 'food' then 'kitchen' when 'clothing' then 'clothing-bank'
        end desc,
      place.role = 'drop-in-shelves' desc
    limit 1`)
  return found?.id ?? refuse('notFound', {})
}
