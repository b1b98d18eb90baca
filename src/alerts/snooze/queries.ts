import { eq, gt } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { person, snooze } from '#src/db/schema/index.ts'
import type { Standing, Worse } from './worsened.ts'

/** A row that was put aside, as it stood then; by whom, where a person did it. */
export type Snooze = Standing & {
  readonly id: number
  /** It is back on this day. */
  readonly untilOn: Day
  readonly snoozedOn: Day
  readonly by: string | null
}

/** What the board says of it now. */
export type Snoozed = Snooze & {
  /** What got worse since: it is on the board again. Null while it is aside. */
  readonly worse: Worse | null
}

const columns = {
  ...{ id: snooze.id, untilOn: snooze.untilOn, snoozedOn: snooze.snoozedOn, by: person.name },
  ...{ level: snooze.level, runsOutOn: snooze.runsOutOn, usable: snooze.usable },
}

/** Those whose day has not come, by the id of their item. */
export async function snoozes(db: Db, today: Day): Promise<ReadonlyMap<number, Snooze>> {
  const rows = await db
    .select(columns)
    .from(snooze)
    .leftJoin(person, eq(person.id, snooze.snoozedBy))
    .where(gt(snooze.untilOn, today))
  return new Map(
    rows.flatMap(({ untilOn, ...row }) => (untilOn ? [[row.id, { ...row, untilOn }]] : [])),
  )
}

/** The version of the row of an item; 0 before any. */
export async function snoozeVersion(db: Db, itemId: number): Promise<number> {
  const [row] = await db
    .select({ version: snooze.version })
    .from(snooze)
    .where(eq(snooze.id, itemId))
  return row?.version ?? 0
}
