// The same request twice, even at once, is one document and the same answer.
import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { isSentBefore } from '#src/db/errors.ts'
import type { Tx } from '#src/db/gate.ts'
import { prepared } from '#src/db/prepared.ts'
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
  const fingerprint = fingerprintOf(content)
  const before = await answered(tx, recording.requestId)
  if (before?.answer && before.fingerprint === fingerprint) return JSON.parse(before.answer)
  if (before) return refuse('savedAlready', {})
  const answer = await command().catch((error: unknown) => {
    // The book knows requests whose answers have been pruned.
    if (isSentBefore(error)) return refuse('savedAlready', {})
    throw error
  })
  await keepAnswer(tx, recording, { id: recording.requestId, content, answer })
  return answer
}

/** What a request was answered before; undefined when it is new. */
export async function answered(tx: Tx, requestId: string) {
  const [before] = await requestById(tx).all({ id: requestId })
  return before
}

type Answered = { readonly id: string; readonly content: unknown; readonly answer: unknown }

/** Remembers what a request was answered. */
export async function keepAnswer(tx: Tx, { today }: Recording, { id, content, answer }: Answered) {
  await newRequest(tx).run({
    ...{ id, fingerprint: fingerprintOf(content) },
    ...{ answer: JSON.stringify(answer), recordedOn: today },
  })
}

const requestById = prepared((tx: Tx) =>
  tx
    .select()
    .from(request)
    .where(eq(request.id, sql.placeholder('id')))
    .prepare(),
)

const newRequest = prepared((tx: Tx) =>
  tx
    .insert(request)
    .values({
      ...{ id: sql.placeholder('id'), fingerprint: sql.placeholder('fingerprint') },
      ...{ answer: sql.placeholder('answer'), recordedOn: sql.placeholder('recordedOn') },
    })
    .prepare(),
)

function fingerprintOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}
