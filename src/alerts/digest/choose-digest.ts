import { and, eq } from 'drizzle-orm'
import { log } from '#src/db/change-log.ts'
import type { Tx } from '#src/db/gate.ts'
import { digest, person } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { DigestForm } from './form.ts'
import { digestOf } from './queries.ts'

/**
 * Decides for oneself whether to be told by e-mail, and where. Another address is told everything anew,
 * though not twice in a day; what is not wanted any more leaves no address behind.
 * @throws Refusal `stale` when the person changed it elsewhere meanwhile
 */
export async function chooseDigest(
  tx: Tx,
  personId: number,
  { version, address }: Pick<DigestForm, 'version' | 'address'>,
  recording: Recording,
) {
  const before = await digestOf(tx, personId)
  const isOther = before.address !== address
  const anew = isOther ? { ...neverSeen, seenToOn: before.sentOn } : {}
  const chosen = { address, version: version + 1, ...anew }
  const mine = and(eq(digest.personId, personId), eq(digest.version, version))
  const [saved] =
    before.version === 0 && version === 0
      ? await tx
          .insert(digest)
          .values({ personId, ...chosen })
          .returning()
      : await tx.update(digest).set(chosen).where(mine).returning()
  if (!saved) return refuse('stale', {})
  const [from, to] = [before.address !== null, address !== null]
  if (from !== to) await logChoice(tx, { personId, from, to }, recording)
  return personId
}

const neverSeen = { claimedFor: null, refusedOn: null, told: '{}' }

/** Beside the person's other changes; never the address. */
async function logChoice(
  tx: Tx,
  { personId, from, to }: { personId: number; from: boolean; to: boolean },
  recording: Recording,
) {
  const [who] = await tx.select({ name: person.name }).from(person).where(eq(person.id, personId))
  const [before, after] = [from, to].map((wanted) => ({ ...who, digest: wanted }))
  const change = {
    tableName: 'person',
    rowId: personId,
    before: before ?? null,
    after: after ?? {},
  }
  await log(tx, change, recording)
}
