import { eq, inArray } from 'drizzle-orm'
import { add, amend } from '#src/db/amend.ts'
import type { Tx } from '#src/db/gate.ts'
import { item, lot, pack } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import type { CatalogueRow } from './form.ts'

/** Adds items that are new by their code, changes those that differ, and adds packs of new sizes. */
export async function importCatalogue(tx: Tx, rows: readonly CatalogueRow[], recording: Recording) {
  const codes = [...new Set(rows.map(({ code }) => code))]
  const known = await tx.select().from(item).where(inArray(item.code, codes))
  const byCode = new Map(known.map((each) => [each.code, each]))
  for (const row of rows) {
    const before = byCode.get(row.code)
    const fields = fieldsOf(row)
    if (!before) byCode.set(row.code, await newItem(tx, fields, recording))
    else if (differs(before, fields)) {
      await amend(tx, item, before, fields, recording)
      byCode.set(row.code, { ...before, ...fields, version: before.version + 1 })
    }
  }
  for (const row of rows) await importPack(tx, row, byCode.get(row.code)?.id ?? 0, recording)
  return { kind: 'catalogue' as const, rows: rows.length, entryId: null }
}

function fieldsOf(row: CatalogueRow) {
  return {
    ...{ code: row.code, nameFr: row.name_fr, nameEn: row.name_en },
    ...{ unitFr: row.unit_fr, unitEn: row.unit_en, category: row.category },
    ...{ lots: row.lots, expiry: row.expiry },
  }
}

function differs(before: object, fields: object): boolean {
  const now = before as Record<string, unknown>
  return Object.entries(fields).some(([name, value]) => now[name] !== value)
}

async function newItem(tx: Tx, fields: ReturnType<typeof fieldsOf>, recording: Recording) {
  const made = await add(tx, item, fields, recording)
  const kind = fields.lots === 'none' ? ('untracked' as const) : ('unknown' as const)
  await tx.insert(lot).values({ itemId: made.id, kind })
  return made
}

async function importPack(tx: Tx, row: CatalogueRow, itemId: number, recording: Recording) {
  if (row.pack_size === 0) return
  const packs = await tx.select().from(pack).where(eq(pack.itemId, itemId))
  if (packs.some(({ size }) => size === row.pack_size)) return
  const { pack_fr: nameFr, pack_en: nameEn, pack_size: size } = row
  await add(tx, pack, { itemId, nameFr, nameEn, size }, recording)
}
