// Who may use the app, and as what. Somebody who can sign in must always be left to change this.
import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { add, amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { digest, oneTimeLink, person, session } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { refuse } from '#src/refusal.ts'
import type { NewPersonForm, PersonForm } from './form.ts'

/** @returns the person's id @throws Refusal `signInNameTaken` */
export async function addPerson(tx: Tx, form: NewPersonForm, recording: Recording) {
  const { requestId: _, ...values } = form
  await checkNameIsFree(tx, { id: 0, signInName: form.signInName })
  const made = await add(tx, person, values, recording)
  return made.id
}

/**
 * @throws Refusal `signInNameTaken`, `lastAdmin` when nobody could manage people any more,
 * `stale` when somebody else changed the person meanwhile, `notFound`
 */
export async function editPerson(tx: Tx, id: number, form: PersonForm, recording: Recording) {
  const { requestId: _, version, ...changes } = form
  await checkNameIsFree(tx, { id, signInName: form.signInName })
  if (form.role !== 'admin') await checkAnotherAdmin(tx, id, 'role')
  await amend(tx, person, { id, version }, changes, recording)
  return id
}

/** Ends what the person is doing at the next request. @throws Refusal `lastAdmin`, `notFound` */
export async function disablePerson(tx: Tx, id: number, recording: Recording) {
  const found = await personOf(tx, id)
  if (found.disabledOn !== null) return id
  await checkAnotherAdmin(tx, id, null)
  await amend(tx, person, found, { disabledOn: recording.today }, recording)
  await tx.delete(session).where(eq(session.personId, id))
  await tx.delete(oneTimeLink).where(eq(oneTimeLink.personId, id))
  await forgetAddress(tx, id)
  return id
}

/** @throws Refusal `notFound` */
export async function enablePerson(tx: Tx, id: number, recording: Recording) {
  const found = await personOf(tx, id)
  if (found.disabledOn !== null) await amend(tx, person, found, { disabledOn: null }, recording)
  return id
}

async function forgetAddress(tx: Tx, id: number) {
  await tx
    .update(digest)
    .set({ address: null, version: sql`${digest.version} + 1` })
    .where(eq(digest.personId, id))
}

/** @throws Refusal `notFound` */
export async function personOf(tx: Tx, id: number) {
  const [found] = await tx.select().from(person).where(eq(person.id, id))
  return found ?? refuse('notFound', {})
}

async function checkNameIsFree(tx: Tx, { id, signInName }: { id: number; signInName: string }) {
  const [other] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.signInName, signInName), ne(person.id, id)))
  if (other) refuse('signInNameTaken', {}, 'signInName')
}

/** An admin who never chose a password cannot sign in, and so does not count. */
async function checkAnotherAdmin(tx: Tx, id: number, field: string | null) {
  const found = await personOf(tx, id)
  if (found.role !== 'admin' || found.disabledOn !== null) return
  const [other] = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.role, 'admin'),
        isNull(person.disabledOn),
        isNotNull(person.passwordHash),
        ne(person.id, id),
      ),
    )
    .limit(1)
  if (!other) refuse('lastAdmin', {}, field)
}
