import { and, eq, inArray, sql } from 'drizzle-orm'
import { lotIds } from '#src/catalog/lots.ts'
import type { Tx } from '#src/db/gate.ts'
import { lot, movement, onHand, stocktakeLine } from '#src/db/schema/index.ts'
import { gapsOf } from '#src/ledger/count-gaps.ts'
import { refuse } from '#src/refusal.ts'
import type { CountsForm } from './form.ts'
import { openStocktake } from './open-stocktake.ts'
import { sheetLines } from './queries.ts'
import { type SheetRow, sheetRows } from './sheet-rows.ts'

/** Units of a lot that somebody saw, and the field they were typed in. */
type Seen = { readonly lotId: number; readonly counted: number; readonly field: string }

/**
 * Keeps what was counted. Expected is what the book said when the sheet was opened: the counting was
 * done between then and now, so a lot that moved meanwhile shows as moved, and is counted again.
 * Blank leaves a line as it was.
 * @throws Refusal `notFound`, `bagIsOut`, `countPosted`, `countSuperseded`, `countedTwice`
 */
export async function saveCounts(tx: Tx, stocktakeId: number, form: CountsForm) {
  const { place } = await openStocktake(tx, stocktakeId)
  const sheet = sheetRows(await sheetLines(tx, stocktakeId, place.id))
  const onSheet = countedTogether(sheet, await sheetCounts(tx, form))
  const found = await foundCounts(tx, form)
  await refuseTwice(tx, stocktakeId, { onSheet: onSheet.flatMap(({ lotIds }) => lotIds), found })
  const together = [
    ...onSheet,
    ...found.map(({ lotId, counted }) => ({ lotIds: [lotId], counted })),
  ]
  if (together.length === 0) return { saved: 0 }
  const ids = together.flatMap(({ lotIds }) => lotIds)
  const expected = await balancesAt(tx, { placeId: place.id, lotIds: ids, movementId: form.asOf })
  const rows = together.flatMap((each) =>
    byLot(each, expected).map((line) => ({ stocktakeId, ...line })),
  )
  await tx
    .insert(stocktakeLine)
    .values(rows)
    .onConflictDoUpdate({
      target: [stocktakeLine.stocktakeId, stocktakeLine.lotId],
      set: { expected: sql`excluded.expected`, counted: sql`excluded.counted` },
    })
  return { saved: rows.length }
}

type Together = { readonly lotIds: readonly number[]; readonly counted: number }

/** What was seen by the rows of the sheet: one of several lots was seen with all of them. */
function countedTogether(sheet: readonly SheetRow[], seen: readonly Seen[]): Together[] {
  const rows = new Map<readonly number[], number>()
  const lotsOf = new Map(
    sheet.flatMap(({ lots }) => {
      const ids = lots.map(({ lotId }) => lotId)
      return ids.map((id) => [id, ids] as const)
    }),
  )
  for (const { lotId, counted } of seen) {
    const lotIds = lotsOf.get(lotId) ?? [lotId]
    rows.set(lotIds, (rows.get(lotIds) ?? 0) + counted)
  }
  return [...rows].map(([lotIds, counted]) => ({ lotIds, counted }))
}

/** What is missing of several lots was given first to expire first. */
function byLot({ lotIds, counted }: Together, balances: ReadonlyMap<number, number>) {
  const held = lotIds.map((lotId) => ({ lotId, quantity: balances.get(lotId) ?? 0 }))
  return gapsOf(held, counted).map(({ lotId, quantity: gap }) => {
    const expected = balances.get(lotId) ?? 0
    return { lotId, expected, counted: expected + gap }
  })
}

/** Lots of the sheet, with the number typed; a lot that does not exist is refused. */
async function sheetCounts(tx: Tx, { counts }: CountsForm): Promise<Seen[]> {
  const typed = Object.entries(counts).flatMap(([key, counted]): Seen[] =>
    counted === null ? [] : [{ lotId: Number(key.slice(1)), counted, field: `counts.${key}` }],
  )
  if (typed.length === 0) return []
  const ids = typed.map(({ lotId }) => lotId)
  const known = await tx.select({ id: lot.id }).from(lot).where(inArray(lot.id, ids))
  const exists = new Set(known.map(({ id }) => id))
  for (const { lotId, field } of typed) if (!exists.has(lotId)) refuse('notFound', {}, field)
  return typed
}

/** Lots that the sheet did not have. */
async function foundCounts(tx: Tx, { lines }: CountsForm): Promise<Seen[]> {
  const ids = await lotIds(
    tx,
    lines.map(({ row: { item, lotCode, expiresOn } }) => ({
      ...{ itemId: item.id, lots: item.lots, code: lotCode, expiresOn },
    })),
  )
  return lines.map(({ row, index }, place) => ({
    ...{ lotId: ids[place] ?? 0, counted: row.quantity, field: `lines.${index}.item` },
  }))
}

type Both = { readonly onSheet: readonly number[]; readonly found: readonly Seen[] }

/** A lot found again beside one already counted would replace that count, and lose it. */
async function refuseTwice(tx: Tx, stocktakeId: number, { onSheet, found }: Both) {
  if (found.length === 0) return
  const saved = await tx
    .select({ lotId: stocktakeLine.lotId })
    .from(stocktakeLine)
    .where(eq(stocktakeLine.stocktakeId, stocktakeId))
  const counted = new Set([...saved.map(({ lotId }) => lotId), ...onSheet])
  for (const { lotId, field } of found) {
    if (counted.has(lotId)) refuse('countedTwice', {}, field)
    counted.add(lotId)
  }
}

type Moment = {
  readonly placeId: number
  readonly lotIds: readonly number[]
  /** The last movement the sheet knew of; null is now. */
  readonly movementId: number | null
}

/** What the book held of each lot after a movement: what it holds now, less what moved since. */
async function balancesAt(tx: Tx, { placeId, lotIds, movementId }: Moment) {
  const ids = [...lotIds]
  const balances = new Map(
    (
      await tx
        .select({ lotId: onHand.lotId, quantity: onHand.quantity })
        .from(onHand)
        .where(and(eq(onHand.locationId, placeId), inArray(onHand.lotId, ids)))
    ).map(({ lotId, quantity }) => [lotId, quantity]),
  )
  if (movementId === null) return balances
  const since = await tx
    .select({
      lotId: movement.lotId,
      net: sql<number>`sum(iif(${movement.toId} = ${placeId}, quantity, 0)
        - iif(${movement.fromId} = ${placeId}, quantity, 0))`,
    })
    .from(movement)
    .where(and(inArray(movement.lotId, ids), sql`${movement.id} > ${movementId}`))
    .groupBy(movement.lotId)
  for (const { lotId, net } of since) balances.set(lotId, (balances.get(lotId) ?? 0) - net)
  return balances
}
