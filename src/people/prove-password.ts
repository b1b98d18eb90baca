import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Tx } from '#src/db/gate.ts'
import { person } from '#src/db/schema/index.ts'
import { Refusal, refuse } from '#src/refusal.ts'
import { passwordMatches } from './passwords.ts'
import { countAttempt, forgiveAttempt, type Guesser } from './sign-in-attempts.ts'

type Claim = Guesser & { readonly password: string }

/**
 * Finds out whether somebody is who they say, and then runs `admit`, in one transaction with the
 * forgiving of the try. The hash is compared between two transactions: it is slow on purpose, and
 * nobody else could read or write meanwhile.
 * @returns what `admit` does, or a refusal that is the same for a wrong name and a wrong password:
 * `signInWrong`, or `signInWait`
 */
export async function provePassword<Admitted>(
  database: Database,
  { password, ...guesser }: Claim,
  at: number,
  admit: (tx: Tx, personId: number) => Promise<Admitted>,
): Promise<Admitted | Refusal> {
  const found = await database.write(async (tx) => {
    await countAttempt(tx, guesser, at)
    return activePerson(tx, guesser.signInName)
  })
  if (found instanceof Refusal) return found
  if (!(await passwordMatches(password, found?.passwordHash ?? null))) return wrong()
  return database.write(async (tx) => {
    // The password may have been changed, or the person disabled, while it was being compared.
    const still = await activePerson(tx, guesser.signInName)
    if (!still || still.passwordHash !== found?.passwordHash) return refuse('signInWrong', {})
    await forgiveAttempt(tx, guesser, at)
    return admit(tx, still.id)
  })
}

async function activePerson(tx: Tx, signInName: string) {
  const [found] = await tx
    .select({ id: person.id, passwordHash: person.passwordHash })
    .from(person)
    .where(and(eq(person.signInName, signInName), isNull(person.disabledOn)))
  return found
}

function wrong(): Refusal {
  return new Refusal('signInWrong', {}, null)
}
