// What a database that was begun by an older version lacks of what a new one begins with. Only what nobody
// has ever decided on: a list that was emptied stays empty, a kind that was retired stays retired.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { add, amend } from '#src/db/amend.ts'
import { amendList, wholeList } from '#src/db/amend-list.ts'
import type { Tx } from '#src/db/gate.ts'
import { binType, family, item } from '#src/db/schema/index.ts'
import type { Recording } from '#src/recording.ts'
import { starterBinTypes } from './starter-bin-types.ts'
import { starterFirstVisit } from './starter-first-visit.ts'
import { starterFamilies, starterItems } from './starter-items.ts'

/** Adds the usual kinds of bin, the list for a first visit and the sizes of one thing, each once. */
export async function completeStarters(tx: Tx, recording: Recording): Promise<void> {
  const [lacking] = await tx.all<Record<'bins' | 'firstVisit' | 'families', 0 | 1>>(sql`
    select not exists (select 1 from bin_type) as bins,
      not exists (select 1 from first_visit_line) and not exists (
        select 1 from change_log where table_name = 'first_visit_line') as "firstVisit",
      not exists (select 1 from family) as families`)
  if (lacking?.bins) await addBinTypes(tx, recording)
  if (lacking?.firstVisit) await addFirstVisit(tx, recording)
  if (lacking?.families) await addFamilies(tx, recording)
}

async function addBinTypes(tx: Tx, recording: Recording) {
  const items = await startersInUse(tx)
  for (const { item: code, ...type } of starterBinTypes) {
    // Where the programme has no such item, its containers are none of ours.
    const itemId = items.get(code)?.id ?? null
    await add(tx, binType, { ...type, itemId }, recording)
  }
}

async function addFirstVisit(tx: Tx, recording: Recording) {
  const items = await startersInUse(tx)
  const rows = starterFirstVisit.flatMap(([code, quantity], position) => {
    const found = items.get(code)
    return found?.allowedInBags ? [{ itemId: found.id, quantity, position }] : []
  })
  if (rows.length === 0) return
  const list = { name: 'first_visit_line' as const, ownerId: wholeList, seen: 0, rows }
  await amendList(tx, list, recording)
}

/** Items that are of no family, and of no other size than theirs. */
async function addFamilies(tx: Tx, recording: Recording) {
  const items = await startersInUse(tx)
  for (const { id: starterId, ...names } of starterFamilies) {
    const sizes = starterItems.flatMap(({ code, familyId, size }) => {
      const found = items.get(code)
      const isFree = found?.familyId === null && (found.size === null || found.size === size)
      return isFree && familyId === starterId ? [{ found, size }] : []
    })
    if (sizes.length < 2) continue
    const { id: familyId } = await add(tx, family, names, recording)
    for (const { found, size } of sizes) await amend(tx, item, found, { familyId, size }, recording)
  }
}

/** The items of the starter catalogue that are in use and counted, by code. */
async function startersInUse(tx: Tx) {
  const codes = starterItems.map(({ code }) => code)
  const rows = await tx
    .select()
    .from(item)
    .where(and(inArray(item.code, codes), isNull(item.retiredOn), eq(item.tracking, 'exact')))
  return new Map(rows.map((row) => [row.code, row]))
}
