// The shared device of a drop-in night. It works while its night is open and is tonight: nothing is kept
// of when it ends, so that closing ends it on every device, and opening again brings them back.
import { eq, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { nightSession, person, session, visit } from '#src/db/schema/index.ts'
import type { C, Night } from './context.ts'

/** The coordinator who opened it. */
export const opener = alias(person, 'opener')

/** What the statement that every request begins with asks of the night. */
export const nightColumns = {
  night: {
    visitId: nightSession.visitId,
    tokenHash: nightSession.tokenHash,
    startedAt: nightSession.startedAt,
  },
  nightVisit: { happenedOn: visit.happenedOn, closedOn: visit.closedOn },
  opener: { personId: opener.id, disabledOn: opener.disabledOn },
}

export type OpenNight = Night & { readonly happenedOn: Day }

type Found = {
  readonly night: (Night & { readonly startedAt: number }) | null
  readonly nightVisit: { readonly happenedOn: Day; readonly closedOn: Day | null } | null
  readonly opener: { readonly disabledOn: Day | null } | null
}

const hour = 3_600_000

/** The night of this device, while it is not closed and whoever opened it may still sign in. */
export function openNight({ night, nightVisit, opener }: Found, now: number): OpenNight | null {
  const isOpen = nightVisit?.closedOn === null && opener?.disabledOn === null
  if (!night || !nightVisit || !isOpen || night.startedAt > now + hour) return null
  const { visitId, tokenHash } = night
  return { visitId, tokenHash, happenedOn: nightVisit.happenedOn }
}

/** The same until the business day ends. */
export function nightOn(night: OpenNight | null, today: Day): Night | null {
  return night?.happenedOn === today ? night : null
}

/**
 * Makes a browser the shared device of a night. The session it had ends: whoever holds it from now on
 * is signed in nowhere. Devices of other nights are forgotten.
 */
export async function startNight(
  c: C,
  tx: Tx,
  device: Pick<typeof nightSession.$inferInsert, 'tokenHash' | 'visitId' | 'device'>,
): Promise<void> {
  const { now, viewer } = c.var
  if (!viewer) throw new Error('a night is opened by somebody who is signed in')
  await tx.delete(session).where(eq(session.tokenHash, viewer.tokenHash))
  await tx.delete(nightSession).where(ne(nightSession.visitId, device.visitId))
  await tx.insert(nightSession).values({ ...device, openedById: viewer.personId, startedAt: now })
}
