// A second step at sign-in, for whoever wants one: a code of an app, or one from paper.
import { createHash } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { log } from '#src/db/change-log.ts'
import type { Db, Tx } from '#src/db/gate.ts'
import { person, recoveryCode, secondStep } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import { stepOfCode } from './totp.ts'

export const recoveryCodes = 8

/** How far somebody is with it; null before they began. */
export async function secondStepOf(db: Db, personId: number) {
  const [found] = await db
    .select({
      secret: secondStep.secret,
      confirmedAt: secondStep.confirmedAt,
      codesLeft: sql<number>`(select count(*) from ${recoveryCode}
        where recovery_code.person_id = ${personId})`,
    })
    .from(secondStep)
    .where(eq(secondStep.personId, personId))
  return found ?? null
}

/** True when a code is asked for after the password. */
export async function asksSecondStep(db: Db, personId: number): Promise<boolean> {
  const found = await secondStepOf(db, personId)
  return found !== null && found.confirmedAt !== null
}

/** Gives a person a new secret, which asks for nothing yet. @throws Refusal `secondStepStands` */
export async function beginSecondStep(
  tx: Tx,
  { personId, secret }: { readonly personId: number; readonly secret: string },
) {
  if (await asksSecondStep(tx, personId)) refuse('secondStepStands', {})
  await tx
    .insert(secondStep)
    .values({ personId, secret })
    .onConflictDoUpdate({ target: secondStep.personId, set: { secret, confirmedAt: null } })
}

type Confirming = {
  readonly personId: number
  readonly code: string
  /** The codes for paper that will open instead of the app's. */
  readonly paper: readonly string[]
}

/** From now on a code is asked for. @throws Refusal `codeWrong`, `secondStepStands`, `notFound` */
export async function confirmSecondStep(tx: Tx, confirming: Confirming, recording: Recording) {
  const { personId, code, paper } = confirming
  const found = await secondStepOf(tx, personId)
  if (!found) return refuse('notFound', {})
  if (found.confirmedAt !== null) refuse('secondStepStands', {})
  const step = stepOfCode(digitsOf(code), { secret: found.secret, at: recording.at })
  if (step === null) return refuse('codeWrong', {}, 'code')
  await tx
    .update(secondStep)
    .set({ confirmedAt: recording.at, usedStep: step })
    .where(eq(secondStep.personId, personId))
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
  await tx
    .insert(recoveryCode)
    .values(paper.map((each) => ({ personId, codeHash: paperHash(personId, each) })))
  await logSecondStep(tx, { personId, from: false, to: true }, recording)
}

/** The password is enough again: what a person decides for themselves, or an admin for a lost phone. */
export async function endSecondStep(tx: Tx, personId: number, recording: Recording) {
  const stood = await asksSecondStep(tx, personId)
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
  await tx.delete(secondStep).where(eq(secondStep.personId, personId))
  if (stood) await logSecondStep(tx, { personId, from: true, to: false }, recording)
  return personId
}

/** Spends a code, of the app or from paper. @throws Refusal `codeWrong` also for one used before */
export async function spendCode(
  tx: Tx,
  { personId, code, at }: { readonly personId: number; readonly code: string; readonly at: number },
) {
  const found = await secondStepOf(tx, personId)
  if (found?.confirmedAt == null) return refuse('codeWrong', {}, 'code')
  const step = stepOfCode(digitsOf(code), { secret: found.secret, at })
  const opened =
    step === null ? await spendPaper(tx, personId, code) : await spendStep(tx, personId, step)
  if (!opened) refuse('codeWrong', {}, 'code')
}

async function spendStep(tx: Tx, personId: number, step: number): Promise<boolean> {
  const spent = await tx
    .update(secondStep)
    .set({ usedStep: step })
    .where(and(eq(secondStep.personId, personId), lt(secondStep.usedStep, step)))
    .returning({ personId: secondStep.personId })
  return spent.length === 1
}

async function spendPaper(tx: Tx, personId: number, code: string): Promise<boolean> {
  const spent = await tx
    .delete(recoveryCode)
    .where(eq(recoveryCode.codeHash, paperHash(personId, code)))
    .returning({ personId: recoveryCode.personId })
  return spent.length === 1
}

/** A code for paper, from 32 random bytes: ABCD-EFGH-JKLM-NPQR, without signs that look alike. */
export function paperCode(random: string): string {
  const letters = [...Buffer.from(random, 'base64url').subarray(0, 16)].map(
    (byte) => alphabet[byte % alphabet.length],
  )
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function paperHash(personId: number, code: string): string {
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(`${personId} ${letters}`).digest('base64url')
}

function digitsOf(code: string): string {
  return code.replace(/\D/g, '')
}

async function logSecondStep(
  tx: Tx,
  { personId, from, to }: { personId: number; from: boolean; to: boolean },
  recording: Recording,
) {
  const [who] = await tx.select({ name: person.name }).from(person).where(eq(person.id, personId))
  const change = { tableName: 'person', rowId: personId }
  const [before, after] = [from, to].map((stands) => ({ ...who, secondStep: stands }))
  await log(tx, { ...change, before: before ?? null, after: after ?? {} }, recording)
}
