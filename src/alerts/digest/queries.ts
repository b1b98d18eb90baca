import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { digest, person, type Role } from '#src/db/schema/index.ts'

/** Who may read the board: access.ts says so of its page. */
export const readers: readonly Role[] = ['stock', 'coordinator', 'admin']

const nothingChosen = { address: null, version: 0, sentOn: null, refusedOn: null }

/** What a person chose; version 0 before they ever did. */
export async function digestOf(db: Db, personId: number) {
  const [found] = await db
    .select({
      ...{ address: digest.address, version: digest.version },
      ...{ sentOn: digest.sentOn, refusedOn: digest.refusedOn },
    })
    .from(digest)
    .where(eq(digest.personId, personId))
  return found ?? nothingChosen
}

/** Whose digest has not been seen to on this day; only those who may still read the board. */
export async function digestsDue(db: Db, day: Day) {
  return db
    .select({
      personId: person.id,
      language: person.language,
      address: sql<string>`digest.address`,
      version: digest.version,
      sentOn: digest.sentOn,
      told: digest.told,
    })
    .from(digest)
    .innerJoin(person, eq(person.id, digest.personId))
    .where(
      and(
        isNotNull(digest.address),
        or(isNull(digest.seenToOn), lt(digest.seenToOn, day)),
        isNull(person.disabledOn),
        inArray(person.role, [...readers]),
      ),
    )
    .orderBy(person.id)
}

export type DigestDue = Awaited<ReturnType<typeof digestsDue>>[number]
