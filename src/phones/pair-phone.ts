import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { phone } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'

type NewPhone = { readonly tokenHash: string; readonly device: string }

/** Pairs the phone that asks with the person who asks: what it sends counts as theirs. */
export async function pairPhone(
  tx: Tx,
  { tokenHash, device }: NewPhone,
  { personId, today }: Recording,
): Promise<number> {
  if (personId === null) throw new Error('a phone is paired by a person')
  const [made] = await tx
    .insert(phone)
    .values({ tokenHash, device, personId, pairedOn: today })
    .returning({ id: phone.id })
  if (!made) throw new Error('the database returned no phone')
  return made.id
}

/**
 * From now on nothing this phone sends is entered: it is held. A lost phone is found again sometimes, and
 * what was on it is still a fact.
 * @throws Refusal `notFound` for a phone that is not theirs, unless an admin asks
 */
export async function revokePhone(
  tx: Tx,
  { phoneId, ownerId }: { readonly phoneId: number; readonly ownerId: number | null },
  { today }: Recording,
): Promise<null> {
  const isTheirs = ownerId === null ? undefined : eq(phone.personId, ownerId)
  const [found] = await tx
    .update(phone)
    .set({ revokedOn: today })
    .where(and(eq(phone.id, phoneId), isTheirs, isNull(phone.revokedOn)))
    .returning({ id: phone.id })
  return found ? null : refuse('notFound', {})
}
