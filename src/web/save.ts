// Every write of a page passes here: the gate, the request id, who and when, and the undo that stays.
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
import { session } from '#src/db/schema/index.ts'
import { once } from '#src/ledger/once.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import type { C } from './context.ts'

/**
 * Runs a command in one transaction, once for its request id, and remembers how to undo it.
 * `content` is what the person sent, with its `requestId`; `undo` gives the path that takes the
 * answer back ('/entries/12/reversal'), or null where nothing was written that can be undone.
 * @returns the command's answer, or the refusal: nothing is written then
 */
export async function save<Answer>(
  c: C,
  content: { readonly requestId: string },
  command: (tx: Tx, recording: Recording) => Promise<Answer>,
  undo: (answer: Answer) => string | null,
): Promise<Answer | Refusal> {
  const { app, viewer } = c.var
  const recording = recordingOf(c, content.requestId)
  const answer = await app.database.write(async (tx) => {
    const given = await once(tx, recording, content, () => command(tx, recording))
    if (viewer) {
      await undoKept(tx).run({ undoPath: undo(given), tokenHash: viewer.tokenHash })
    }
    return given
  })
  if (answer instanceof Refusal) app.log({ message: 'refused', code: answer.code })
  return answer
}

const undoKept = prepared((tx: Tx) =>
  tx
    .update(session)
    .set({ undoPath: sql`${sql.placeholder('undoPath')}` })
    .where(eq(session.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
)

/** Who records, when, and by which request: what every command is told. */
export function recordingOf(c: C, requestId: string): Recording {
  const { viewer, now, today, period } = c.var
  return { requestId, personId: viewer?.personId ?? null, at: now, today, period }
}
