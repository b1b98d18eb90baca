import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Db } from '#src/db/gate.ts'
import { heldEntry, item, location, person, phone } from '#src/db/schema/index.ts'
import { entryOf } from './form.ts'

/** Phones in use, of one person or of all, the latest first. */
export function phones(db: Db, personId: number | null) {
  return db
    .select({
      ...{ id: phone.id, device: phone.device, pairedOn: phone.pairedOn, sentOn: phone.sentOn },
      ...{ tokenHash: phone.tokenHash, person: person.name },
    })
    .from(phone)
    .innerJoin(person, eq(person.id, phone.personId))
    .where(
      and(isNull(phone.revokedOn), personId === null ? undefined : eq(phone.personId, personId)),
    )
    .orderBy(desc(phone.id))
}

/** What waits for a coordinator, oldest first. */
export async function heldEntries(db: Db) {
  const rows = await db
    .select({
      ...{ id: heldEntry.id, reason: heldEntry.reason, receivedOn: heldEntry.receivedOn },
      ...{ content: heldEntry.content, person: person.name },
    })
    .from(heldEntry)
    .innerJoin(phone, eq(phone.id, heldEntry.phoneId))
    .innerJoin(person, eq(person.id, phone.personId))
    .where(isNull(heldEntry.decidedOn))
    .orderBy(asc(heldEntry.receivedOn), asc(heldEntry.id))
    .limit(200)
  const named = await namesFor(db)
  return rows.map(({ content, ...row }) => {
    const entry = content === null ? null : entryOf(content)
    return { ...row, entry, ...(entry && named(entry)) }
  })
}

export type Held = Awaited<ReturnType<typeof heldEntries>>[number]

type Named = { readonly nameFr: string | null; readonly nameEn: string | null }
type About = {
  readonly item?: Named | undefined
  readonly venue?: Named | undefined
  readonly day?: Day
}

async function namesFor(db: Db) {
  const names = { nameFr: item.nameFr, nameEn: item.nameEn }
  const items = await db.select({ id: item.id, ...names }).from(item)
  const venues = await db
    .select({ id: location.id, nameFr: location.nameFr, nameEn: location.nameEn })
    .from(location)
    .where(eq(location.kind, 'venue'))
  const itemOf = new Map(items.map((each) => [each.id, each]))
  const venueOf = new Map(venues.map((each) => [each.id, each]))
  return (entry: NonNullable<ReturnType<typeof entryOf>>): About => ({
    ...('item' in entry && { item: itemOf.get(entry.item) }),
    ...('venue' in entry && { venue: venueOf.get(entry.venue), day: entry.day }),
  })
}
