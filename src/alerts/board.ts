// The board is asked for far more often than what it rests on changes, and reckoning it takes a tenth
// of a second. So it is kept until anything it could rest on has been written, or the day has turned.
import { sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Database, Db } from '#src/db/gate.ts'
import { type Alert, alerts } from './queries.ts'

type Board = { readonly stamp: string; readonly alerts: readonly Alert[] }

const boards = new WeakMap<Database, Board>()

/** Every item in use, most pressing first; one statement while nothing was written, four after. */
export async function board(database: Database, today: Day): Promise<readonly Alert[]> {
  return database.read(async (db) => {
    const stamp = `${today} ${await lastWritten(db)}`
    const kept = boards.get(database)
    if (kept?.stamp === stamp) return kept.alerts
    const made = { stamp, alerts: await alerts(db, today) }
    boards.set(database, made)
    return made.alerts
  })
}

/** The last of everything that is written: the book, its facts, every logged edit, new recipes. */
async function lastWritten(db: Db): Promise<string> {
  const [{ stamp } = { stamp: '' }] = await db.all<{ stamp: string }>(sql`
    select concat_ws(' ', (select max(id) from entry), (select max(id) from unmet),
      (select max(id) from observation), (select max(id) from change_log),
      (select max(id) from recipe)) as stamp`)
  return stamp
}
