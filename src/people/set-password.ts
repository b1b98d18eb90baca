import { eq } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { person, session } from '#src/db/schema/index.ts'

/** Gives a person a new password, and ends every session that an older one began. */
export async function setPassword(
  tx: Tx,
  { personId, passwordHash }: { readonly personId: number; readonly passwordHash: string },
) {
  await tx.update(person).set({ passwordHash }).where(eq(person.id, personId))
  await tx.delete(session).where(eq(session.personId, personId))
}
