import { eq } from 'drizzle-orm'
import type { Db, Tx } from '#src/db/gate.ts'
import { changeLog, type Role } from '#src/db/schema/index.ts'
import { undoChange } from '#src/db/undo-change.ts'
import { undoVisitChange } from '#src/ledger/reverse-visits.ts'
import type { Recording } from '#src/recording.ts'

const office: readonly Role[] = ['stock', 'coordinator', 'admin']
const planners: readonly Role[] = ['coordinator', 'admin']

/** Undoing a change is changing it: open to those who may edit it. Others need the office. */
const editors: Readonly<Record<string, readonly Role[]>> = {
  setting: ['admin'],
  person: ['admin'],
  service_pattern: planners,
  service_exception: planners,
  visit: ['outreach', 'stock', 'coordinator', 'admin'],
  planned_stop: ['outreach', 'stock', 'coordinator', 'admin'],
  clean_up: ['outreach', 'stock', 'coordinator', 'admin'],
}

export function mayUndo(role: Role, tableName: string): boolean {
  return (editors[tableName] ?? office).includes(role)
}

/** Counts of people met are taken back where they were typed; a list of them would be who was where. */
const always = ['visit', 'planned_stop']

/** What a person of this role does not read of: people and settings are the administrators'. */
export function hiddenFrom(role: Role): readonly string[] {
  return role === 'admin' ? always : [...always, 'person', 'setting']
}

/** What a change changed, for where to go and who may; null without one. */
export async function changedBy(db: Db, id: number) {
  const [found] = await db
    .select({ tableName: changeLog.tableName, rowId: changeLog.rowId })
    .from(changeLog)
    .where(eq(changeLog.id, id))
  return found ?? null
}

/** @throws Refusal `stale`, `notFound`, `undoTaken`, `notYourShift` */
export async function undo(tx: Tx, id: number, role: Role, recording: Recording) {
  const [change] = await tx.select().from(changeLog).where(eq(changeLog.id, id))
  const isVisit = change?.tableName === 'visit'
  // Of their shift, or what they changed themselves.
  const isTheirs = role !== 'outreach' || change?.personId === recording.personId
  const undone = isVisit ? await undoVisitChange(tx, change, { isTheirs }, recording) : null
  return { changeId: undone ?? (await undoChange(tx, id, recording)) }
}
