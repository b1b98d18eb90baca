// A link that says who somebody is, once: to set up, to choose a password, to enter the demo. Only
// its hash is kept, so nobody can read a link from the database.
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '#src/db/gate.ts'
import { oneTimeLink, person } from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'

export type Purpose = (typeof oneTimeLink.$inferSelect)['purpose']

const day = 86_400_000

/** How long a link waits for its person, in milliseconds. */
export const linkLifetime: Record<Purpose, number> = {
  'set-up': day,
  invitation: 7 * day,
  demo: 7 * day,
  // From a right password to the code that follows it.
  'second-step': 600_000,
}

type NewLink = {
  readonly purpose: Purpose
  /** Whom it signs in; null for setting up, when there is nobody yet. */
  readonly personId: number | null
  readonly tokenHash: string
  readonly at: number
}

/** Adds a link; an earlier one for the same person and purpose opens nothing any more. */
export async function addLink(tx: Tx, { purpose, personId, tokenHash, at }: NewLink) {
  await tx
    .delete(oneTimeLink)
    .where(and(eq(oneTimeLink.purpose, purpose), sql`${oneTimeLink.personId} is ${personId}`))
  const endsAt = at + linkLifetime[purpose]
  await tx.insert(oneTimeLink).values({ purpose, personId, tokenHash, endsAt })
}

/**
 * Adds the link that makes the first admin, while there is nobody.
 * @returns false when somebody is there already: nothing was added
 */
export async function addSetUpLink(
  tx: Tx,
  { tokenHash, at }: { readonly tokenHash: string; readonly at: number },
): Promise<boolean> {
  const [anybody] = await tx.select({ id: person.id }).from(person).limit(1)
  if (anybody) return false
  await addLink(tx, { purpose: 'set-up', personId: null, tokenHash, at })
  return true
}

export type LinkAsked = {
  readonly purpose: Purpose
  readonly tokenHash: string
  readonly at: number
}

/** A link with whom it is for, while it is good; null when it is spent, too old, or for nobody any more. */
export async function goodLink(db: Db, { purpose, tokenHash, at }: LinkAsked) {
  const [found] = await db
    .select({
      link: oneTimeLink.tokenHash,
      person: {
        ...{ id: person.id, name: person.name, signInName: person.signInName },
        role: person.role,
      },
    })
    .from(oneTimeLink)
    .leftJoin(person, eq(person.id, oneTimeLink.personId))
    .where(
      and(
        eq(oneTimeLink.tokenHash, tokenHash),
        eq(oneTimeLink.purpose, purpose),
        isNull(oneTimeLink.usedAt),
        gt(oneTimeLink.endsAt, at),
        isNull(person.disabledOn),
        // Whoever holds the set-up link becomes admin: not where somebody is already.
        or(sql`${purpose} <> 'set-up'`, sql`not exists (select 1 from person)`),
      ),
    )
  return found ?? null
}

/** Spends a link. @returns whom it is for; null for setting up @throws Refusal `linkSpent` */
export async function spendLink(tx: Tx, asked: LinkAsked) {
  const found = await goodLink(tx, asked)
  if (!found) return refuse('linkSpent', {})
  await tx
    .update(oneTimeLink)
    .set({ usedAt: asked.at })
    .where(eq(oneTimeLink.tokenHash, asked.tokenHash))
  return found.person
}
