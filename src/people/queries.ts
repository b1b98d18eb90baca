import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { person, session } from '#src/db/schema/index.ts'

const columns = {
  id: person.id,
  name: person.name,
  signInName: person.signInName,
  role: person.role,
  language: person.language,
  disabledOn: person.disabledOn,
  version: person.version,
  /** False until they have chosen a password through their link. */
  hasPassword: sql<boolean>`${person.passwordHash} is not null`.mapWith(Boolean),
  hasSecondStep: sql<boolean>`exists (select 1 from second_step
    where person_id = person.id and confirmed_at is not null)`.mapWith(Boolean),
  wantsDigest: sql<boolean>`exists (select 1 from digest
    where person_id = person.id and address is not null)`.mapWith(Boolean),
}

/** Everybody who uses the app, those who may not any more last. */
export function people(db: Db) {
  return db
    .select(columns)
    .from(person)
    .orderBy(sql`${person.disabledOn} is not null`, sql`lower(${person.name})`, person.id)
}

export async function personById(db: Db, id: number) {
  const [found] = await db.select(columns).from(person).where(eq(person.id, id))
  return found ?? null
}

/** Where a person is signed in, latest first. */
export function sessionsOf(
  db: Db,
  { personId, at, longestIdle }: { personId: number; at: number; longestIdle: number },
) {
  return db
    .select({
      tokenHash: session.tokenHash,
      device: session.device,
      startedAt: session.startedAt,
      seenAt: session.seenAt,
    })
    .from(session)
    .where(
      and(
        eq(session.personId, personId),
        gt(session.endsAt, at),
        gt(session.seenAt, at - longestIdle),
      ),
    )
    .orderBy(desc(session.seenAt))
}
