// Guessing slows down, for an account and for an address, and never stops for good: whoever knows
// the password waits half a minute at most, however long somebody else has been guessing.
import { createHash } from 'node:crypto'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '#src/db/gate.ts'
import { signInAttempt } from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'

export type Guesser = {
  /** What was typed, whether such an account exists or not. */
  readonly signInName: string
  /** Where the request comes from; null when the session has told already who it is. */
  readonly address: string | null
}

// An office shares an address, so an address may fail more often.
const patience = {
  account: { free: 5, longestSeconds: 30 },
  address: { free: 20, longestSeconds: 900 },
} as const

const hour = 3_600_000

/**
 * Counts a try before its password is looked at, so that many at once are counted as many.
 * @throws Refusal `signInWait` when the last tries were too many and too recent
 */
export async function countAttempt(tx: Tx, guesser: Guesser, at: number): Promise<void> {
  await tx.delete(signInAttempt).where(lt(signInAttempt.waitUntil, at - hour))
  const keys = keysOf(guesser)
  const rows = await tx
    .select()
    .from(signInAttempt)
    .where(inArray(signInAttempt.keyHash, [...keys.keys()]))
  // A clock that was set back must not make anybody wait for longer than the longest wait.
  const waits = rows.map(({ keyHash, waitUntil }) =>
    Math.min(waitUntil - at, (keys.get(keyHash)?.longestSeconds ?? 0) * 1000),
  )
  const wait = Math.max(0, ...waits)
  if (wait > 0) refuse('signInWait', { seconds: Math.ceil(wait / 1000) })
  const counted = [...keys].map(([keyHash, rule]) => {
    const failures = (rows.find((row) => row.keyHash === keyHash)?.failures ?? 0) + 1
    return { keyHash, failures, waitUntil: at + secondsAfter(failures, rule) * 1000 }
  })
  await tx
    .insert(signInAttempt)
    .values(counted)
    .onConflictDoUpdate({
      target: signInAttempt.keyHash,
      set: { failures: sql`excluded.failures`, waitUntil: sql`excluded.wait_until` },
    })
}

/** The password was right: the account starts anew, and the address gets its try back. */
export async function forgiveAttempt(tx: Tx, guesser: Guesser, at: number): Promise<void> {
  await tx.delete(signInAttempt).where(eq(signInAttempt.keyHash, accountKey(guesser.signInName)))
  if (guesser.address === null) return
  await tx
    .update(signInAttempt)
    .set({ failures: sql`${signInAttempt.failures} - 1`, waitUntil: at })
    .where(
      and(
        eq(signInAttempt.keyHash, addressKey(guesser.address)),
        sql`${signInAttempt.failures} > 0`,
      ),
    )
}

type Rule = (typeof patience)[keyof typeof patience]

function keysOf({ signInName, address }: Guesser): Map<string, Rule> {
  const keys = new Map<string, Rule>([[accountKey(signInName), patience.account]])
  if (address !== null) keys.set(addressKey(address), patience.address)
  return keys
}

/** 0 while tries are free, then 1, 2, 4 … seconds up to the longest. */
function secondsAfter(failures: number, { free, longestSeconds }: Rule): number {
  return failures < free ? 0 : Math.min(longestSeconds, 2 ** Math.min(failures - free, 20))
}

function accountKey(signInName: string): string {
  return keyHash(`account ${signInName}`)
}

function addressKey(address: string): string {
  return keyHash(`address ${address}`)
}

function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
