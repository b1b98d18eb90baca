// Places as forms offer them and commands check them.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db, Tx } from '#src/db/gate.ts'
import { type LocationKind, location } from '#src/db/schema/index.ts'
import { refuse } from '#src/refusal.ts'
import { folded } from './items.ts'

export type Place = typeof location.$inferSelect

/** Places of some kinds that are in use, in the order people know them. */
export async function placesOf(db: Db, ...kinds: readonly LocationKind[]): Promise<Place[]> {
  return db
    .select()
    .from(location)
    .where(and(inArray(location.kind, [...kinds]), isNull(location.retiredOn)))
    .orderBy(asc(location.kind), asc(location.id))
}

/** The stockroom with this id. @throws Refusal `notFound` at `field` */
export async function stockroomOf(db: Db, id: number, field: string): Promise<Place> {
  return placeOf(db, { id, kind: 'stockroom' }, field)
}

/** The place with this id, when it is of this kind and in use. @throws Refusal `notFound` at `field` */
export async function placeOf(
  db: Db,
  { id, kind }: { readonly id: number; readonly kind: LocationKind },
  field: string,
): Promise<Place> {
  const [found] = await db
    .select()
    .from(location)
    .where(and(eq(location.id, id), eq(location.kind, kind), isNull(location.retiredOn)))
  return found ?? refuse('notFound', {}, field)
}

/** The one built-in place of a role, such as 'lost' or 'assembly'. */
export async function builtInPlace(db: Db, role: Place['role']): Promise<Place> {
  const [found] = await db.select().from(location).where(eq(location.role, role)).limit(1)
  if (!found) throw new Error(`this database has no place for ${role}`)
  return found
}

/** The donor of this name, made when new; no name is the anonymous donor. */
export async function donorNamed(tx: Tx, name: string | null): Promise<number> {
  const donors = await tx.select().from(location).where(eq(location.role, 'donor'))
  const found = donors.find((donor) =>
    name === null
      ? donor.anonymous
      : [donor.nameFr, donor.nameEn].some((each) => each && folded(each) === folded(name)),
  )
  if (found) return found.id
  const [made] = await tx
    .insert(location)
    .values({ kind: 'source', role: 'donor', nameFr: name ?? 'Anonyme', anonymous: name === null })
    .returning()
  if (!made) throw new Error('the database returned no donor')
  return made.id
}

/** The supplier of this name, made when new. */
export async function supplierNamed(tx: Tx, name: string): Promise<number> {
  const suppliers = await tx.select().from(location).where(eq(location.role, 'supplier'))
  const found = suppliers.find(({ nameFr, nameEn }) =>
    [nameFr, nameEn].some((each) => each && folded(each) === folded(name)),
  )
  if (found) return found.id
  const [made] = await tx
    .insert(location)
    .values({ kind: 'source', role: 'supplier', nameFr: name })
    .returning()
  if (!made) throw new Error('the database returned no supplier')
  return made.id
}
