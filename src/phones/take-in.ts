// Takes in what a phone sends, entry by entry: each is answered, none is lost.
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { isSentBefore } from '#src/db/errors.ts'
import type { Database, Db, Tx } from '#src/db/gate.ts'
import { type HeldReason, heldEntry, person, phone } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { Refusal } from '#src/refusal.ts'
import { enter } from './enter.ts'
import { type Entry, entryOf, type SealedEntry } from './form.ts'
import { type KeyPair, opened } from './seal.ts'

/**
 * `ok`, `dup` (it was here before) and `held` (a coordinator decides) are safe to forget on the phone;
 * `bad` was altered or is no entry, and never will be.
 */
export type Answer = 'ok' | 'dup' | 'held' | 'bad'

export type SendingPhone = {
  readonly id: number
  readonly personId: number
  readonly isRevoked: boolean
  readonly isDisabled: boolean
}

/** The phone that has this token; null when it was never paired. */
export async function phoneWith(db: Db, tokenHash: string): Promise<SendingPhone | null> {
  const [found] = await db
    .select({
      ...{ id: phone.id, personId: phone.personId },
      ...{ revokedOn: phone.revokedOn, disabledOn: person.disabledOn },
    })
    .from(phone)
    .innerJoin(person, eq(person.id, phone.personId))
    .where(eq(phone.tokenHash, tokenHash))
  if (!found) return null
  const { id, personId, revokedOn, disabledOn } = found
  return { id, personId, isRevoked: revokedOn !== null, isDisabled: disabledOn !== null }
}

type Sent = {
  readonly phone: SendingPhone
  readonly keys: ReadonlyMap<number, KeyPair>
  readonly sealed: SealedEntry
}

/** Answers one entry. `recording` is of its phone's person, and takes the entry's own id as request. */
export async function takeIn(
  database: Database,
  { phone: from, keys, sealed }: Sent,
  recording: Omit<Recording, 'requestId'>,
): Promise<Answer> {
  const key = keys.get(sealed.key)
  const text = key ? await opened(key, sealed.sealed) : null
  if (key && text === null) return 'bad'
  const entry = text === null ? null : entryOf(text)
  if (text !== null && !entry) return 'bad'
  const held = (reason: HeldReason) =>
    hold(database, { id: idOf(sealed), phoneId: from.id, reason, entry }, recording)

  if (!entry) return held('unknown-key')
  if (from.isRevoked) return held('revoked')
  if (from.isDisabled) return held('disabled')
  if (entry.kind === 'typed') return held('typed')
  const entered = await database
    .write((tx) => enter(tx, entry, { ...recording, requestId: entry.id }))
    .catch(dupIfSentBefore)
  return entered instanceof Refusal ? held('refused') : entered
}

/** The book knows what came before even when its answer has been pruned. */
function dupIfSentBefore(error: unknown): 'dup' {
  if (isSentBefore(error)) return 'dup'
  throw error
}

function idOf({ sealed }: SealedEntry): string {
  return createHash('sha256').update(sealed).digest('base64url')
}

type Held = {
  readonly id: string
  readonly phoneId: number
  readonly reason: HeldReason
  readonly entry: Entry | null
}

async function hold(
  database: Database,
  { id, phoneId, reason, entry }: Held,
  { today }: Pick<Recording, 'today'>,
): Promise<Answer> {
  const content = entry && JSON.stringify(entry)
  await database.write((tx: Tx) =>
    tx
      .insert(heldEntry)
      .values({ id, phoneId, reason, content, receivedOn: today })
      .onConflictDoNothing(),
  )
  return 'held'
}
