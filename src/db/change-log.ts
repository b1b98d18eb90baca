// Every change of what people edit, whole before and after.
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Recording } from '#src/recording.ts'
import type { Db, Tx } from './gate.ts'
import { prepared } from './prepared.ts'
import { changeLog } from './schema/index.ts'

export type Change = {
  readonly tableName: string
  readonly rowId: number
  /** Null when it is new. */
  readonly before: object | null
  readonly after: object
}

// Never in the log: it is read by more people than the row is.
const secrets = new Set(['passwordHash'])

/** @returns the id of the change, for its undo */
export async function log(tx: Tx, change: Change, recording: Recording): Promise<number> {
  const [logged] = await newChange(tx).all({
    tableName: change.tableName,
    rowId: change.rowId,
    personId: recording.personId,
    changedAt: recording.at,
    requestId: recording.requestId,
    before: change.before && withoutSecrets(change.before),
    after: withoutSecrets(change.after),
  })
  if (!logged) throw new Error('the database returned no change')
  return logged.id
}

const { placeholder } = sql

const newChange = prepared((tx: Tx) =>
  tx
    .insert(changeLog)
    .values({
      ...{ tableName: placeholder('tableName'), rowId: placeholder('rowId') },
      ...{ personId: placeholder('personId'), changedAt: placeholder('changedAt') },
      requestId: placeholder('requestId'),
      ...{ before: placeholder('before'), after: placeholder('after') },
    })
    .returning({ id: changeLog.id })
    .prepare(),
)

/** The id of the last change of a row or of a list; 0 when there was none. */
export async function lastChangeId(db: Db, tableName: string, rowId: number): Promise<number> {
  const [last] = await db
    .select({ id: changeLog.id })
    .from(changeLog)
    .where(and(eq(changeLog.tableName, tableName), eq(changeLog.rowId, rowId)))
    .orderBy(desc(changeLog.id))
    .limit(1)
  return last?.id ?? 0
}

function withoutSecrets(row: object): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).filter(([name]) => !secrets.has(name))),
  )
}
