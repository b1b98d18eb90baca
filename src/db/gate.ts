// The one way to read and to write. The driver is synchronous and one connection holds the file, so
// reads and writes take turns here; a remote server queues by itself and gets several turns at once.
import type { Client } from '@libsql/client'
import type { LibSQLDatabase } from 'drizzle-orm/libsql'
import { Refusal } from '#src/refusal.ts'
import { codeOf, isBusy } from './errors.ts'
import type * as schema from './schema/index.ts'

type Drizzle = LibSQLDatabase<typeof schema> & { readonly $client: Client }

/** In a signature: it writes, inside one transaction that commits or leaves nothing. */
export type Tx = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

/** In a signature: it reads. A transaction can read too. */
export type Db = Pick<Tx, 'select' | 'selectDistinct' | 'all' | 'get' | 'values' | '$with' | 'with'>

/** What the gate needs to know of the engine behind it. */
export type Engine = {
  readonly kind: 'file' | 'remote'
  readonly drizzle: Drizzle
  /** One transaction, which commits what `work` wrote, or nothing. */
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** How many may be inside at once. */
  readonly turns: number
  /** Opens the connection anew after SQLITE_BUSY, which leaves it unusable. */
  readonly heal: () => Promise<void>
  readonly close: () => Promise<void>
}

export type Database = {
  readonly kind: Engine['kind']
  readonly read: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** Commits what `work` wrote, or nothing; a refusal thrown inside comes back as a value. */
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T | Refusal>
  /** Runs with nobody else inside: for copying the file. */
  readonly alone: <T>(work: (drizzle: Drizzle) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** Thrown when so many wait that waiting longer would help nobody: the answer is 503. */
export class Overloaded extends Error {}

export function gate(engine: Engine, { longestQueue = 500 } = {}): Database {
  const turns = turnstile(engine.turns, longestQueue)
  const heal = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error)) throw error
      await engine.heal()
      return work()
    }
  }
  return {
    kind: engine.kind,
    read: (work) => turns.take(() => heal(() => work(engine.drizzle))),
    write: (work) =>
      turns.take(async () => {
        try {
          return await heal(() => engine.write(work))
        } catch (error) {
          if (error instanceof Refusal) return error
          const code = codeOf(error)
          if (code) return new Refusal(code, {}, null)
          throw error
        }
      }),
    alone: (work) => turns.takeAll(() => work(engine.drizzle)),
    close: () => turns.takeAll(engine.close),
  }
}

/** A bounded queue of people waiting for one of `width` turns, first come, first served. */
export function turnstile(width: number, longestQueue: number) {
  let free = width
  const waiting: { readonly needs: number; readonly enter: () => void }[] = []

  const admit = () => {
    for (let next = waiting[0]; next && next.needs <= free; next = waiting[0]) {
      waiting.shift()
      free -= next.needs
      next.enter()
    }
  }
  const takeTurns = async <T>(needs: number, work: () => Promise<T>): Promise<T> => {
    if (waiting.length >= longestQueue) throw new Overloaded('too many requests are waiting')
    await new Promise<void>((enter) => {
      waiting.push({ needs, enter })
      admit()
    })
    try {
      return await work()
    } finally {
      free += needs
      admit()
    }
  }
  return {
    take: <T>(work: () => Promise<T>) => takeTurns(1, work),
    takeAll: <T>(work: () => Promise<T>) => takeTurns(width, work),
  }
}
