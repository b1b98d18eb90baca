// The same request twice, even at once, is one document and the same answer.
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { isSentBefore } from '#src/db/errors.ts'
import type { Tx } from '#src/db/gate.ts'
import { request } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

/**
 * Runs `command` unless this request has been answered before, and then gives that answer again.
 * `content` is what was sent: the same request id with other content is refused with
 * `savedAlready`, because somebody went back, changed the form, and would lose the change.
 * The answer must survive JSON.
 */
export async function once<Answer>(
  tx: Tx,
  recording: Recording,
  content: unknown,
  command: () => Promise<Answer>,
): Promise<Answer> {
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('base64url')
  const [before] = await tx.select().from(request).where(eq(request.id, recording.requestId))
  if (before?.answer && before.fingerprint === fingerprint) return JSON.parse(before.answer)
  if (before) return refuse('savedAlready', {})
  const answer = await command().catch((error: unknown) => {
    // The book knows requests whose answers have been pruned.
    if (isSentBefore(error)) return refuse('savedAlready', {})
    throw error
  })
  await tx.insert(request).values({
    id: recording.requestId,
    fingerprint,
    answer: JSON.stringify(answer),
    recordedOn: recording.today,
  })
  return answer
}
