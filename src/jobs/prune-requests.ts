// What a request was answered is kept for the days in which it may be sent again. After that the book
// still knows the ids of its own requests: nothing is counted twice, it is refused with a sentence.
import { and, asc, gt, lt, lte, max } from 'drizzle-orm'
import { addDays, type Day } from '#src/day.ts'
import type { Database } from '#src/db/gate.ts'
import { request } from '#src/db/schema/index.ts'
import { Refusal } from '#src/refusal.ts'

export const keptDays = 60

/** Rows looked at in one turn at the gate: a few milliseconds, and whoever waits comes next. */
const batch = 1000

/** Deletes the answers to requests of more than 60 days ago. @returns how many went */
export async function pruneRequests(database: Database, today: Day): Promise<number> {
  const firstKept = addDays(today, -keptDays)
  let pruned = 0
  let after: string | null = ''
  while (after !== null) {
    const turn: Turn = await pruneBatch(database, { after, firstKept })
    pruned += turn.gone
    after = turn.last
  }
  return pruned
}

type Turn = { readonly gone: number; readonly last: string | null }

// In the order of the ids, which is the order of the table: an index by day would cost every write.
async function pruneBatch(
  database: Database,
  { after, firstKept }: { readonly after: string; readonly firstKept: Day },
): Promise<Turn> {
  const turn = await database.write(async (tx) => {
    const ids = tx
      .select({ id: request.id })
      .from(request)
      .where(gt(request.id, after))
      .orderBy(asc(request.id))
      .limit(batch)
      .as('ids')
    const [looked] = await tx.select({ last: max(ids.id) }).from(ids)
    const last = looked?.last ?? null
    if (last === null) return { gone: 0, last }
    const isOld = and(
      gt(request.id, after),
      lte(request.id, last),
      lt(request.recordedOn, firstKept),
    )
    const gone = await tx.delete(request).where(isOld).returning({ id: request.id })
    return { gone: gone.length, last }
  })
  if (turn instanceof Refusal) throw turn
  return turn
}
