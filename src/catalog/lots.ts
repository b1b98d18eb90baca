// The lots things belong to. An item without lots has one, "untracked"; the others also have
// "unknown", for what was given in the field without looking.
import { and, inArray, ne } from 'drizzle-orm'
import type { Day } from '#src/day.ts'
import type { Tx } from '#src/db/gate.ts'
import { lot } from '#src/db/schema/index.ts'

/** What tells one lot of an item from another. */
export type LotIdentity = {
  readonly itemId: number
  readonly lots: 'none' | 'date' | 'number'
  /** The number on the pack; '' where lots are told apart by date. */
  readonly code: string
  readonly expiresOn: Day | null
}

/** The id of each lot, in the order asked; new ones are made. Two statements at most. */
export async function lotIds(tx: Tx, wanted: readonly LotIdentity[]): Promise<number[]> {
  if (wanted.length === 0) return []
  const known = await knownLots(tx, [...new Set(wanted.map(({ itemId }) => itemId))])
  const missing = new Map(
    wanted.filter((each) => !known.has(key(each))).map((each) => [key(each), each]),
  )
  if (missing.size > 0) {
    const made = await tx
      .insert(lot)
      .values([...missing.values()].map(newLot))
      .returning()
    for (const each of made) known.set(keyOfRow(each), each.id)
  }
  return wanted.map((each) => {
    const id = known.get(key(each))
    if (id === undefined) throw new Error(`no lot for item ${each.itemId}`)
    return id
  })
}

/** The built-in lot of each item: "untracked", or "unknown" where lots are followed. */
export async function builtInLots(
  tx: Tx,
  itemIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (itemIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: lot.id, itemId: lot.itemId, kind: lot.kind })
    .from(lot)
    .where(and(inArray(lot.itemId, [...itemIds]), ne(lot.kind, 'real')))
    .orderBy(lot.kind)
  // "unknown" sorts before "untracked" and is wanted where an item has both.
  return new Map(rows.reverse().map(({ itemId, id }) => [itemId, id]))
}

async function knownLots(tx: Tx, itemIds: readonly number[]): Promise<Map<string, number>> {
  const rows = await tx
    .select()
    .from(lot)
    .where(inArray(lot.itemId, [...itemIds]))
  return new Map(rows.map((each) => [keyOfRow(each), each.id]))
}

function newLot({ itemId, lots, code, expiresOn }: LotIdentity) {
  if (lots === 'none') return { itemId, kind: 'untracked' as const }
  return { itemId, kind: 'real' as const, code, expiresOn }
}

function key({ itemId, lots, code, expiresOn }: LotIdentity): string {
  return lots === 'none' ? `${itemId} untracked` : `${itemId} real ${code} ${expiresOn ?? ''}`
}

function keyOfRow(row: typeof lot.$inferSelect): string {
  if (row.kind !== 'real') return `${row.itemId} ${row.kind}`
  return `${row.itemId} real ${row.code} ${row.expiresOn ?? ''}`
}
