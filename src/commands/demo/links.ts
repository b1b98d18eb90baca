// One link a role, good once: how people look around without a password.
import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { person, type Role } from '#src/db/schema/index.ts'
import { addLink } from '#src/people/one-time-link.ts'
import { tokenHash } from '#src/web/session.ts'

/** In the order in which a programme is understood: from the shelf to the settings. */
export const linkedRoles = ['stock', 'outreach', 'coordinator', 'admin'] as const satisfies Role[]

export type DemoLink = { readonly role: Role; readonly token: string }

/** Makes a link for the first person of each role. @returns the tokens, which nothing keeps */
export async function addDemoLinks(
  tx: Tx,
  { now, newToken }: { readonly now: number; readonly newToken: () => string },
) {
  const links: DemoLink[] = []
  for (const role of linkedRoles) {
    const token = newToken()
    const [somebody] = await tx
      .select({ id: person.id })
      .from(person)
      .where(eq(person.role, role))
      .orderBy(asc(person.id))
      .limit(1)
    if (!somebody) throw new Error(`nobody of the demo is ${role}`)
    const link = { purpose: 'demo' as const, personId: somebody.id, at: now }
    await addLink(tx, { ...link, tokenHash: tokenHash(token) })
    links.push({ role, token })
  }
  return links
}

/** As the command prints them: `stock http://127.0.0.1:3000/demo-sign-in/…`. */
export function linesOf(links: readonly DemoLink[], address: string): string[] {
  return links.map(({ role, token }) => `${role} ${address}/demo-sign-in/${token}`)
}
