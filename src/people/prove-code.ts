import type { Database, Tx } from '#src/db/gate.ts'
import { Refusal, refuse } from '#src/refusal.ts'
import { goodLink, spendLink } from './one-time-link.ts'
import { spendCode } from './second-step.ts'
import { countAttempt, forgiveAttempt } from './sign-in-attempts.ts'

type CodeClaim = { readonly proofHash: string; readonly code: string; readonly at: number }

/**
 * The second step: finds out whether whoever gave the right password has the code too, and then runs
 * \`admit\` in the transaction that spends both. A try is counted before the code is looked at.
 * @returns what \`admit\` does, or a refusal: \`codeWrong\`, \`signInWait\`, or \`secondStepLate\` when the
 * password was given too long ago
 */
export async function proveCode<Admitted>(
  database: Database,
  { proofHash, code, at }: CodeClaim,
  admit: (tx: Tx, personId: number) => Promise<Admitted>,
): Promise<Admitted | Refusal> {
  const asked = { purpose: 'second-step', tokenHash: proofHash, at } as const
  const personId = await database.write(async (tx) => {
    const { person } = (await goodLink(tx, asked)) ?? refuse('secondStepLate', {})
    const { id } = person ?? refuse('secondStepLate', {})
    await countAttempt(tx, guesser(id), at)
    return id
  })
  if (personId instanceof Refusal) return personId
  return database.write(async (tx) => {
    await spendCode(tx, { personId, code, at })
    await spendLink(tx, asked)
    await forgiveAttempt(tx, guesser(personId), at)
    return admit(tx, personId)
  })
}

// No sign-in name holds a control character: the tries are counted apart from those of any password.
function guesser(personId: number) {
  return { signInName: `\u0000second step ${personId}`, address: null }
}
