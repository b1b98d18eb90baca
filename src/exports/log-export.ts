import type { Tx } from '#src/db/gate.ts'
import { exportLog } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

/**
 * Writes down who takes what, before it leaves.
 * @returns the id of the export
 * @throws Refusal `notFound` when nobody is signed in
 */
export async function logExport(tx: Tx, path: string, { personId, at }: Recording) {
  if (personId === null) return refuse('notFound', {})
  const [made] = await tx
    .insert(exportLog)
    .values({ personId, exportedAt: at, path })
    .returning({ id: exportLog.id })
  if (!made) throw new Error('the database returned no export')
  return made.id
}
