import { and, asc, eq, inArray, like, sql } from 'drizzle-orm'
import { folded } from '#src/catalog/items.ts'
import type { Db } from '#src/db/gate.ts'
import { item, type LocationKind, type LocationRole, location, lot } from '#src/db/schema/index.ts'

export const groups = [
  'items',
  'lots',
  'bags',
  'venues',
  'stockrooms',
  'donors',
  'suppliers',
] as const
export type Group = (typeof groups)[number]

type Names = { readonly nameFr: string | null; readonly nameEn: string | null }

export type Found = Names & {
  readonly group: Group
  readonly id: number
  /** A short code or lot number, where there is one. */
  readonly code: string | null
  readonly retired: boolean
}

const mostOfAGroup = 20

/**
 * Everything whose name or code holds all the words, in any order, accents and case aside; lots by how
 * their number begins. A catalogue is hundreds of rows: it is read whole and compared here, in both
 * languages.
 */
export async function found(db: Db, typed: string): Promise<Found[]> {
  const words = folded(typed).split(' ')
  if (words.join('') === '') return []
  const all = [...(await items(db)), ...(await places(db))].filter(({ code, nameFr, nameEn }) =>
    [code, nameFr, nameEn].some((name) => name !== null && hasAll(folded(name), words)),
  )
  const matches = [...all, ...(await lotsBeginning(db, typed))]
  return groups.flatMap((group) =>
    matches.filter((each) => each.group === group).slice(0, mostOfAGroup),
  )
}

function hasAll(name: string, words: readonly string[]): boolean {
  return words.every((word) => name.includes(word))
}

async function items(db: Db): Promise<Found[]> {
  const rows = await db
    .select({
      id: item.id,
      code: item.code,
      nameFr: item.nameFr,
      nameEn: item.nameEn,
      retiredOn: item.retiredOn,
    })
    .from(item)
    .orderBy(asc(item.retiredOn), asc(item.id))
  return rows.map(({ retiredOn, ...row }) => ({
    ...{ ...row, group: 'items' as const, retired: retiredOn !== null },
  }))
}

const kinds: readonly LocationKind[] = ['bag', 'venue', 'stockroom', 'source']

async function places(db: Db): Promise<Found[]> {
  const rows = await db
    .select({
      id: location.id,
      kind: location.kind,
      role: location.role,
      nameFr: location.nameFr,
      nameEn: location.nameEn,
      retiredOn: location.retiredOn,
    })
    .from(location)
    .where(inArray(location.kind, [...kinds]))
    .orderBy(asc(location.retiredOn), asc(location.id))
  return rows.flatMap(({ kind, role, retiredOn, ...row }) => {
    const group = groupOf(kind, role)
    return group ? [{ ...row, group, code: null, retired: retiredOn !== null }] : []
  })
}

function groupOf(kind: LocationKind, role: LocationRole): Group | null {
  if (role === 'donor') return 'donors'
  if (role === 'supplier') return 'suppliers'
  if (kind === 'bag') return 'bags'
  if (kind === 'venue' && role !== 'unlogged') return 'venues'
  return kind === 'stockroom' ? 'stockrooms' : null
}

async function lotsBeginning(db: Db, typed: string): Promise<Found[]> {
  const prefix = `${typed.trim().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .select({ id: lot.id, code: lot.code, nameFr: item.nameFr, nameEn: item.nameEn })
    .from(lot)
    .innerJoin(item, eq(item.id, lot.itemId))
    .where(and(sql`${lot.code} <> ''`, sql`${like(lot.code, prefix)} escape '\\'`))
    .orderBy(asc(lot.id))
    .limit(mostOfAGroup)
  return rows.map((row) => ({ ...row, group: 'lots' as const, retired: false }))
}
