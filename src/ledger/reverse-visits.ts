// What a request did to visits beside handing out there: it began them, or counted people. It is undone with
// what was handed out, and comes back with it.
import { and, asc, eq, sql } from 'drizzle-orm'
import { amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { changeLog, visit } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { reverseFacts } from './reverse-facts.ts'
import { shiftAtWork } from './shift.ts'

type Visit = typeof visit.$inferSelect

/**
 * Undoes what a request did to visits. One that it began is taken back, unless something is still recorded of
 * it; one that it took back is a visit again.
 * @returns the ids of the changes
 */
export async function reverseVisits(
  tx: Tx,
  requestId: string,
  recording: Recording,
): Promise<number[]> {
  const changes: number[] = []
  for (const done of await doneBy(tx, requestId)) {
    const [found] = await tx.select().from(visit).where(eq(visit.id, done.visitId))
    if (!found) continue
    changes.push(
      await amend(tx, visit, found, await without(tx, found, done, recording), recording),
    )
  }
  return changes
}

/**
 * Undoes a change of a visit, with what its request did to others. Where no shift says whose the visit is,
 * the change itself must be theirs.
 * @returns the id of a change, for its undo; null for one whose request is not known
 * @throws Refusal `stale` when the visit has changed again since, `notYourShift`, `notFound`
 */
export async function undoVisitChange(
  tx: Tx,
  { requestId, rowId, after }: typeof changeLog.$inferSelect,
  { isTheirs }: { readonly isTheirs: boolean },
  recording: Recording,
): Promise<number | null> {
  if (requestId === null) return null
  const [found] = await tx.select().from(visit).where(eq(visit.id, rowId))
  if (!found || (found.shiftId === null && !isTheirs)) return refuse('notFound', {})
  const { personId } = recording
  if (found.shiftId !== null) await shiftAtWork(tx, { shiftId: found.shiftId, personId })
  const { version }: Logged = JSON.parse(after)
  if (found.version !== version) return refuse('stale', {})
  await reverseFacts(tx, requestId, recording)
  const changes = await reverseVisits(tx, requestId, recording)
  return changes.at(-1) ?? null
}

/** What a request did to one visit, in all. */
type Done = {
  readonly visitId: number
  /** So many more were counted. */
  readonly people: number
  /** It began, or came back; or was taken back. */
  readonly became: 'visit' | 'none' | null
}

type Logged = Pick<Visit, 'contacts' | 'version' | 'takenBackOn'>

async function doneBy(tx: Tx, requestId: string): Promise<Done[]> {
  const rows = await tx
    .select({ visitId: changeLog.rowId, before: changeLog.before, after: changeLog.after })
    .from(changeLog)
    // As the index has it: a bound value would not be known to be the same.
    .where(and(sql`${changeLog.tableName} = 'visit'`, eq(changeLog.requestId, requestId)))
    .orderBy(asc(changeLog.id))
  const all = new Map<number, Done>()
  for (const { visitId, before, after } of rows) {
    const sum = all.get(visitId) ?? { visitId, people: 0, became: null }
    const was: Logged | null = before === null ? null : JSON.parse(before)
    const is: Logged = JSON.parse(after)
    const people = sum.people + is.contacts - (was?.contacts ?? 0)
    all.set(visitId, { visitId, people, became: becoming(was, is) ?? sum.became })
  }
  return [...all.values()]
}

function becoming(was: Logged | null, is: Logged): Done['became'] {
  const counted = was !== null && was.takenBackOn === null
  const counts = is.takenBackOn === null
  if (counted === counts) return null
  return counts ? 'visit' : 'none'
}

async function without(tx: Tx, found: Visit, { people, became }: Done, { today }: Recording) {
  const contacts = Math.max(0, found.contacts - people)
  if (contacts > 0 || became === 'none') return { contacts, takenBackOn: null }
  const goes = became === 'visit' && !(await holdsGoods(tx, found.id))
  return goes ? { contacts, takenBackOn: today } : { contacts }
}

/** Something was given or asked for at this visit, and was not taken back. */
async function holdsGoods(tx: Tx, visitId: number): Promise<boolean> {
  const [row] = await tx.all<{ holds: number }>(sql`
    select exists (select 1 from entry where visit_id = ${visitId} and sign = 1
        and not exists (select 1 from entry as later where later.reverses_id = entry.id))
      or exists (select 1 from unmet where visit_id = ${visitId} and reverses_id is null
        and not exists (select 1 from unmet as undone where undone.reverses_id = unmet.id)) as holds`)
  return row?.holds === 1
}
