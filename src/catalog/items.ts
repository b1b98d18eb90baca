// Items as every form offers them: with their packs, and found again from what a person typed.
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#src/db/gate.ts'
import { item, pack } from '#src/db/schema/index.ts'

export type PackChoice = {
  readonly id: number
  readonly nameFr: string | null
  readonly nameEn: string | null
  /** Base units. */
  readonly size: number
}

export type ItemChoice = {
  readonly id: number
  readonly code: string
  readonly nameFr: string | null
  readonly nameEn: string | null
  readonly unitFr: string | null
  readonly unitEn: string | null
  readonly category: (typeof item.$inferSelect)['category']
  readonly tracking: 'exact' | 'rough'
  readonly lots: 'none' | 'date' | 'number'
  readonly expiry: 'hard' | 'best-before' | 'none'
  readonly allowedInBags: boolean
  readonly allowedAtDropIn: boolean
  readonly packs: readonly PackChoice[]
}

/** Every item in use, with its packs, by code. Those with nothing in stock are there too. */
export async function itemChoices(db: Db): Promise<ItemChoice[]> {
  const rows = await db
    .select({ item, pack })
    .from(item)
    .leftJoin(pack, and(eq(pack.itemId, item.id), isNull(pack.retiredOn)))
    .where(isNull(item.retiredOn))
    .orderBy(asc(item.code), asc(pack.size))
  const choices = new Map<number, ItemChoice & { packs: PackChoice[] }>()
  for (const row of rows) {
    const choice = choices.get(row.item.id) ?? { ...row.item, packs: [] }
    choices.set(row.item.id, choice)
    if (row.pack) choice.packs.push(row.pack)
  }
  return [...choices.values()]
}

/** The item a person means by a code or a name in either language, accents and case aside. */
export function findItem(items: readonly ItemChoice[], typed: string): ItemChoice | undefined {
  const wanted = folded(typed)
  return items.find(({ code, nameFr, nameEn }) =>
    [code, nameFr, nameEn].some((name) => name !== null && folded(name) === wanted),
  )
}

/** For comparing what people type: no accents, no case, no doubled spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
