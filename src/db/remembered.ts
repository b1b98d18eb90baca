// Pages are read far more often than what they show changes. What was read and reckoned for one is kept
// until anything it could rest on has been written, by this process or by another, or the hour turns.
import { sql } from 'drizzle-orm'
import type { Day, WallTime } from '#src/day.ts'
import type { Database, Db } from './gate.ts'

type Moment = { readonly today: Day; readonly clock: WallTime; readonly written: Written }

/** The database as a request found it: nothing that was written before is missed. */
export type AsOf = Moment & { readonly database: Database }

/** The last of everything that is written: the book, its facts, stops, every logged edit, recipes. */
export type Written = {
  readonly entry: number
  readonly unmet: number
  readonly observation: number
  readonly visit: number
  readonly edit: number
  readonly recipe: number
}

/** Columns for a select: five steps down an index, whatever the history. */
export const written = {
  entry: sql<number>`(select coalesce(max(id), 0) from entry)`,
  unmet: sql<number>`(select coalesce(max(id), 0) from unmet)`,
  observation: sql<number>`(select coalesce(max(id), 0) from observation)`,
  visit: sql<number>`(select coalesce(max(id), 0) from visit)`,
  edit: sql<number>`(select coalesce(max(id), 0) from change_log)`,
  recipe: sql<number>`(select coalesce(max(id), 0) from recipe)`,
}

/** More different questions than are asked between two writes. */
const mostKept = 100

type Kept<T> = Moment & { readonly answers: Map<string, Promise<T>> }

type Key = readonly (number | string | null)[]

/** The same question, read in one turn at the gate, and from memory while nothing was written. */
export function remembered<Asked extends Key, T>(
  read: (db: Db, asOf: AsOf, ...asked: Asked) => Promise<T>,
): (asOf: AsOf, ...asked: Asked) => Promise<T> {
  return rememberedAnswer((asOf, ...asked: Asked) =>
    asOf.database.read((db) => read(db, asOf, ...asked)),
  )
}

/** The same for what takes its turns itself: between them others are let in. `mostKept` answers at most. */
export function rememberedAnswer<Asked extends Key, T>(
  find: (asOf: AsOf, ...asked: Asked) => Promise<T>,
): (asOf: AsOf, ...asked: Asked) => Promise<T> {
  const memory = new WeakMap<Database, Kept<T>>()
  return (asOf, ...asked) => {
    const { answers } = current(memory, asOf)
    const key = asked.join(' ')
    const known = answers.get(key)
    if (known) return known
    const answer = find(asOf, ...asked)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    const oldest = answers.keys().next().value
    if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest)
    return answer
  }
}

function current<T>(memory: WeakMap<Database, Kept<T>>, asOf: AsOf): Kept<T> {
  const kept = memory.get(asOf.database)
  if (kept && isAsNew(kept, asOf)) return kept
  const { today, clock, written } = asOf
  const made: Kept<T> = { today, clock, written, answers: new Map() }
  memory.set(asOf.database, made)
  return made
}

/** What is known of later writes than a request saw serves it as well. */
export function isAsNew(known: Moment, asked: Moment): boolean {
  return (
    known.today === asked.today &&
    known.clock.day === asked.clock.day &&
    known.clock.hour === asked.clock.hour &&
    total(known.written) >= total(asked.written)
  )
}

/** Every part only grows, and so does their sum. */
function total({ entry, unmet, observation, visit, edit, recipe }: Written): number {
  return entry + unmet + observation + visit + edit + recipe
}
